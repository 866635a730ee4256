import type { Run } from '@vitalfew/contract/run.ts'

type Entry = Run['abc']['matrix'][number]

export interface AbcXyzCell extends Entry {
  /** Share of the classified measure. */
  share: number
  /** 0..1, how strongly the cell is coloured. */
  heat: number
}

export const xyzClasses = ['X', 'Y', 'Z', 'none'] as const

/** The matrix as rows A, B, C; pairs the run does not mention are empty cells, not missing ones. */
export function prepareAbcXyz(matrix: readonly Entry[]): { abc: 'A' | 'B' | 'C'; cells: AbcXyzCell[] }[] {
  const total = matrix.reduce((sum, entry) => sum + Math.max(0, entry.amount), 0)
  const most = Math.max(0, ...matrix.map((entry) => entry.amount))
  const cell = (abc: Entry['abc'], xyz: Entry['xyz']) => {
    const entry = matrix.find((candidate) => candidate.abc === abc && candidate.xyz === xyz)
    const amount = entry?.amount ?? 0
    return {
      abc,
      xyz,
      accounts: entry?.accounts ?? 0,
      amount,
      share: total > 0 ? amount / total : 0,
      heat: most > 0 ? Math.sqrt(Math.max(0, amount) / most) : 0,
    }
  }
  return (['A', 'B', 'C'] as const).map((abc) => ({ abc, cells: xyzClasses.map((xyz) => cell(abc, xyz)) }))
}
