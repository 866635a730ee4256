import { groupRows } from './group-rows.ts'
import type { PurchaseHistories } from './purchase-histories.ts'

/** A customer alive at the end of observation, with so many stages passed since the last purchase. */
export interface StagedCustomer {
  /** Shape of the gamma distribution of the rate of stages. */
  readonly shape: number
  /** Rate of that distribution: alpha + T. */
  readonly length: number
  readonly passed: number
  readonly purchases: number
}

/** What is computed of a customer: always `width` figures. */
export interface StageFigures {
  readonly width: number
  readonly of: (customer: StagedCustomer) => readonly number[]
}

/**
 * Figures of customers who are alive, as the mean over the stages that may have passed since the last purchase; their
 * weights are (R)ⱼ/j! yʲ as in {@link stagePolynomial}.
 *
 * What is to come depends on the purchases, the age and the stage alone, so it is computed once for each of these; the
 * time of the last purchase enters by the weights. Of half a million different histories a few thousand are left.
 *
 * @param parameters k, r, alpha
 * @param histories one row per customer
 * @param figures what to compute
 * @returns as many columns as there are figures, one value per row
 * @example
 * [...stageMixture({ k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), { width: 1, of: ({ shape }) => [shape] })[0]] // [4]
 */
export function stageMixture(
  { k, r, alpha }: { readonly k: number; readonly r: number; readonly alpha: number },
  { purchases, recency, age }: PurchaseHistories,
  figures: StageFigures,
): Float64Array[] {
  const { width } = figures
  const { first, groups } = groupRows([purchases, age])
  const table = new Float64Array(first.length * k * width)
  first.forEach((row, group) => {
    const bought = purchases[row] ?? 0
    const length = alpha + (age[row] ?? 0)
    for (let passed = 0; passed < k; passed++) {
      const customer = { shape: r + k * bought + passed, length, passed, purchases: bought }
      table.set(figures.of(customer), (group * k + passed) * width)
    }
  })
  const columns = Array.from({ length: width }, () => new Float64Array(groups.length))
  const stages = new Float64Array(k)
  for (let row = 0; row < groups.length; row++) {
    const observed = age[row] ?? 0
    const point = (observed - (recency[row] ?? 0)) / (alpha + observed)
    stageShares(stages, { shape: r + k * (purchases[row] ?? 0), point })
    const begin = (groups[row] ?? 0) * k * width
    columns.forEach((column, figure) => {
      let sum = 0
      for (let passed = 0; passed < k; passed++)
        sum += (stages[passed] ?? 0) * (table[begin + passed * width + figure] ?? 0)
      column[row] = sum
    })
  }
  return columns
}

/** How likely it is that so many stages have passed; they add up to 1. */
function stageShares(stages: Float64Array, { shape, point }: { readonly shape: number; readonly point: number }): void {
  let weight = 1
  let weights = 0
  for (let passed = 0; passed < stages.length; passed++) {
    stages[passed] = weight
    weights += weight
    weight *= ((shape + passed) * point) / (passed + 1)
  }
  for (let passed = 0; passed < stages.length; passed++) stages[passed] = (stages[passed] ?? 0) / weights
}
