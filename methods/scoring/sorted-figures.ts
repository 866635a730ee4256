import { keyBuckets, type PlacedFigures } from './key-buckets.ts'
import { emptyFigures, keyedFigures, upperHalves, writeLowerKeys, writeUpperKeys } from './keyed-figures.ts'
import { radixOrder } from './radix-order.ts'
import { bucketRoom, sortBucket } from './sort-bucket.ts'

/** Known figures, smallest first, and where they were. */
export interface SortedFigures {
  readonly sorted: Float64Array
  /** Position of each. */
  readonly order: Uint32Array
}

/** Fewer are sorted at once. */
const fewestForBuckets = 8192
/** Figures whose upper halves agree are moved at most so many places per figure before the lower halves are sorted too. */
const movesPerFigure = 8

/**
 * The known figures of a column, smallest first. Equal figures stay in the order in which they came.
 *
 * Sorted by the upper halves of the doubles, then by comparison where those agree; where that would take long, by both
 * halves. The time is proportional to the figures, whatever they are.
 *
 * @param figures any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order that decides ties; 0, 1, 2 … where absent
 * @example
 * sortedFigures([30, NaN, -10]) // { sorted: Float64Array.of(-10, 30), order: Uint32Array.of(2, 0) }
 */
export function sortedFigures(figures: ArrayLike<number>, start?: ArrayLike<number>): SortedFigures {
  const byUpper = sortedByUpper(figures instanceof Float64Array ? figures : Float64Array.from(figures), start)
  if (settle(byUpper)) return { sorted: byUpper.figures, order: byUpper.positions }

  const again = keyedFigures(figures, start)
  writeLowerKeys(again)
  const spare = emptyFigures(again.keys.length)
  const byLower = radixOrder(again, spare)
  writeUpperKeys(byLower)
  const byBoth = radixOrder(byLower, byLower === again ? spare : again)
  return { sorted: byBoth.figures, order: byBoth.positions }
}

function sortedByUpper(column: Float64Array, start?: ArrayLike<number>): PlacedFigures {
  if ((start ?? column).length < fewestForBuckets) {
    const known = keyedFigures(column, start)
    return radixOrder(known, emptyFigures(known.keys.length))
  }
  const { figures, positions, ends } = keyBuckets(column, start)
  const starts = [0, ...ends]
  const room = bucketRoom(Math.max(0, ...ends.map((end, bucket) => end - (starts[bucket] ?? 0))))
  const halves = upperHalves(figures)
  for (const [bucket, to] of ends.entries()) {
    sortBucket({ figures, positions, halves, from: starts[bucket] ?? 0, to }, room)
  }
  return { figures, positions }
}

/** Puts right what the upper halves could not tell apart; false where that takes too many moves. */
function settle({ figures, positions }: PlacedFigures): boolean {
  let movesLeft = movesPerFigure * figures.length
  for (let i = 1; i < figures.length; i++) {
    const figure = figures[i] ?? 0
    if (figure >= (figures[i - 1] ?? 0)) continue
    const position = positions[i] ?? 0
    let free = i
    for (; free > 0 && (figures[free - 1] ?? 0) > figure; free--) {
      figures[free] = figures[free - 1] ?? 0
      positions[free] = positions[free - 1] ?? 0
    }
    figures[free] = figure
    positions[free] = position
    movesLeft -= i - free
    if (movesLeft < 0) return false
  }
  return true
}
