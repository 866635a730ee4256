import { upperHalves, upperKey } from './keyed-figures.ts'
import type { PlacedFigures } from './placed-figures.ts'

/** Figures in buckets: those of one bucket are not above those of the next. */
export interface FigureBuckets extends PlacedFigures {
  /** One past the last place of each bucket. */
  readonly ends: readonly number[]
}

/** Figures are dealt by the first bits of their keys, of which neighbours are put together into about so many buckets. */
const firstBits = 16
const fewestBuckets = 192
const stretchLength = 1024

/**
 * The key of an upper half that may be of −0, which is 0. The negative figures nearest to 0, less than 2⁻¹⁰⁴² from it, have
 * the key of 0 too.
 *
 * @example
 * roughKey(-0x80000000) // 0
 * roughKey(7) // 7
 */
export function roughKey(bits: number): number {
  return bits === -0x80000000 ? 0 : upperKey(bits)
}

/**
 * Deals the known figures of a column into buckets by their keys, each bucket in the order in which they came. What is left
 * to sort is small enough for a processor's caches, unless most figures are nearly the same.
 *
 * @param column any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order in which they are to come; 0, 1, 2 … where absent
 * @example
 * keyBuckets(Float64Array.of(8, NaN, 2)).ends // [1, 2]
 * keyBuckets(Float64Array.of(8, NaN, 2)).positions // Uint32Array.of(2, 0)
 */
export function keyBuckets(column: Float64Array, start?: ArrayLike<number>): FigureBuckets {
  const source = { column, halves: upperHalves(column), start }
  const stretches = stretchesOf(start?.length ?? column.length)
  const counts = new Uint32Array(1 << firstBits)
  const known = stretches.reduce((sum, stretch) => sum + countFirsts(source, { ...stretch, counts }), 0)
  const { bucketOf, ends } = buckets(counts, known / fewestBuckets)
  const places = Uint32Array.from(ends, (_, bucket) => ends[bucket - 1] ?? 0)
  const figures = new Float64Array(known)
  const positions = new Uint32Array(known)
  for (const stretch of stretches) deal(source, { ...stretch, bucketOf, places, figures, positions })
  return { figures, positions, ends }
}

interface Source {
  readonly column: Float64Array
  readonly halves: Int32Array
  readonly start: ArrayLike<number> | undefined
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** A function that is called often is compiled sooner and better than one whose loop is long. */
function stretchesOf(length: number): Stretch[] {
  const count = Math.ceil(length / stretchLength)
  return Array.from({ length: count }, (_, i) => ({
    from: i * stretchLength,
    to: Math.min(length, (i + 1) * stretchLength),
  }))
}

/** @returns how many figures are known */
function countFirsts(
  { column, halves, start }: Source,
  { from, to, counts }: Stretch & { readonly counts: Uint32Array },
): number {
  let known = 0
  for (let i = from; i < to; i++) {
    const position = start === undefined ? i : (start[i] ?? 0)
    if (Number.isNaN(column[position] ?? Number.NaN)) continue
    const first = firstOf(halves[2 * position] ?? 0)
    counts[first] = (counts[first] ?? 0) + 1
    known++
  }
  return known
}

function deal(
  { column, halves, start }: Source,
  target: Stretch & PlacedFigures & { readonly bucketOf: Uint16Array; readonly places: Uint32Array },
): void {
  const { from, to, bucketOf, places, figures, positions } = target
  for (let i = from; i < to; i++) {
    const position = start === undefined ? i : (start[i] ?? 0)
    const figure = column[position] ?? Number.NaN
    if (Number.isNaN(figure)) continue
    const bucket = bucketOf[firstOf(halves[2 * position] ?? 0)] ?? 0
    const free = places[bucket] ?? 0
    places[bucket] = free + 1
    figures[free] = figure
    positions[free] = position
  }
}

/** The first bits of a key, counted from 0 for the least. */
function firstOf(half: number): number {
  return (roughKey(half) ^ 0x80000000) >>> 16
}

/** Neighbours share a bucket as long as that does not make it larger than wanted. */
function buckets(counts: Uint32Array, wanted: number): { bucketOf: Uint16Array; ends: number[] } {
  const bucketOf = new Uint16Array(counts.length)
  const ends: number[] = []
  let size = 0
  let total = 0
  for (let first = 0; first < counts.length; first++) {
    const count = counts[first] ?? 0
    if (count === 0) continue
    if (size > 0 && size + count > wanted) {
      ends.push(total)
      size = 0
    }
    bucketOf[first] = ends.length
    size += count
    total += count
  }
  if (total > 0) ends.push(total)
  return { bucketOf, ends }
}
