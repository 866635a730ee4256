import { requireInteger } from '../arguments/require-integer.ts'

/** A source of numbers, uniform over the open interval (0, 1). */
export type RandomSource = () => number

/**
 * A generator that gives the same numbers for the same seed on every machine: xoshiro128**, seeded by SplitMix32.
 *
 * @param seed any integer
 * @returns a function; every call gives the next number with 52 random bits, never 0 and never 1
 * @throws RangeError when the seed is not an integer
 * Source: Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators".
 * @example
 * seededRandom(1)() === seededRandom(1)() // true
 * seededRandom(1)() === seededRandom(2)() // false
 * seededRandom(0.5) // throws RangeError
 */
export function seededRandom(seed: number): RandomSource {
  requireInteger('seed', seed)
  let mixed = seed | 0
  const nextSeed = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let z = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, d] = [nextSeed(), nextSeed(), nextSeed(), nextSeed()]
  const next = (): number => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }
  return () => ((next() >>> 6) * 2 ** 26 + (next() >>> 6) + 0.5) / 2 ** 52
}
