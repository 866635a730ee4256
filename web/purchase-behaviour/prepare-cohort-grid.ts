import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'

export const cohortMeasures = ['retention', 'revenue'] as const
export type CohortMeasure = (typeof cohortMeasures)[number]

interface CohortGrid {
  ages: number[]
  rows: {
    cohort: string
    accounts: number
    /** Too few accounts for a share to say much. */
    isSmall: boolean
    cells: ({ value: number; heat: number; complete: boolean } | null)[]
  }[]
}

/** Cohorts smaller than this are marked; no median is taken over them either. */
export const smallCohort = 20
const mostRows = 36
const mostAges = 25

/** The triangle of one measure: the newest cohorts, coloured beside the strongest whole cell after the first period. */
export function prepareCohortGrid({ cohorts }: Pick<PurchaseCohorts, 'cohorts'>, measure: CohortMeasure): CohortGrid {
  const shown = cohorts.slice(-mostRows)
  const width = Math.min(mostAges, Math.max(0, ...shown.map(({ cells }) => cells.length)))
  const ages = Array.from({ length: width }, (_, age) => age)
  const valueOf = (cell: { retention: number; revenuePerAccount: number }): number =>
    measure === 'retention' ? cell.retention : cell.revenuePerAccount
  // Everybody bought in the first period: retention there says nothing, revenue does.
  const from = measure === 'retention' ? 1 : 0
  const strongest = Math.max(
    0,
    ...shown.flatMap(({ cells, accounts }) =>
      cells.slice(from, width).flatMap((cell) => (cell.complete && accounts >= smallCohort ? [valueOf(cell)] : [])),
    ),
  )
  return {
    ages,
    rows: shown.map(({ cohort, accounts, cells }) => ({
      cohort,
      accounts,
      isSmall: accounts < smallCohort,
      cells: ages.map((age) => {
        const cell = cells[age]
        if (cell === undefined) return null
        const value = valueOf(cell)
        const isColoured = cell.complete && age >= from && strongest > 0
        return { value, heat: isColoured ? Math.max(0, Math.min(1, value / strongest)) : 0, complete: cell.complete }
      }),
    })),
  }
}
