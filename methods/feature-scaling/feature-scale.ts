import { sampleQuantile } from '../scoring/sample-quantile.ts'

export const featureScales = ['none', 'zscore', 'robust', 'minmax', 'rank'] as const
export type FeatureScale = (typeof featureScales)[number]

/** Quartiles nearer to each other than this part of the standard deviation would blow all other figures up. */
const negligible = 1e-9

/** A range this small is nothing in any unit. */
const tiniest = 1e-300

/** A scale as it came out for a column: (x − centre) / spread, or the share of the known figures below, ties in the middle. */
export type FittedScale =
  | { readonly kind: 'none' | 'zscore' | 'robust' | 'minmax'; readonly centre: number; readonly spread: number }
  | { readonly kind: 'rank'; readonly sorted: Float64Array }

/**
 * What a scale is for a column.
 *
 * - `zscore`: mean and standard deviation, dividing by n;
 * - `robust`: median and the distance of the quartiles, of which outliers know nothing (the standard deviation where the
 *   quartiles all but coincide);
 * - `minmax`: least figure and range;
 * - `rank`: the share of figures below plus half of the equal ones.
 *
 * A column without spread is divided by 1.
 *
 * @param figures finite; NaN = unknown, does not take part
 * @param scale asked for
 * Source: Milligan and Cooper 1988, "A study of standardization of variables in cluster analysis".
 * @example
 * fitScale([1, 3, NaN], 'zscore') // { kind: 'zscore', centre: 2, spread: 1 }
 * fitScale([0, 1, 2, 3, 400], 'robust') // { kind: 'robust', centre: 2, spread: 2 }
 * fitScale([5, 5], 'minmax') // { kind: 'minmax', centre: 5, spread: 1 }
 */
export function fitScale(figures: ArrayLike<number>, scale: FeatureScale): FittedScale {
  if (scale === 'none') return { kind: scale, centre: 0, spread: 1 }
  const known = knownFigures(figures)
  if (scale === 'rank') return { kind: scale, sorted: known.sort() }
  if (known.length === 0) return { kind: scale, centre: 0, spread: 1 }
  const { least, largest, mean, deviation } = moments(known)
  if (scale === 'minmax') return { kind: scale, centre: least, spread: largest - least || 1 }
  if (scale === 'zscore') return { kind: scale, centre: mean, spread: deviation || 1 }
  const sorted = known.sort()
  const quartiles = sampleQuantile(sorted, 0.75) - sampleQuantile(sorted, 0.25)
  const spread = quartiles > negligible * deviation ? quartiles : deviation || 1
  return { kind: scale, centre: sampleQuantile(sorted, 0.5), spread }
}

/**
 * A column on its scale.
 *
 * @param figures NaN stays NaN
 * @param fitted by {@link fitScale}
 * @example
 * scaledColumn([1, 3], { kind: 'zscore', centre: 2, spread: 1 }) // Float64Array.of(-1, 1)
 * scaledColumn([10, 30, 20, 40], { kind: 'rank', sorted: Float64Array.of(10, 20, 30, 40) }) // Float64Array.of(0.125, 0.625, 0.375, 0.875)
 */
export function scaledColumn(figures: ArrayLike<number>, fitted: FittedScale): Float64Array {
  const scaled = new Float64Array(figures)
  if (fitted.kind === 'rank') {
    const { sorted } = fitted
    return scaled.map((value) =>
      Number.isNaN(value)
        ? value
        : (placeIn(sorted, value, false) + placeIn(sorted, value, true)) / (2 * sorted.length),
    )
  }
  const { centre, spread } = fitted
  for (let i = 0; i < scaled.length; i++) scaled[i] = ((scaled[i] ?? 0) - centre) / spread
  return scaled
}

function knownFigures(figures: ArrayLike<number>): Float64Array {
  const known = new Float64Array(figures.length)
  let count = 0
  for (let i = 0; i < figures.length; i++) {
    const value = figures[i] ?? Number.NaN
    if (!Number.isNaN(value)) known[count++] = value
  }
  return known.subarray(0, count)
}

/** How many are below, or not above. */
function placeIn(sorted: Float64Array, ...[value, withEqual]: readonly [number, boolean]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const here = sorted[middle] ?? 0
    if (here < value || (withEqual && here === value)) low = middle + 1
    else high = middle
  }
  return low
}

function moments(known: Float64Array): { least: number; largest: number; mean: number; deviation: number } {
  let [least, largest] = [Infinity, -Infinity]
  for (let i = 0; i < known.length; i++) {
    const value = known[i] ?? 0
    if (value < least) least = value
    if (value > largest) largest = value
  }
  const range = largest - least
  // Figures that differ by their rounding alone have no spread.
  if (range <= Math.max(negligible * Math.max(-least, largest), tiniest)) {
    return { least, largest, mean: least, deviation: 0 }
  }
  // In parts of the range, so that squares of very small or very large figures neither vanish nor overflow.
  let [part, squares] = [0, 0]
  for (let i = 0; i < known.length; i++) {
    const here = ((known[i] ?? 0) - least) / range
    const before = here - part
    part += before / (i + 1)
    squares += before * (here - part)
  }
  return { least, largest, mean: least + part * range, deviation: range * Math.sqrt(squares / known.length) }
}
