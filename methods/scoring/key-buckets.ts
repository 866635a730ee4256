import type { KeyedFigures } from './keyed-figures.ts'

/** So many stretches of the keys are counted, and put together into so many buckets of about the same size. */
const stretchBits = 13
const fewestBuckets = 192

/**
 * Deals figures into buckets by their keys, smaller keys into earlier buckets, each in the order in which they came. What
 * is left to sort is small enough for a processor's caches, unless most keys are nearly the same.
 *
 * @param given at least one
 * @param to room for the result, overwritten
 * @returns one past the last place of each bucket
 * @example
 * keyBuckets(keyedFigures([8, 2]), emptyFigures(2)) // [1, 2]
 */
export function keyBuckets({ keys, figures, positions }: KeyedFigures, to: KeyedFigures): number[] {
  const [minimum, maximum] = bounds(keys)
  const shift = Math.max(0, 32 - Math.clz32(maximum - minimum) - stretchBits)
  const counts = new Uint32Array(((maximum - minimum) >>> shift) + 1)
  for (let i = 0; i < keys.length; i++) {
    const stretch = ((keys[i] ?? 0) - minimum) >>> shift
    counts[stretch] = (counts[stretch] ?? 0) + 1
  }
  const { bucketOf, ends } = buckets(counts, keys.length / fewestBuckets)
  const places = Uint32Array.from(ends, (_, bucket) => ends[bucket - 1] ?? 0)
  const { keys: toKeys, figures: toFigures, positions: toPositions } = to
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const bucket = bucketOf[(key - minimum) >>> shift] ?? 0
    const free = places[bucket] ?? 0
    places[bucket] = free + 1
    toKeys[free] = key
    toFigures[free] = figures[i] ?? 0
    toPositions[free] = positions[i] ?? 0
  }
  return ends
}

function bounds(keys: Int32Array): readonly [number, number] {
  let [minimum, maximum] = [keys[0] ?? 0, keys[0] ?? 0]
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    if (key < minimum) minimum = key
    if (key > maximum) maximum = key
  }
  return [minimum, maximum]
}

/** Neighbouring stretches share a bucket as long as that does not make it larger than wanted. */
function buckets(counts: Uint32Array, wanted: number): { bucketOf: Uint16Array; ends: number[] } {
  const bucketOf = new Uint16Array(counts.length)
  const ends: number[] = []
  let [size, total] = [0, 0]
  counts.forEach((count, stretch) => {
    if (size > 0 && size + count > wanted) {
      ends.push(total)
      size = 0
    }
    bucketOf[stretch] = ends.length
    size += count
    total += count
  })
  ends.push(total)
  return { bucketOf, ends }
}
