import type { KeyedFigures } from './keyed-figures.ts'

/**
 * Sorts by keys, smallest first; equal keys stay in the order in which they came.
 *
 * As many passes as the distance of the keys needs.
 *
 * @param given overwritten
 * @param spare as much room again, overwritten
 * @returns the one of the two that holds the result
 * Source: Knuth 1973, "The art of computer programming", 5.2.5.
 * @example
 * radixOrder({ keys: Int32Array.of(7, -2, 7), figures: Float64Array.of(7, -2, 7), positions: Uint32Array.of(4, 5, 6) }, emptyFigures(3)).positions // Uint32Array.of(5, 4, 6)
 */
export function radixOrder(given: KeyedFigures, spare: KeyedFigures): KeyedFigures {
  const { minimum, unusedBits, bits } = keyRange(given.keys)
  const passes = Math.ceil(bits / mostBits(given.keys.length))
  const width = Math.ceil(bits / passes)
  let [from, to] = [given, spare]
  for (let pass = 0; pass < passes; pass++) {
    if (distribute(from, { to, minimum, shift: unusedBits + pass * width, values: 1 << width })) [from, to] = [to, from]
  }
  return from
}

/** Of a pass: more lists than figures are a waste, and more than 4096 no longer fit a processor's caches. */
function mostBits(count: number): number {
  if (count < 256) return 6
  return count < 4096 ? 9 : 12
}

/** The least key, how many of the last bits are the same in all keys, and how many above those tell them apart. */
function keyRange(keys: Int32Array): { minimum: number; unusedBits: number; bits: number } {
  const first = keys[0] ?? 0
  let [minimum, maximum, differing] = [first, first, 0]
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    if (key < minimum) minimum = key
    if (key > maximum) maximum = key
    differing |= key ^ first
  }
  if (differing === 0) return { minimum, unusedBits: 0, bits: 0 }
  const unusedBits = 31 - Math.clz32(differing & -differing)
  return { minimum, unusedBits, bits: 32 - Math.clz32((maximum - minimum) >>> unusedBits) }
}

interface Digit {
  readonly to: KeyedFigures
  readonly minimum: number
  readonly shift: number
  readonly values: number
}

/** One stable pass; false where all have the same digit and nothing needs to move. */
function distribute({ keys, figures, positions }: KeyedFigures, { to, minimum, shift, values }: Digit): boolean {
  const mask = values - 1
  const places = new Uint32Array(values)
  for (let i = 0; i < keys.length; i++) {
    const digit = (((keys[i] ?? 0) - minimum) >>> shift) & mask
    places[digit] = (places[digit] ?? 0) + 1
  }
  if (places[(((keys[0] ?? 0) - minimum) >>> shift) & mask] === keys.length) return false
  let place = 0
  for (let digit = 0; digit < values; digit++) {
    const size = places[digit] ?? 0
    places[digit] = place
    place += size
  }
  const { keys: toKeys, figures: toFigures, positions: toPositions } = to
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const digit = ((key - minimum) >>> shift) & mask
    const free = places[digit] ?? 0
    places[digit] = free + 1
    toKeys[free] = key
    toFigures[free] = figures[i] ?? 0
    toPositions[free] = positions[i] ?? 0
  }
  return true
}
