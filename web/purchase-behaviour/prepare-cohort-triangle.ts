import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'

export interface TriangleCell {
  /** From 0 to 1; how strongly it is coloured. */
  heat: number
  retention: number
  lower: number
  upper: number
  revenuePerAccount: number
  complete: boolean
}

export interface CohortTriangle {
  ages: number[]
  rows: { cohort: string; accounts: number; cells: (TriangleCell | null)[] }[]
  /** All cohorts that have come to an age in full. */
  all: (TriangleCell | null)[]
}

const mostRows = 24
const mostAges = 13

/**
 * The triangle of retention: the newest cohorts, colours by retention beside the strongest cell after the first purchase,
 * whose 100 % would pale all others.
 */
export function prepareCohortTriangle({ cohorts, ages }: PurchaseCohorts): CohortTriangle {
  const shown = cohorts.slice(-mostRows)
  const width = Math.min(mostAges, Math.max(0, ...shown.map(({ cells }) => cells.length)))
  const later = shown.flatMap(({ cells }) => cells.slice(1, width)).filter(({ complete }) => complete)
  const strongest = Math.max(0, ...later.map(({ retention }) => retention))
  const heatOf = (retention: number, age: number): number =>
    age === 0 || strongest === 0 ? 0 : Math.min(1, retention / strongest)
  const columns = Array.from({ length: width }, (_, age) => age)
  return {
    ages: columns,
    rows: shown.map(({ cohort, accounts, cells }) => ({
      cohort,
      accounts,
      cells: columns.map((age) => {
        const cell = cells[age]
        if (cell === undefined) return null
        const { retention, lower, upper, revenuePerAccount, complete } = cell
        return { heat: complete ? heatOf(retention, age) : 0, retention, lower, upper, revenuePerAccount, complete }
      }),
    })),
    all: columns.map((age) => {
      const found = ages.find((item) => item.age === age)
      if (found === undefined) return null
      const { retention, lower, upper, revenuePerAccount } = found
      return { heat: heatOf(retention, age), retention, lower, upper, revenuePerAccount, complete: true }
    }),
  }
}
