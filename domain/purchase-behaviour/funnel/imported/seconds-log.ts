import { sampleQuantile } from '@vitalfew/methods/scoring/sample-quantile.ts'

const chunkLength = 32_768
/** Lengths beyond this (136 years) count as this. */
const mostSeconds = 2 ** 32 - 1
const halves = 65_536
/** Up to so many are sorted: simpler, and faster than counting. */
const fewSeconds = 20_000
const daySeconds = 86_400

/** Lengths of time that are noted one after the other; tens of millions stay small. */
export interface SecondsLog {
  readonly add: (seconds: number) => void
  /** Quantiles in days, exact, interpolated between neighbours; null for each where nothing was noted. */
  readonly days: (probabilities: readonly number[]) => (number | null)[]
  /** The same in seconds, or whatever was noted. */
  readonly quantiles: (probabilities: readonly number[]) => (number | null)[]
}

export function secondsLog(): SecondsLog {
  const full: Uint32Array[] = []
  let [last, used] = [new Uint32Array(16), 0]
  const quantiles = (probabilities: readonly number[]): (number | null)[] => {
    const parts = [...full, last.subarray(0, used)]
    const count = full.length * chunkLength + used
    if (count === 0) return probabilities.map(() => null)
    const at = count <= fewSeconds ? sortedAt(parts) : countedAt(parts)
    return probabilities.map((probability) => {
      const place = probability * (count - 1)
      return sampleQuantile([at(Math.floor(place)), at(Math.ceil(place))], place - Math.floor(place))
    })
  }
  return {
    add: (seconds) => {
      if (used === last.length) {
        if (used === chunkLength) {
          full.push(last)
          last = new Uint32Array(chunkLength)
          used = 0
        } else {
          const longer = new Uint32Array(Math.min(chunkLength, used * 8))
          longer.set(last)
          last = longer
        }
      }
      last[used++] = Math.min(seconds, mostSeconds)
    },
    days: (probabilities) => quantiles(probabilities).map((length) => (length === null ? null : length / daySeconds)),
    quantiles,
  }
}

function sortedAt(parts: readonly Uint32Array[]): (rank: number) => number {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  all.sort()
  return (rank) => all[rank] ?? 0
}

/** The value of a rank by counting the upper halves of all numbers, then the lower halves of those that share one. */
function countedAt(parts: readonly Uint32Array[]): (rank: number) => number {
  const upper = new Uint32Array(halves)
  for (const part of parts) for (const value of part) upper[value >>> 16] = (upper[value >>> 16] ?? 0) + 1
  const known = new Map<number, Uint32Array>()
  const lowerOf = (high: number): Uint32Array => {
    const lower = known.get(high) ?? new Uint32Array(halves)
    if (known.has(high)) return lower
    known.set(high, lower)
    for (const part of parts) {
      for (const value of part) if (value >>> 16 === high) lower[value & 0xffff] = (lower[value & 0xffff] ?? 0) + 1
    }
    return lower
  }
  return (rank) => {
    const [high, left] = reached(upper, rank)
    const [low] = reached(lowerOf(high), left)
    return high * halves + low
  }
}

/** The slot in which the counts from the first on come to a rank, and how far into it. */
function reached(counts: Uint32Array, rank: number): [slot: number, left: number] {
  let left = rank
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0
    if (left < count) return [slot, left]
    left -= count
  }
  return [counts.length - 1, 0]
}
