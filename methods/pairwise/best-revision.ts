import { type ComparisonOptions, type Comparisons, comparisons } from './comparisons.ts'
import { missingComparisons } from './consistency.ts'
import { type JudgementMatrix, largestJudgement } from './judgement-matrix.ts'
import { logarithmicPriorities } from './logarithmic-priorities.ts'
import { principalEigenvector } from './principal-eigenvector.ts'
import { randomIndex } from './random-index.ts'

/** One judgement, and what to make of it. */
export interface Revision {
  /** Place of the criterion that is compared; before `column`. */
  readonly row: number
  readonly column: number
  /** As judged. */
  readonly judgement: number
  /** The value within 1/9 … 9 at which the consistency ratio is smallest, to about six digits. */
  readonly revised: number
  readonly consistencyRatioBefore: number
  readonly consistencyRatio: number
  /** The best step of 1/9, 1/8, … 8, 9, with the ratio that it gives; null when no step of any judgement helps. */
  readonly onScale: { readonly judgement: number; readonly consistencyRatio: number } | null
}

/** Logarithms of 1/9, 1/8, … 8, 9. */
const scale = [...Array(2 * largestJudgement - 1).keys()].map((place) =>
  place < largestJudgement ? -Math.log(largestJudgement - place) : Math.log(place - largestJudgement + 2),
)

const golden = (Math.sqrt(5) - 1) / 2

/** A smaller gain in the eigenvalue is none. */
const negligible = 1e-9

/**
 * The single judgement whose revision to another step of the scale brings the consistency ratio down furthest; where no
 * step helps, the one whose revision to a value between them does.
 *
 * The principal eigenvalue is a convex function of the logarithm of a judgement, so that each has one best value and the
 * best step of the scale is a neighbour of it. What nobody can answer is not proposed: 9 is not revised to 30.
 *
 * @returns null when no change of one judgement helps; the first of equals
 * @throws RangeError naming the first fault of the matrix
 * Source: convexity after Kingman 1961, "A convexity property of positive matrices"; Bozóki, Fülöp and Rónyai 2010, "On
 * optimal completion of incomplete pairwise comparison matrices".
 * @example
 * bestRevision([[1, 2, 2], [0.5, 1, 2], [0.5, 0.5, 1]]).onScale // { judgement: 1, consistencyRatio: 0 }
 * bestRevision([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]) // null
 * bestRevision([[1, 2], [2, 1]]) // throws RangeError
 */
export function bestRevision(matrix: JudgementMatrix, options: ComparisonOptions = {}): Revision | null {
  const judged = comparisons(matrix, options)
  const { size, values } = judged
  const before = principalEigenvector(judged).excess
  if (before === 0) return null
  const pairs = comparedPairs(judged)
  const step = leastOf(pairs, { before, pointOf: (pair) => lowestStep(judged, pair) })
  const precise = (pair: Pair): Point => lowestBetween(judged, pair)
  const best = step === null ? leastOf(pairs, { before, pointOf: precise }) : { ...step, ...precise(step) }
  if (best === null) return null

  // A value that is a step but for the precision of the search is the step.
  const isStep = step !== null && (step.excess <= best.excess || Math.abs(step.log - best.log) < 1e-6)
  const revised = isStep ? step : best
  const ratioOf = (excess: number): number => excess / (size - 1) / randomIndex(size, missingComparisons(judged))
  return {
    row: best.row,
    column: best.column,
    judgement: values[best.row * size + best.column] ?? 1,
    revised: judgementOf(revised.log),
    consistencyRatioBefore: ratioOf(before),
    consistencyRatio: ratioOf(revised.excess),
    onScale: step && { judgement: judgementOf(step.log), consistencyRatio: ratioOf(step.excess) },
  }
}

interface Pair {
  readonly row: number
  readonly column: number
}

/** A judgement by its logarithm, and how far λmax is above the number of criteria with it. */
interface Point {
  readonly log: number
  readonly excess: number
}

function comparedPairs({ size, values }: Comparisons): Pair[] {
  const places = [...Array(size).keys()]
  const pairs = places.flatMap((row) => places.slice(row + 1).map((column) => ({ row, column })))
  return pairs.filter(({ row, column }) => values[row * size + column] !== 0)
}

/** The pair whose point is lowest, the first of equals; null where none is below what there is. */
function leastOf(
  pairs: readonly Pair[],
  { before, pointOf }: { before: number; pointOf: (pair: Pair) => Point },
): (Pair & Point) | null {
  let best: (Pair & Point) | null = null
  for (const pair of pairs) {
    const point = pointOf(pair)
    if (point.excess < (best?.excess ?? before) - negligible) best = { ...pair, ...point }
  }
  return best
}

/** The best step of the scale: from what the other judgements say by least squares, downhill. */
function lowestStep(judged: Comparisons, { row, column }: Pair): Point {
  const pointAt = (place: number): Point => {
    const log = scale[place] ?? 0
    return { log, excess: excessWith(judged, { row, column, log }) }
  }
  const weights = logarithmicPriorities(judged)
  const expected = (weights[row] ?? 0) - (weights[column] ?? 0)
  const place = Math.max(
    0,
    scale.findLastIndex((log) => log <= expected),
  )
  let best = pointAt(place)
  for (const direction of [1, -1]) {
    for (let next = place + direction; next >= 0 && next < scale.length; next += direction) {
      const point = pointAt(next)
      if (point.excess >= best.excess) break
      best = point
    }
  }
  return best
}

/** The best value between 1/9 and 9, by the golden section; the ends of the scale included. */
function lowestBetween(judged: Comparisons, { row, column }: Pair): Point {
  const pointAt = (log: number): Point => ({ log, excess: excessWith(judged, { row, column, log }) })
  let [from, to] = [scale[0] ?? 0, scale.at(-1) ?? 0]
  const ends = [pointAt(from), pointAt(to)]
  let [left, right] = [pointAt(to - golden * (to - from)), pointAt(from + golden * (to - from))]
  while (to - from > 1e-7) {
    if (left.excess <= right.excess) {
      ;[to, right] = [right.log, left]
      left = pointAt(to - golden * (to - from))
    } else {
      ;[from, left] = [left.log, right]
      right = pointAt(from + golden * (to - from))
    }
  }
  return [left, right, ...ends].reduce((best, point) => (point.excess < best.excess ? point : best))
}

function excessWith({ size, values }: Comparisons, { row, column, log }: Pair & { log: number }): number {
  const revised = Float64Array.from(values)
  revised[row * size + column] = Math.exp(log)
  revised[column * size + row] = Math.exp(-log)
  return principalEigenvector({ size, values: revised }).excess
}

/** The judgement of a logarithm; that of a step is the step to the last digit. */
function judgementOf(log: number): number {
  const step = Math.round(Math.exp(Math.abs(log)))
  const value = Math.abs(Math.log(step) - Math.abs(log)) < 1e-12 ? step : Math.exp(Math.abs(log))
  return log < 0 ? 1 / value : value
}
