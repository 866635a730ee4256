import { type PlacedFigures, roughKey } from './key-buckets.ts'
import { emptyFigures } from './keyed-figures.ts'
import { radixOrder } from './radix-order.ts'

/** Of a key so many bits are sorted by, and as many hold the place of a figure in its bucket: a whole number of 32 bits. */
const packedBits = 16
const mostPacked = 1 << packedBits
/** They are sorted by in two passes. */
const digitBits = 8
const digits = 1 << digitBits

/** Room that one bucket after the other is sorted in; it stays in a processor's caches. */
export interface BucketRoom extends PlacedFigures {
  readonly packed: Uint32Array
  readonly spare: Uint32Array
  /** How many figures have each digit, and then where the next of them goes: for the lower and the upper digit. */
  readonly lower: Uint32Array
  readonly upper: Uint32Array
}

/** A stretch of figures; the upper halves of all figures, see `upperHalves`. */
interface Bucket extends PlacedFigures {
  readonly halves: Int32Array
  readonly from: number
  readonly to: number
}

/**
 * Room for buckets of at most so many figures; larger ones take room of their own.
 *
 * @example
 * bucketRoom(3).packed.length // 3
 */
export function bucketRoom(largest: number): BucketRoom {
  const size = Math.min(largest, mostPacked)
  return {
    packed: new Uint32Array(size),
    spare: new Uint32Array(size),
    figures: new Float64Array(size),
    positions: new Uint32Array(size),
    lower: new Uint32Array(digits),
    upper: new Uint32Array(digits),
  }
}

/**
 * Sorts a stretch of figures by the first 16 bits that tell their keys apart, in place; figures that agree in them stay in
 * the order in which they came, and so does a stretch that is in order already.
 *
 * A radix sort that moves only the bits with the place of their figure, and each figure once, at the end.
 *
 * Source: Knuth 1973, "The art of computer programming", 5.2.5.
 * @example
 * sortBucket({ figures: Float64Array.of(1, 2), positions: Uint32Array.of(0, 1), halves: Int32Array.of(0, 0, 1), from: 0, to: 2 }, bucketRoom(2)) // undefined
 */
export function sortBucket(bucket: Bucket, room: BucketRoom): void {
  const { least, greatest, isInOrder } = keyRange(bucket)
  if (isInOrder) return
  const size = bucket.to - bucket.from
  if (size > mostPacked) return sortLarge(bucket)
  const shift = Math.max(0, 32 - Math.clz32(greatest - least) - packedBits)
  pack(bucket, { room, least, shift })
  const { packed, spare, lower, upper } = room
  distribute(packed, { to: spare, places: lower, shift: packedBits, size })
  distribute(spare, { to: packed, places: upper, shift: packedBits + digitBits, size })
  unpack(bucket, room)
}

function keyRange({ figures, halves, from, to }: Bucket): { least: number; greatest: number; isInOrder: boolean } {
  let least = 0x7fffffff
  let greatest = -0x80000000
  let before = -Infinity
  let isInOrder = true
  for (let i = from; i < to; i++) {
    const figure = figures[i] ?? 0
    if (figure < before) isInOrder = false
    before = figure
    const key = roughKey(halves[2 * i] ?? 0)
    if (key < least) least = key
    if (key > greatest) greatest = key
  }
  return { least, greatest, isInOrder }
}

/** Copies the figures, puts what they are sorted by beside their places, and counts the digits. */
function pack(
  { figures, positions, halves, from, to }: Bucket,
  { room, least, shift }: { readonly room: BucketRoom; readonly least: number; readonly shift: number },
): void {
  const { packed, figures: copied, positions: copiedPositions, lower, upper } = room
  lower.fill(0)
  upper.fill(0)
  const size = to - from
  for (let i = 0; i < size; i++) {
    const at = from + i
    copied[i] = figures[at] ?? 0
    copiedPositions[i] = positions[at] ?? 0
    const bits = (roughKey(halves[2 * at] ?? 0) - least) >>> shift
    packed[i] = (bits << 16) | i
    const low = bits & 0xff
    lower[low] = (lower[low] ?? 0) + 1
    const high = bits >>> 8
    upper[high] = (upper[high] ?? 0) + 1
  }
  placeDigits(lower)
  placeDigits(upper)
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

interface Digit {
  readonly to: Uint32Array
  readonly places: Uint32Array
  readonly shift: number
  readonly size: number
}

/** One stable pass. */
function distribute(packed: Uint32Array, { to, places, shift, size }: Digit): void {
  for (let i = 0; i < size; i++) {
    const each = packed[i] ?? 0
    const digit = (each >>> shift) & 0xff
    const free = places[digit] ?? 0
    places[digit] = free + 1
    to[free] = each
  }
}

function unpack({ figures, positions, from, to }: Bucket, room: BucketRoom): void {
  const { packed, figures: copied, positions: copiedPositions } = room
  const size = to - from
  for (let i = 0; i < size; i++) {
    const place = (packed[i] ?? 0) & 0xffff
    figures[from + i] = copied[place] ?? 0
    positions[from + i] = copiedPositions[place] ?? 0
  }
}

/** More figures than places have bits for: most of the column is in one bucket. */
function sortLarge({ figures, positions, halves, from, to }: Bucket): void {
  const keys = new Int32Array(to - from)
  for (let i = 0; i < keys.length; i++) keys[i] = roughKey(halves[2 * (from + i)] ?? 0)
  const given = { keys, figures: figures.subarray(from, to), positions: positions.subarray(from, to) }
  const inOrder = radixOrder(given, emptyFigures(keys.length))
  if (inOrder === given) return
  given.figures.set(inOrder.figures)
  given.positions.set(inOrder.positions)
}
