/** Numbers that stand for texts, numbered from 1 in the order in which they first come; 0 stays 0. */
export function denseCodes(hashes: Float64Array): { readonly codes: Uint32Array; readonly distinct: number } {
  let size = 1024
  while (size < hashes.length * 2) size *= 2
  const slots = new Float64Array(size)
  const numbers = new Uint32Array(size)
  let distinct = 0
  const codes = Uint32Array.from(hashes, (hash) => {
    if (hash === 0) return 0
    let slot = (hash % size) | 0
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = slot + 1 === size ? 0 : slot + 1
    if (slots[slot] === 0) {
      slots[slot] = hash
      numbers[slot] = ++distinct
    }
    return numbers[slot] ?? 0
  })
  return { codes, distinct }
}
