import type { PlacedFigures } from './placed-figures.ts'

/** Known figures with where they came from, and a whole number of 32 bits each to sort them by. */
export interface KeyedFigures extends PlacedFigures {
  readonly keys: Int32Array
}

/** Where the more significant half of a double stands among its two 32-bit halves on this machine. */
const highHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0

/**
 * The key of an upper half. Negative doubles are ordered backwards.
 *
 * @param bits of a figure that is not −0
 * @example
 * upperKey(0) // 0
 * upperKey(-1) // -2147483648
 */
export function upperKey(bits: number): number {
  return bits ^ ((bits >> 31) & 0x7fffffff)
}

/**
 * The upper halves of the doubles of a column, as a view: that of the figure at i is at 2 · i.
 *
 * @example
 * upperHalves(Float64Array.of(0, 2))[2] // 1073741824
 */
export function upperHalves({ buffer, byteOffset, length }: Float64Array): Int32Array {
  // Behind a column without figures there is no room to begin at its first upper half.
  if (length === 0) return new Int32Array(0)
  return new Int32Array(buffer, byteOffset + 4 * highHalf, 2 * length - highHalf)
}

/**
 * Room for so many.
 *
 * @example
 * emptyFigures(2).keys.length // 2
 */
export function emptyFigures(count: number): KeyedFigures {
  return { keys: new Int32Array(count), figures: new Float64Array(count), positions: new Uint32Array(count) }
}

/**
 * Keys by the upper halves of the bits: they are ordered as the figures are, but where the halves agree.
 *
 * Source: the bits of IEEE 754 doubles are ordered like their values, those of negative ones the other way round.
 * @example
 * writeUpperKeys(emptyFigures(1)) // undefined
 */
export function writeUpperKeys({ keys, figures }: KeyedFigures): void {
  const double = new Float64Array(1)
  const halves = new Int32Array(double.buffer)
  for (let i = 0; i < keys.length; i++) {
    // Adding 0 turns −0 into 0.
    double[0] = (figures[i] ?? 0) + 0
    keys[i] = upperKey(halves[highHalf] ?? 0)
  }
}

/**
 * Keys by the lower halves, which decide where the upper ones agree.
 *
 * @example
 * writeLowerKeys(emptyFigures(1)) // undefined
 */
export function writeLowerKeys({ keys, figures }: KeyedFigures): void {
  const double = new Float64Array(1)
  const halves = new Int32Array(double.buffer)
  for (let i = 0; i < keys.length; i++) {
    double[0] = (figures[i] ?? 0) + 0
    // The lower half has no sign of its own: its first bit is turned so that whole numbers with a sign order it right.
    keys[i] = (halves[1 - highHalf] ?? 0) ^ ((halves[highHalf] ?? 0) >> 31) ^ 0x80000000
  }
}
