import { roughKey } from './key-buckets.ts'
import { upperHalves } from './keyed-figures.ts'
import type { PlacedFigures } from './placed-figures.ts'
import { settleFigures } from './settle-figures.ts'
import { sortByBothHalves, sortByHalves } from './sort-by-halves.ts'

/** Figures are dealt by so many bits of their keys, which makes about as many places as a bucket has figures. */
const digitBits = 12
const digits = 1 << digitBits
/** There is room for so many; where a bucket has more, most of the column is in it. */
const mostInRoom = 1 << 16

/** Room that one bucket after the other is sorted in; it stays in a processor's caches. */
export interface BucketRoom extends PlacedFigures {
  readonly digitOf: Uint16Array
  /** How many figures have each digit, and then where the next of them goes. */
  readonly places: Uint32Array
}

/**
 * Room for buckets of at most so many figures; larger ones take room of their own.
 *
 * @example
 * bucketRoom(3).figures.length // 3
 */
export function bucketRoom(largest: number): BucketRoom {
  const size = Math.min(largest, mostInRoom)
  return {
    figures: new Float64Array(size),
    positions: new Uint32Array(size),
    digitOf: new Uint16Array(size),
    places: new Uint32Array(digits),
  }
}

/**
 * Sorts figures that are near each other, in place; equal figures stay in the order in which they came.
 *
 * They are dealt once, by the first bits that tell their keys apart, and what those leave is put right by moving neighbours;
 * where that would take long, by sorting. The time is proportional to the figures, whatever they are.
 *
 * Source: Knuth 1973, "The art of computer programming", 5.2.5.
 * @example
 * sortBucket({ figures: Float64Array.of(1, 2), positions: Uint32Array.of(0, 1) }, bucketRoom(2)) // undefined
 */
export function sortBucket(bucket: PlacedFigures, room: BucketRoom): void {
  if (bucket.figures.length > mostInRoom) return sortByHalves(bucket)
  deal(bucket, room)
  if (!settleFigures(bucket)) sortByBothHalves(bucket)
}

/** A stable pass into the room, and back. */
function deal({ figures, positions }: PlacedFigures, room: BucketRoom): void {
  const halves = upperHalves(figures)
  const size = figures.length
  const { least, greatest } = keyRange(halves)
  if (least === greatest) return
  const shift = Math.max(0, 32 - Math.clz32(greatest - least) - digitBits)
  const { digitOf, places, figures: dealt, positions: dealtPositions } = room
  places.fill(0)
  for (let i = 0; i < size; i++) {
    const digit = (roughKey(halves[2 * i] ?? 0) - least) >>> shift
    digitOf[i] = digit
    places[digit] = (places[digit] ?? 0) + 1
  }
  placeDigits(places)
  for (let i = 0; i < size; i++) {
    const digit = digitOf[i] ?? 0
    const free = places[digit] ?? 0
    places[digit] = free + 1
    dealt[free] = figures[i] ?? 0
    dealtPositions[free] = positions[i] ?? 0
  }
  figures.set(dealt.subarray(0, size))
  positions.set(dealtPositions.subarray(0, size))
}

/** `halves` has one of each figure at every other place. */
function keyRange(halves: Int32Array): { least: number; greatest: number } {
  let least = 0x7fffffff
  let greatest = -0x80000000
  for (let i = 0; i < halves.length; i += 2) {
    const key = roughKey(halves[i] ?? 0)
    if (key < least) least = key
    if (key > greatest) greatest = key
  }
  return { least, greatest }
}

/** From how many there are of each digit to where the first of them goes. */
function placeDigits(counts: Uint32Array): void {
  let place = 0
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit] ?? 0
    counts[digit] = place
    place += count
  }
}
