import { exponential } from './exponential.ts'

/** A stream of random draws that is the same on every machine for the same seed. */
export interface SeededRandom {
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** Whole number, both ends included. */
  integer(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Draws by weight; weights need not sum to one. */
  weighted<Item>(items: readonly Item[], weight: (item: Item, index: number) => number): Item
  shuffled<Item>(items: readonly Item[]): Item[]
  /** Near-normal with mean 0 and deviation 1: the sum of twelve uniforms, so no logarithm is needed. */
  normal(): number
  /** Multiplier with median 1. */
  logNormal(sigma: number): number
}

export function seededRandom(seed: string): SeededRandom {
  const next = smallFastCounter(seed)
  const between = (low: number, high: number) => low + next() * (high - low)
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const normal = () => {
    let sum = 0
    for (let draw = 0; draw < 12; draw += 1) sum += next()
    return sum - 6
  }
  return {
    next,
    between,
    integer,
    normal,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
    weighted: (items, weight) => {
      const weights = items.map(weight)
      let left = next() * weights.reduce((sum, each) => sum + each, 0)
      const index = weights.findIndex((each) => (left -= each) < 0)
      return itemAt(items, index < 0 ? items.length - 1 : index)
    },
    shuffled: (items) => {
      const pool = [...items]
      const drawn: typeof pool = []
      while (pool.length > 0) drawn.push(...pool.splice(Math.floor(next() * pool.length), 1))
      return drawn
    },
    logNormal: (sigma) => exponential(sigma * normal()),
  }
}

/** The item at an index that must exist. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`index: expected 0..${items.length - 1}, got ${index}`)
  return item
}

/** Doty-Humphrey's sfc32: three words of state and a counter, seeded from the text. */
function smallFastCounter(seed: string): () => number {
  let a = textHash(seed, 0x2545f491)
  let b = textHash(seed, 0x9e3779b9)
  let c = textHash(seed, 0x85ebca6b)
  let counter = 1
  const step = () => {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    c |= 0
    return (mixed >>> 0) / 4294967296
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) step()
  return step
}

function textHash(text: string, start: number): number {
  let hash = start | 0
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
    hash ^= hash >>> 15
  }
  return hash
}
