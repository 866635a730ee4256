import type { MonthOfImport } from './data-profile.query.ts'

/** A thousand times (千元) and ten thousand times (万元) lie beyond it; months of one business do not. */
const leastDistance = Math.log10(300)
const fewestSales = 5

/**
 * Months of an import whose usual sale is hundreds of times larger or smaller than in most of the data, as amounts in
 * another unit make it: import × 1 000 000 + year and month.
 */
export function oddSlices(months: readonly MonthOfImport[]): { slice: number; factor: number }[] {
  const slices = months.flatMap(({ importId, month, sales, middle }) =>
    middle === null || sales < fewestSales ? [] : [{ slice: importId * 1_000_000 + month, sales, middle }],
  )
  const usual = weightedMiddle(slices)
  return slices
    .filter(({ middle }) => Math.abs(middle - usual) >= leastDistance)
    .map(({ slice, middle }) => ({ slice, factor: 10 ** Math.round(usual - middle) }))
}

function weightedMiddle(slices: readonly { readonly sales: number; readonly middle: number }[]): number {
  const half = slices.reduce((sum, { sales }) => sum + sales, 0) / 2
  let sum = 0
  for (const { sales, middle } of slices.toSorted((a, b) => a.middle - b.middle)) {
    sum += sales
    if (sum >= half) return middle
  }
  return 0
}
