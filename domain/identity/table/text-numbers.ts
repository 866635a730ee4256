/** Numbers texts in the order in which they first come; 0 is the empty one. A Map would take several times as long. */
export interface TextNumbers {
  /** The number of a text; −1 where it is new. */
  readonly find: (text: string) => number
  /** The number of a text, new or known. */
  readonly numberOf: (text: string) => number
  /** Texts by their numbers. */
  readonly texts: string[]
}

/** Slots are never more than half full. */
const firstSlots = 1 << 10

export function textNumbers(): TextNumbers {
  const texts = ['']
  let slots = new Int32Array(firstSlots)
  let hashes = new Int32Array(firstSlots / 2 + 1)
  const makeRoom = (): void => {
    slots = new Int32Array(slots.length * 2)
    const larger = new Int32Array(slots.length / 2 + 1)
    larger.set(hashes)
    hashes = larger
    const mask = slots.length - 1
    for (let number = 1; number < texts.length; number++) {
      let slot = (hashes[number] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number
    }
  }
  /** The slot in which a text is, or would be. */
  const slotOf = (text: string, hash: number): number => {
    const mask = slots.length - 1
    let slot = hash & mask
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (hashes[number] === hash && texts[number] === text) break
      slot = (slot + 1) & mask
    }
    return slot
  }
  return {
    texts,
    find: (text) => {
      if (text === '') return 0
      const number = slots[slotOf(text, hashOf(text))] ?? 0
      return number === 0 ? -1 : number
    },
    numberOf: (text) => {
      if (text === '') return 0
      const hash = hashOf(text)
      const slot = slotOf(text, hash)
      const known = slots[slot] ?? 0
      if (known !== 0) return known
      const number = texts.push(text) - 1
      slots[slot] = number
      hashes[number] = hash
      if (texts.length * 2 > slots.length) makeRoom()
      return number
    },
  }
}

function hashOf(text: string): number {
  let hash = text.length
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return hash ^ (hash >>> 15)
}
