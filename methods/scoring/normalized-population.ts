import { fitNormalization, fitSortedNormalization } from './fit-normalization.ts'
import type { Direction, FittedNormalization, NormalizationRule } from './normalization-rule.ts'
import { normalizedColumn } from './normalized-column.ts'
import { sortedFigures } from './sorted-figures.ts'

/** A criterion of a population: its values, and the rule that gave them, with its parameters. */
export interface NormalizedPopulation {
  readonly fitted: FittedNormalization
  /** 0 (worst) to 1 (best); NaN = unknown. */
  readonly values: Float64Array
}

/**
 * Fits a rule to a population and applies it to the same population; quicker than one after the other.
 *
 * @param figures one per account; NaN = unknown
 * @throws RangeError as `fitNormalization` does
 * @example
 * [...normalizedPopulation([10, 30, 20, NaN], { method: 'percentile', direction: 'lower' }).values].map((value) => roundDecimals(value, 3)) // [0.833, 0.167, 0.5, NaN]
 */
export function normalizedPopulation(figures: ArrayLike<number>, rule: NormalizationRule): NormalizedPopulation {
  if (rule.method !== 'percentile') {
    const fitted = fitNormalization(figures, rule)
    return { fitted, values: normalizedColumn(figures, fitted) }
  }
  const { order, sorted } = sortedFigures(figures)
  const fitted = fitSortedNormalization({ figures, sorted }, rule)
  const values = new Float64Array(figures.length)
  if (order.length < values.length) values.fill(Number.NaN)
  if (fitted.method !== 'percentile') return { fitted, values }
  for (let from = 0; from < order.length;) from = writeMidRanks(values, { order, ...fitted, from })
  return { fitted, values }
}

/** So many at a time: a function that is called often is compiled sooner and better than one whose loop is long. */
const ranksAtOnce = 1024

/**
 * The sorted figures stand in the order of their accounts: each run of equals is given its middle.
 *
 * @returns where the first run begins that is left to do
 */
function writeMidRanks(
  values: Float64Array,
  ranked: {
    readonly order: Uint32Array
    readonly sorted: Float64Array
    readonly direction: Direction
    readonly from: number
  },
): number {
  const { order, sorted, direction } = ranked
  const count = sorted.length
  const until = Math.min(count, ranked.from + ranksAtOnce)
  let from = ranked.from
  while (from < until) {
    const figure = sorted[from]
    let to = from + 1
    while (to < count && sorted[to] === figure) to++
    const rank = (from + to) / (2 * count)
    const value = direction === 'lower' ? 1 - rank : rank
    for (let i = from; i < to; i++) values[order[i] ?? 0] = value
    from = to
  }
  return from
}
