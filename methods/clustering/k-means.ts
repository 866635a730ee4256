import { requireInteger } from '../arguments/require-integer.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { exchangePoints } from './exchange-points.ts'
import { type KMeans, kMeansFrom } from './k-means-from.ts'
import { kMeansStart } from './k-means-start.ts'
import { countDistinctRows, type Points, pointsAt } from './points.ts'
import { sampleRows } from './sample-rows.ts'

export interface KMeansOptions {
  /** Clusters wanted. */
  readonly k: number
  /** The same seed gives the same clusters. */
  readonly seed: number
  /** Tries from other starting points, of which the best is kept; 10 to 300 where absent, the fewer the rows the more. */
  readonly starts?: number
  readonly mostIterations?: number
}

/** More rows than these are first looked at through a sample of as many. */
const sampledRows = 20_000
/** The best starts on the sample that differ from each other race on a larger one. */
const racing = 3
const racedRows = 100_000
/** Of the mean variance; the figure of other programs as well. Fewer rows go on until nothing changes. */
const largeTolerance = 1e-4
/** Rows that all starts together go through at least once. */
const triedRows = 150_000
/** The best tries of a small table, from which single points are moved; and the share of the inertia that has to gain. */
const exchanged = 30
const worthwhileGain = 5e-5

/**
 * k-means: k centres so that the sum of squared distances to the nearest is small. The best of several k-means++ starts.
 *
 * Beyond 20,000 rows all starts run to their end on a sample of so many. The three best of those that came to different
 * centres go on with 100,000 rows, and the best of these with all rows, until the centres stand still (the squared movement
 * of all centres is at most 1/10,000 of the mean variance). With fewer rows every start goes on until no row changes, and from
 * the 30 best single points are moved as long as that helps ({@link exchangePoints}); what comes of it is taken where it gains
 * more than 1/20,000, so that otherwise the partition is the one that other programs find.
 *
 * @param points finite
 * @param options `k`, `seed`, `starts`, `mostIterations` of a start (300)
 * @returns clusters in the order of their centres, by the first feature that differs
 * @throws RangeError when k is not 1 … rows, there are fewer distinct rows than k, or seed or starts are no integers
 * Source: MacQueen 1967; Lloyd 1982, "Least squares quantization in PCM"; Bradley and Fayyad 1998, "Refining initial points
 * for k-means clustering", for starts from samples.
 * @example
 * [...kMeans(pointsFrom([[0, 1, 10, 11]]), { k: 2, seed: 1 }).labels] // [0, 0, 1, 1]
 * kMeans(pointsFrom([[0, 1, 10, 11]]), { k: 4, seed: 1 }).inertia // 0
 * kMeans(pointsFrom([[1, 1, 1]]), { k: 2, seed: 1 }) // throws RangeError
 */
export function kMeans(points: Points, options: KMeansOptions): KMeans {
  const {
    k,
    seed,
    starts = Math.max(10, Math.min(300, Math.floor(triedRows / points.rows))),
    mostIterations = 300,
  } = options
  requireInteger('k', k)
  requireInteger('starts', starts)
  if (k < 1 || k > points.rows) throw new RangeError(`k must be 1 to ${points.rows}, the rows, got ${k}`)
  if (starts < 1) throw new RangeError(`starts must be at least 1, got ${starts}`)
  const random = seededRandom(seed)
  const isLarge = points.rows > sampledRows
  const limits = { tolerance: largeTolerance, mostIterations }
  const seen = sampleAt(points, { size: sampledRows, seed, k })
  const tries = Array.from({ length: starts }, () =>
    kMeansFrom(seen, { centres: kMeansStart(seen, { k, random }), mostIterations }),
  )
  if (!isLarge) return inOrder(points.width, improved(points, tries))
  const finalists = distinctTries(tries, points.width)
  const raced = sampleAt(points, { size: racedRows, seed, k })
  const { centres } = bestOf(finalists.map((item) => kMeansFrom(raced, { ...item, ...limits })))
  return inOrder(points.width, kMeansFrom(points, { centres, ...limits }))
}

/** A sample, or all rows where it holds too few different ones. */
function sampleAt(
  points: Points,
  { size, seed, k }: { readonly size: number; readonly seed: number; readonly k: number },
): Points {
  if (size >= points.rows) return points
  const sample = pointsAt(points, sampleRows(points.rows, { size, seed }))
  return countDistinctRows(sample, k) < k ? points : sample
}

function improved(points: Points, tries: readonly KMeans[]): KMeans {
  const best = bestOf(tries)
  const sorted = tries.toSorted((one, other) => one.inertia - other.inertia).slice(0, exchanged)
  const further = bestOf(sorted.map((item) => exchangePoints(points, item)))
  return further.inertia < best.inertia * (1 - worthwhileGain) ? further : best
}

function bestOf(tries: readonly KMeans[]): KMeans {
  const [first, ...others] = tries
  if (first === undefined) throw new RangeError('starts must be at least 1, got 0')
  return others.reduce((best, item) => (item.inertia < best.inertia ? item : best), first)
}

/** The best tries whose centres lie elsewhere. */
function distinctTries(tries: readonly KMeans[], width: number): KMeans[] {
  const kept: KMeans[] = []
  for (const item of tries.map((found) => inOrder(width, found)).sort((one, other) => one.inertia - other.inertia)) {
    const isNew = kept.every(({ centres }) =>
      centres.some((value, at) => Math.abs(value - (item.centres[at] ?? 0)) > 1e-3),
    )
    if (isNew && kept.length < racing) kept.push(item)
  }
  return kept
}

/** Numbers the clusters by their centres, so that the same partition always has the same numbers. */
function inOrder(width: number, found: KMeans): KMeans {
  const k = found.centres.length / width
  const centreOf = (cluster: number): Float64Array => found.centres.subarray(cluster * width, (cluster + 1) * width)
  const order = Array.from({ length: k }, (_, i) => i).sort((one, other) => {
    const [left, right] = [centreOf(one), centreOf(other)]
    const at = left.findIndex((value, j) => value !== right[j])
    return at < 0 ? one - other : (left[at] ?? 0) - (right[at] ?? 0)
  })
  const place = new Int32Array(k)
  order.forEach((cluster, i) => (place[cluster] = i))
  const centres = new Float64Array(found.centres.length)
  order.forEach((cluster, i) => centres.set(centreOf(cluster), i * width))
  return { ...found, centres, labels: found.labels.map((label) => place[label] ?? 0) }
}
