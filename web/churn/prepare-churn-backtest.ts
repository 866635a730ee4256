import type { WarningBacktest } from '@vitalfew/contract/churn.ts'

export interface ChurnBacktest {
  lines: WarningBacktest[]
  /** All origins together; null where there were none or nobody was warned about. */
  total: { warned: number; correct: number; left: number; precision: number; recall: number | null } | null
  /** Origins in which the warnings beat the same count of the longest silent, of those that can be compared. */
  won: number
  compared: number
}

/** What became of past warnings: origin by origin, oldest first, and together. */
export function prepareChurnBacktest(backtest: readonly WarningBacktest[]): ChurnBacktest {
  const lines = backtest.toSorted((a, b) => a.asOf.localeCompare(b.asOf))
  const sum = (figure: 'warned' | 'correct' | 'left') => lines.reduce((total, line) => total + line[figure], 0)
  const [warned, correct, left] = [sum('warned'), sum('correct'), sum('left')]
  const comparable = lines.filter(({ precision, naivePrecision }) => precision !== null && naivePrecision !== null)
  return {
    lines,
    total:
      warned > 0
        ? { warned, correct, left, precision: correct / warned, recall: left > 0 ? correct / left : null }
        : null,
    won: comparable.filter(({ precision, naivePrecision }) => (precision ?? 0) > (naivePrecision ?? 0)).length,
    compared: comparable.length,
  }
}
