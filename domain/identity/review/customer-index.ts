import type { HashedKey } from '../resolve/hashed-keys.ts'
import type { KeptModel } from '../known/kept-model.ts'
import { hashesOf } from '../known/write-records.ts'

/** Customers that have been compared, laid out so that those who have something in common with a new one are found at once. */
export interface CustomerIndex {
  readonly model: KeptModel
  /** By its number what each customer was when it was compared. */
  readonly keys: readonly string[]
  readonly texts: readonly (readonly string[])[]
  /** For each customer that there is the number that counts. */
  readonly numbers: ReadonlyMap<string, number>
  readonly segments: readonly IndexSegment[]
}

/** For each rule what records have in common, in order, and the numbers of the records. */
export type IndexSegment = ReadonlyMap<number, { readonly hashes: Float64Array; readonly numbers: Uint32Array }>

/** `first` is the number of the first record. */
export function indexSegment(
  model: KeptModel,
  { keys, records, first }: { readonly keys: readonly HashedKey[]; readonly records: number; readonly first: number },
): IndexSegment {
  return new Map(
    hashesOf(model, keys).map(({ rule, hashOf }) => {
      const hashOfRecord = Float64Array.from({ length: records }, (_, record) => hashOf(record))
      const order = Uint32Array.from(hashOfRecord.keys())
        .filter((record) => hashOfRecord[record] !== 0)
        .toSorted((a, b) => (hashOfRecord[a] ?? 0) - (hashOfRecord[b] ?? 0))
      const hashes = Float64Array.from(order, (record) => hashOfRecord[record] ?? 0)
      return [rule, { hashes, numbers: order.map((record) => record + first) }] as const
    }),
  )
}

/** Numbers of the customers that have something in common and are still what they were. */
export function sharing(
  { segments, keys, numbers }: CustomerIndex,
  { rule, hash }: { readonly rule: number; readonly hash: number },
): number[] {
  const found: number[] = []
  for (const segment of segments) {
    const column = segment.get(rule)
    if (column === undefined) continue
    for (let at = firstPlace(column.hashes, hash); column.hashes[at] === hash; at++) {
      const number = column.numbers[at] ?? 0
      if (numbers.get(keys[number] ?? '') === number) found.push(number)
    }
  }
  return found
}

function firstPlace(hashes: Float64Array, hash: number): number {
  let [low, high] = [0, hashes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hashes[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  return low
}
