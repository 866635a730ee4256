import type { Baskets } from '@vitalfew/methods/affinity/baskets.ts'

/** Baskets from rows of RowBinary arrays of UInt32: each a length in seven-bit groups, then the items. */
export function readBaskets(view: DataView): Baskets {
  const [lengths, starts]: [number[], number[]] = [[], []]
  let items = 0
  for (let at = 0; at < view.byteLength;) {
    let [length, shift, group] = [0, 0, 0]
    do {
      group = view.getUint8(at++)
      length |= (group & 0x7f) << shift
      shift += 7
    } while (group >= 0x80)
    lengths.push(length)
    starts.push(at)
    items += length
    at += 4 * length
  }
  const baskets = { offsets: new Uint32Array(lengths.length + 1), items: new Uint32Array(items) }
  let to = 0
  lengths.forEach((length, basket) => {
    const from = starts[basket] ?? 0
    for (let i = 0; i < length; i++) baskets.items[to++] = view.getUint32(from + 4 * i, true)
    baskets.offsets[basket + 1] = to
  })
  return baskets
}
