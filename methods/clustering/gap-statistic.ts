import { requireInteger } from '../arguments/require-integer.ts'
import { principalComponents } from '../projection/principal-components.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { kMeans } from './k-means.ts'
import { countDistinctRows, type Points } from './points.ts'

export interface GapOptions {
  /** Numbers of clusters to judge, ascending. */
  readonly ks: readonly number[]
  readonly seed: number
  /** Tables without clusters that are drawn; 10 where absent. */
  readonly references?: number
  /** Starts of k-means; 3 where absent. */
  readonly starts?: number
}

export interface Gap {
  readonly k: number
  /** Mean of ln W over tables without clusters less ln W of the table. */
  readonly gap: number
  /** What the gap of the next k has to be beaten by: standard deviation over the references × √(1 + 1/references). */
  readonly deviation: number
}

/**
 * The gap statistic: how much more compact k clusters are than they would be in a table without any. References are drawn
 * evenly from the box around the table along its principal axes.
 *
 * @param points the rows
 * @param options every k from 1 to the distinct rows
 * @returns one gap per k; NaN where the inertia is 0
 * @throws RangeError as {@link kMeans} does
 * Source: Tibshirani, Walther and Hastie 2001, "Estimating the number of clusters in a data set via the gap statistic".
 * @example
 * gapStatistic(pointsFrom([[0, 1, 2, 50, 51, 52]]), { ks: [1, 2], seed: 1 }).map(({ gap }) => gap > 1) // [false, true]
 * gapStatistic(pointsFrom([[1, 1]]), { ks: [2], seed: 1 }) // throws RangeError
 */
export function gapStatistic(points: Points, options: GapOptions): Gap[] {
  const { ks, seed, references = 10, starts = 3 } = options
  requireInteger('references', references)
  const drawn = referenceTables(points, { references, seed })
  const logInertia = (table: Points, k: number): number => Math.log(kMeans(table, { k, seed, starts }).inertia)
  return ks.map((k) => {
    const expected = drawn.map((table) => logInertia(table, Math.min(k, countDistinctRows(table, k))))
    const mean = expected.reduce((sum, value) => sum + value, 0) / references
    const variance = expected.reduce((sum, value) => sum + (value - mean) ** 2, 0) / references
    const own = logInertia(points, k)
    const isFlat = own === -Infinity
    return {
      k,
      gap: isFlat ? Number.NaN : mean - own,
      deviation: isFlat ? Number.NaN : Math.sqrt(variance * (1 + 1 / references)),
    }
  })
}

/**
 * The smallest k whose gap is not clearly below that of the next: gap(k) ≥ gap(k + 1) − deviation(k + 1).
 *
 * @param gaps of consecutive k
 * @returns the last k where every next one is clearly better; undefined where there are none
 * @example
 * gapChoice([{ k: 1, gap: 0.1, deviation: 0.05 }, { k: 2, gap: 0.6, deviation: 0.05 }, { k: 3, gap: 0.6, deviation: 0.05 }]) // 2
 */
export function gapChoice(gaps: readonly Gap[]): number | undefined {
  const first = gaps.find(({ gap }, i) => {
    const next = gaps[i + 1]
    return next !== undefined && gap >= next.gap - next.deviation
  })
  return (first ?? gaps.at(-1))?.k
}

function referenceTables(points: Points, { references, seed }: { references: number; seed: number }): Points[] {
  const random = seededRandom(seed)
  const { rows, width } = points
  const { scores, loadings, means } = principalComponents(points, width)
  const ranges = Array.from({ length: width }, (_, axis) => {
    let [least, largest] = [Infinity, -Infinity]
    for (let i = 0; i < rows; i++) {
      const score = scores[i * width + axis] ?? 0
      least = Math.min(least, score)
      largest = Math.max(largest, score)
    }
    return { least, spread: largest - least }
  })
  return Array.from({ length: references }, () => {
    const values = new Float64Array(rows * width)
    for (let i = 0; i < rows; i++) {
      const place = ranges.map(({ least, spread }) => least + spread * random())
      for (let j = 0; j < width; j++) {
        values[i * width + j] = place.reduce(
          (sum, value, axis) => sum + value * (loadings[axis]?.[j] ?? 0),
          means[j] ?? 0,
        )
      }
    }
    return { rows, width, values }
  })
}
