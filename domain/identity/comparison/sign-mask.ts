/** The signs of a text as 32 bits, several signs sharing one. */
export function signMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    mask |= 1 << ((unit ^ (unit >> 5)) & 31)
  }
  return mask
}

/** False where two texts have less than half of the signs of the shorter one in common. */
export function shareHalf(left: number, right: number): boolean {
  return 2 * bitCount(left & right) >= Math.min(bitCount(left), bitCount(right))
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
