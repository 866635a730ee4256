import type { CellDraws } from './cell-draws.ts'
import type { ResamplingPlan } from './resampling-plan.ts'

/**
 * Outcome of the first places of a ranking in one replicate; of the segment that is taken in part, its mean for each.
 *
 * @param draws of the cells
 * @param options the ranking's segments, and how many places are taken
 * @example
 * segmentCapture({ sizes: [2, 1], sums: [10, 9] }, { segments: { ofCell: [1, 0], count: 2 }, places: 2 }) // 14
 */
export function segmentCapture(
  { sizes, sums }: { readonly [Key in keyof CellDraws]: ArrayLike<number> },
  {
    segments: { ofCell, count },
    places,
  }: {
    readonly segments: {
      readonly [Key in keyof ResamplingPlan['segments'][number]]: Key extends 'count' ? number : ArrayLike<number>
    }
    readonly places: number
  },
): number {
  const segmentSizes = new Float64Array(count)
  const segmentSums = new Float64Array(count)
  for (let cell = 0; cell < sizes.length; cell++) {
    const segment = ofCell[cell] ?? 0
    segmentSizes[segment] = (segmentSizes[segment] ?? 0) + (sizes[cell] ?? 0)
    segmentSums[segment] = (segmentSums[segment] ?? 0) + (sums[cell] ?? 0)
  }
  let [captured, above] = [0, 0]
  for (let segment = 0; segment < count && above < places; segment++) {
    const size = segmentSizes[segment] ?? 0
    if (size > 0) captured += (segmentSums[segment] ?? 0) * Math.min(1, (places - above) / size)
    above += size
  }
  return captured
}
