import type { RandomSource } from '../simulation/seeded-random.ts'

/** Cumulative probabilities of the Poisson distribution of mean 1; beyond the last they cannot be told from 1. */
const poissonSteps = (() => {
  const steps: number[] = []
  let probability = Math.exp(-1)
  let sum = 0
  for (let k = 0; k < 19; k++) {
    sum += probability
    steps.push(sum)
    probability /= k + 1
  }
  return Float64Array.from(steps)
})()

const undecided = 128
/** What the first eight bits of a uniform number say: how often, or that more bits are needed. */
const byFirstByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  const times = timesOf(byte / 256)
  return times === timesOf((byte + 1) / 256) ? times : undecided
})

/**
 * Draws how often each account is in a replicate: Poisson of mean 1, independently, four from every random number of 32 bits.
 *
 * @param times overwritten; a multiple of four
 * @param random a source such as `seededRandom`, of which few numbers are used
 * Source: Chamandy, Muralidharan, Najmi and Naidu 2012, "Estimating uncertainty for massive data streams"; generator:
 * Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators" (xoshiro128**).
 * @example
 * drawTimes(new Uint8Array(4), seededRandom(1)) // undefined
 */
export function drawTimes(times: Uint8Array, random: RandomSource): void {
  const word = (): number => (random() * 2 ** 32) | 0
  let [a, b, c, d] = [word(), word(), word(), word()]
  for (let i = 0; i < times.length; i += 4) {
    const product = Math.imul(b, 5)
    const bits = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)

    const first = byFirstByte[bits & 255] ?? 0
    const second = byFirstByte[(bits >>> 8) & 255] ?? 0
    const third = byFirstByte[(bits >>> 16) & 255] ?? 0
    const fourth = byFirstByte[bits >>> 24] ?? 0
    times[i] = first
    times[i + 1] = second
    times[i + 2] = third
    times[i + 3] = fourth
    if ((first | second | third | fourth) < undecided) continue
    for (let k = 0; k < 4; k++) {
      if (times[i + k] === undecided) times[i + k] = timesOf((((bits >>> (8 * k)) & 255) + random()) / 256)
    }
  }
}

/** The quantile of the distribution. */
function timesOf(uniform: number): number {
  let times = 0
  while (times < poissonSteps.length && uniform >= (poissonSteps[times] ?? 1)) times++
  return times
}
