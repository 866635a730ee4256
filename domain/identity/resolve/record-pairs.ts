/** Pairs of records in columns; `left` is always the smaller one. */
export interface RecordPairs {
  readonly left: Uint32Array
  readonly right: Uint32Array
}

/** Collects pairs as single numbers, and gives them back in order, each once. */
export function pairCollector(records: number): {
  readonly add: (a: number, b: number) => void
  readonly size: () => number
  readonly pairs: () => RecordPairs
} {
  let room = new Float64Array(1 << 16)
  let size = 0
  const settle = (): void => {
    const sorted = room.subarray(0, size).toSorted()
    let kept = 0
    for (let i = 0; i < size; i++) {
      const pair = sorted[i] ?? 0
      if (kept === 0 || room[kept - 1] !== pair) room[kept++] = pair
    }
    size = kept
  }
  const makeRoom = (): void => {
    settle()
    if (size < room.length * 0.6) return
    const larger = new Float64Array(room.length * 2)
    larger.set(room)
    room = larger
  }
  return {
    add: (a, b) => {
      if (size === room.length) makeRoom()
      room[size++] = a < b ? a * records + b : b * records + a
    },
    size: () => size,
    pairs: () => {
      settle()
      const [left, right] = [sharedColumn(size), sharedColumn(size)]
      for (let i = 0; i < size; i++) {
        const pair = room[i] ?? 0
        const a = Math.floor(pair / records)
        left[i] = a
        right[i] = pair - a * records
      }
      return { left, right }
    },
  }
}

/** A column that threads read without a copy. */
function sharedColumn(size: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(size * Uint32Array.BYTES_PER_ELEMENT))
}
