import { type EventPacking, packedPlace, packedSecond } from './event-packing.ts'

const daySeconds = 86_400
const wordBytes = 4

/** One account and what happened to it, in columns that the next one is written over. */
export interface EventCase {
  amount: number
  traits: string[]
  /** Events in `stages`, `seconds` and `times`, by time. */
  events: number
  stages: Uint16Array
  /** Seconds since 1970. */
  seconds: Float64Array
  /** The same in days, where anybody asks for it. */
  times: Float64Array
  /** Whether times go back and forth in the order in which the events were imported. */
  isBackwards: boolean
}

export interface ReadPacks {
  readonly packing: EventPacking
  /** What comes first of events at the same time: the lower stage, or what was imported first. */
  readonly ties: 'stage' | 'place'
  /** Whether times are told in days too. */
  readonly inDays: boolean
  readonly onCase: (item: EventCase) => void
}

/** Calls for every account of the bytes that `eventPacks` answers with; they are moved about meanwhile. */
export function readPacks(view: DataView, { packing, ties, inDays, onCase }: ReadPacks): void {
  const item: EventCase = { amount: 0, traits: [], isBackwards: false, ...emptyColumns(64) }
  const bytes = new Uint8Array(view.buffer, 0, view.byteLength)
  const words = new Uint32Array(view.buffer, 0, Math.floor(view.byteLength / wordBytes))
  const cursor = { at: 0 }
  while (cursor.at < view.byteLength) {
    item.amount = view.getUint8(cursor.at) === 1 ? view.getFloat64(cursor.at + 1, true) : Number.NaN
    cursor.at += 9
    item.traits = readTexts(view, cursor)
    const count = readLength(view, cursor)
    if (count > item.stages.length) Object.assign(item, emptyColumns(count * 2))
    // Numbers stand at any address: they are moved back to where they can be read as such, over what was read before them.
    const from = cursor.at - (cursor.at % wordBytes)
    const to = cursor.at + 2 * count * wordBytes
    bytes.copyWithin(from, cursor.at, to)
    cursor.at = to
    const packs = { words, first: from / wordBytes, count, packing }
    item.isBackwards = goesBothWays(packs)
    unpack(item, packs)
    if (inDays) tellDays(item)
    if (ties === 'stage') orderTies(item)
    onCase(item)
  }
}

function emptyColumns(size: number) {
  return { events: 0, stages: new Uint16Array(size), seconds: new Float64Array(size), times: new Float64Array(size) }
}

interface Packed {
  /** The lower and the upper half of each number, from the word `first` on. */
  readonly words: Uint32Array
  readonly first: number
  readonly count: number
  readonly packing: EventPacking
}

/** Stages and seconds of what is a stage of the funnel. */
function unpack(item: EventCase, { words, first, count, packing }: Packed): void {
  const { stages, seconds } = item
  const others = 2 ** packing.stageBits - 1
  const end = first + 2 * count
  let events = 0
  for (let at = first; at < end; at += 2) {
    const lower = words[at] ?? 0
    const stage = lower & others
    if (stage === others) continue
    stages[events] = stage
    seconds[events] = packedSecond(lower, words[at + 1] ?? 0)
    events++
  }
  item.events = events
}

/** Moments as days and parts of them, as they are read from files: the same to the last bit. */
function tellDays({ seconds, times, events }: EventCase): void {
  for (let i = 0; i < events; i++) {
    const moment = seconds[i] ?? 0
    const day = Math.floor(moment / daySeconds)
    times[i] = day + (moment - day * daySeconds) / daySeconds
  }
}

/**
 * Whether times, in the order of the places, go up somewhere and down somewhere else: files may be sorted the other way
 * round. The numbers are by time, those of one time by place: going up only is places that go up; going down only is that
 * what is later in time lies before all that is earlier.
 */
function goesBothWays(packs: Packed): boolean {
  return !placesRise(packs) && !placesFall(packs)
}

function placesRise({ words, first, count, packing }: Packed): boolean {
  const end = first + 2 * count
  let last = 0
  for (let at = first; at < end; at += 2) {
    const place = packedPlace(words[at] ?? 0, packing.stageBits)
    if (place < last) return false
    last = place
  }
  return true
}

function placesFall({ words, first, count, packing }: Packed): boolean {
  const end = first + 2 * count
  let [moment, least, earlier] = [Number.NaN, 0, Infinity]
  for (let at = first; at < end; at += 2) {
    const lower = words[at] ?? 0
    const place = packedPlace(lower, packing.stageBits)
    const second = packedSecond(lower, words[at + 1] ?? 0)
    // The first place of a moment is its least: what comes later has to lie before it.
    if (second !== moment) {
      if (!Number.isNaN(moment)) earlier = least
      moment = second
      least = place
    }
    if (place > earlier) return false
  }
  return true
}

/** Brings events of one moment into the order of their stages. */
function orderTies({ stages, seconds, events }: EventCase): void {
  let from = 0
  for (let i = 1; i <= events; i++) {
    if (i < events && seconds[i] === seconds[from]) continue
    if (i - from > 1) stages.subarray(from, i).sort()
    from = i
  }
}

interface Cursor {
  at: number
}

function readLength(view: DataView, cursor: Cursor): number {
  let [length, factor] = [0, 1]
  for (;;) {
    const byte = view.getUint8(cursor.at++)
    length += (byte & 0x7f) * factor
    if (byte < 0x80) return length
    factor *= 128
  }
}

const none: string[] = []

function readTexts(view: DataView, cursor: Cursor): string[] {
  const count = readLength(view, cursor)
  if (count === 0) return none
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength)
  return Array.from({ length: count }, () => {
    const length = readLength(view, cursor)
    cursor.at += length
    return bytes.toString('utf8', cursor.at - length, cursor.at)
  })
}
