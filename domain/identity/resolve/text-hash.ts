/** A whole number below 2^53 that stands for a text; 0 for the empty one. Two texts hardly ever have the same. */
export function textHash(text: string): number {
  if (text === '') return 0
  let [high, low] = [0x1b873593, 0x2545f491]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x85ebca6b)
    high = (high << 13) | (high >>> 19)
    low = (low << 17) | (low >>> 15)
  }
  return numberOf(high ^ text.length, low ^ high)
}

/** A number that stands for two texts together; 0 where either is missing. */
export function joinedHash(left: number, right: number): number {
  if (left === 0 || right === 0) return 0
  // `| 0` takes the lowest 32 bits, as the remainder would, which takes several times as long.
  const [a, b] = [left | 0, right | 0]
  const [c, d] = [Math.floor(left / 4_294_967_296), Math.floor(right / 4_294_967_296)]
  return numberOf(Math.imul(a ^ c, 0x9e3779b1) + b, Math.imul(b ^ d, 0x85ebca6b) ^ a)
}

/** Of a number for a text one of 32 bits: to find pairs by, for two texts may have the same. */
export function shortHash(hash: number): number {
  if (hash === 0) return 0
  const short = hash ^ Math.floor(hash / 4_294_967_296)
  return short === 0 ? 1 : short >>> 0
}

function numberOf(high: number, low: number): number {
  const number = (mixed(high) & 0x1fffff) * 4_294_967_296 + (mixed(low ^ 0x5bd1e995) >>> 0)
  return number === 0 ? 1 : number
}

function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}
