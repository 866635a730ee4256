/** Records that have a key in common, laid out one block after another. */
export interface Blocks {
  readonly records: Uint32Array
  /** Where each block begins; one entry more than there are blocks. */
  readonly starts: Uint32Array
}

/** Blocks of at least two records by their codes, in order of the codes; 0 is in no block. */
export function blocksOf(codes: Uint32Array): Blocks {
  const order = orderByCode(codes)
  const starts: number[] = []
  const records = new Uint32Array(order.length)
  let size = 0
  for (let from = 0; from < order.length;) {
    const code = codes[order[from] ?? 0]
    let to = from + 1
    while (to < order.length && codes[order[to] ?? 0] === code) to++
    if (to - from > 1) {
      starts.push(size)
      for (let i = from; i < to; i++) records[size++] = order[i] ?? 0
    }
    from = to
  }
  starts.push(size)
  return { records: records.subarray(0, size), starts: Uint32Array.from(starts) }
}

/** Records that have a code, by code and then by number: two passes over 16 bits each. */
function orderByCode(codes: Uint32Array): Uint32Array {
  let kept = 0
  for (const code of codes) if (code !== 0) kept++
  let order = new Uint32Array(kept)
  let at = 0
  for (let i = 0; i < codes.length; i++) if (codes[i] !== 0) order[at++] = i
  let other = new Uint32Array(kept)
  for (const shift of [0, 16]) {
    const counts = new Uint32Array(65_537)
    for (const record of order) {
      const digit = ((codes[record] ?? 0) >>> shift) & 0xffff
      counts[digit + 1] = (counts[digit + 1] ?? 0) + 1
    }
    for (let i = 0; i < 65_536; i++) counts[i + 1] = (counts[i + 1] ?? 0) + (counts[i] ?? 0)
    for (const record of order) {
      const digit = ((codes[record] ?? 0) >>> shift) & 0xffff
      const place = counts[digit] ?? 0
      other[place] = record
      counts[digit] = place + 1
    }
    ;[order, other] = [other, order]
  }
  return order
}

/** Codes of two keys as one, spread over 32 bits; 0 where a record lacks either. */
export function joinedCodes(left: Uint32Array, right: Uint32Array): Uint32Array {
  const joined = new Uint32Array(left.length)
  for (let i = 0; i < left.length; i++) {
    const [a, b] = [left[i] ?? 0, right[i] ?? 0]
    if (a === 0 || b === 0) continue
    let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    mixed ^= mixed >>> 13
    joined[i] = mixed === 0 ? 1 : mixed
  }
  return joined
}
