import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'

const mostPaths = 20
/** Ways known at a time; beyond that those seen once are forgotten, and the counts of rare ones are too low by a few. */
const mostKnown = 400_000
/** Stages of known ways at a time, together. */
const mostNoted = 64_000_000

/** Ways in columns: where the stages of each lie, how many they are, and how often the way was seen. */
interface Known {
  count: number
  noted: number
  begins: Uint32Array
  lengths: Uint32Array
  times: Uint32Array
  hashes: Uint32Array
  stages: Uint16Array
  /** The numbers of ways + 1 by their hash, open addressing; 0 where none is. */
  slots: Uint32Array
}

export interface PathTally {
  /** Notes a way; `hash` is `pathHash` over its stages. */
  readonly add: (path: Uint16Array, way: { readonly length: number; readonly hash: number }) => void
  readonly told: (of: { readonly names: readonly string[]; readonly cases: number }) => PurchaseFunnel['paths']
}

/** The hash of a way with one more stage; of none it is 0. */
export function pathHash(hash: number, stage: number): number {
  const mixed = Math.imul(hash ^ (stage + 1), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** The ways that cases take, counted one after the other. */
export function pathTally(): PathTally {
  let known = nothingKnown({ ways: 1024, stages: 16_384 })
  let hasForgotten = false
  return {
    add: (path, { length, hash }) => {
      const way = wayOf(known, { path, length, hash })
      known.times[way] = (known.times[way] ?? 0) + 1
      if (known.count <= mostKnown && known.noted <= mostNoted) return
      known = withoutRare(known)
      hasForgotten = true
    },
    // Where some of those seen once were forgotten, which are left is chance: none of them is told.
    told: (of) => toldPaths(hasForgotten ? withoutRare(known) : known, of),
  }
}

interface Path {
  readonly path: Uint16Array
  readonly length: number
  readonly hash: number
}

function nothingKnown({ ways, stages }: { readonly ways: number; readonly stages: number }): Known {
  const column = (): Uint32Array => new Uint32Array(ways)
  return {
    count: 0,
    noted: 0,
    begins: column(),
    lengths: column(),
    times: column(),
    hashes: column(),
    stages: new Uint16Array(stages),
    slots: new Uint32Array(ways * 4),
  }
}

/** The number of a way, which is noted unless it is known. */
function wayOf(known: Known, item: Path): number {
  const { slots } = known
  const mask = slots.length - 1
  let slot = item.hash & mask
  for (;;) {
    const way = (slots[slot] ?? 0) - 1
    if (way < 0) break
    if (isSame(known, { way, item })) return way
    slot = (slot + 1) & mask
  }
  slots[slot] = known.count + 1
  return note(known, item)
}

function isSame(
  { hashes, lengths, begins, stages }: Known,
  { way, item }: { readonly way: number; readonly item: Path },
): boolean {
  if (hashes[way] !== item.hash >>> 0 || lengths[way] !== item.length) return false
  const begin = begins[way] ?? 0
  for (let i = 0; i < item.length; i++) if (stages[begin + i] !== item.path[i]) return false
  return true
}

function note(known: Known, { path, length, hash }: Path): number {
  const way = known.count++
  known.begins[way] = known.noted
  known.lengths[way] = length
  known.hashes[way] = hash
  if (known.noted + length > known.stages.length) {
    const longer = new Uint16Array((known.noted + length) * 2)
    longer.set(known.stages)
    known.stages = longer
  }
  for (let i = 0; i < length; i++) known.stages[known.noted + i] = path[i] ?? 0
  known.noted += length
  if (known.count === known.begins.length) widen(known)
  return way
}

function widen(known: Known): void {
  const wider = (column: Uint32Array): Uint32Array => {
    const longer = new Uint32Array(column.length * 2)
    longer.set(column)
    return longer
  }
  known.begins = wider(known.begins)
  known.lengths = wider(known.lengths)
  known.times = wider(known.times)
  known.hashes = wider(known.hashes)
  known.slots = new Uint32Array(known.begins.length * 4)
  const mask = known.slots.length - 1
  for (let way = 0; way < known.count; way++) {
    let slot = (known.hashes[way] ?? 0) & mask
    while (known.slots[slot] !== 0) slot = (slot + 1) & mask
    known.slots[slot] = way + 1
  }
}

function pathOf({ begins, lengths, stages }: Known, way: number): Uint16Array {
  const begin = begins[way] ?? 0
  return stages.subarray(begin, begin + (lengths[way] ?? 0))
}

function withoutRare(known: Known): Known {
  const kept = nothingKnown({ ways: 1024, stages: 16_384 })
  for (let way = 0; way < known.count; way++) {
    const times = known.times[way] ?? 0
    if (times < 2) continue
    const path = pathOf(known, way)
    kept.times[wayOf(kept, { path, length: path.length, hash: known.hashes[way] ?? 0 })] = times
  }
  return kept
}

interface Told {
  readonly path: Uint16Array
  readonly times: number
}

function toldPaths(
  known: Known,
  { names, cases }: { readonly names: readonly string[]; readonly cases: number },
): PurchaseFunnel['paths'] {
  const told: Told[] = []
  for (let way = 0; way < known.count; way++) {
    const times = known.times[way] ?? 0
    const worst = told[mostPaths - 1]
    if (worst !== undefined && times < worst.times) continue
    const item = { path: pathOf(known, way), times }
    if (worst !== undefined && byFrequency(item, worst) > 0) continue
    const place = told.findIndex((other) => byFrequency(item, other) < 0)
    told.splice(place < 0 ? told.length : place, 0, item)
    told.length = Math.min(told.length, mostPaths)
  }
  return told.map(({ path, times }) => ({
    stages: Array.from(path, (stage) => names[stage] ?? ''),
    cases: times,
    share: times / Math.max(1, cases),
  }))
}

/** Of equal ones those whose stages come first: nothing depends on the order in which accounts are read. */
function byFrequency(one: Told, other: Told): number {
  return other.times - one.times || one.path.length - other.path.length || byStages(one.path, other.path)
}

function byStages(one: Uint16Array, other: Uint16Array): number {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return (one[i] ?? 0) - (other[i] ?? 0)
  return 0
}
