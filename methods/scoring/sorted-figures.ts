import { keyBuckets } from './key-buckets.ts'
import { placedFigures } from './placed-figures.ts'
import { bucketRoom, sortBucket } from './sort-bucket.ts'
import { sortByHalves } from './sort-by-halves.ts'

/** Known figures, smallest first, and where they were. */
export interface SortedFigures {
  readonly sorted: Float64Array
  /** Position of each. */
  readonly order: Uint32Array
}

/** Fewer are sorted at once. */
const fewestForBuckets = 8192

/**
 * The known figures of a column, smallest first. Equal figures stay in the order in which they came.
 *
 * Dealt into buckets by the first bits of the doubles, and sorted bucket by bucket. The time is proportional to the figures,
 * whatever they are.
 *
 * @param figures any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order that decides ties; 0, 1, 2 … where absent
 * @example
 * sortedFigures([30, NaN, -10]) // { sorted: Float64Array.of(-10, 30), order: Uint32Array.of(2, 0) }
 */
export function sortedFigures(figures: ArrayLike<number>, start?: ArrayLike<number>): SortedFigures {
  const column = figures instanceof Float64Array ? figures : Float64Array.from(figures)
  if ((start ?? column).length >= fewestForBuckets) return sortedByBuckets(column, start)
  const known = placedFigures(column, start)
  sortByHalves(known)
  return { sorted: known.figures, order: known.positions }
}

function sortedByBuckets(column: Float64Array, start?: ArrayLike<number>): SortedFigures {
  const { figures, positions, ends } = keyBuckets(column, start)
  const starts = [0, ...ends]
  const room = bucketRoom(Math.max(0, ...ends.map((end, bucket) => end - (starts[bucket] ?? 0))))
  for (const [bucket, to] of ends.entries()) {
    const from = starts[bucket] ?? 0
    sortBucket({ figures: figures.subarray(from, to), positions: positions.subarray(from, to) }, room)
  }
  return { sorted: figures, order: positions }
}
