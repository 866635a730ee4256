import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { pathHash, pathTally } from './path-tally.ts'
import type { EventCase } from './read-packs.ts'
import { type SecondsLog, secondsLog } from './seconds-log.ts'

export interface LinkTally {
  readonly add: (item: EventCase) => void
  readonly told: (stages: readonly string[]) => Pick<PurchaseFunnel, 'links' | 'paths'>
}

/** Links in columns: that from one stage to another at from × (stages + 1) + to, that to nowhere as if to the last. */
interface Links {
  readonly width: number
  readonly cases: Uint32Array
  /** The last case that went this way: one that does so twice is one case. */
  readonly lastCase: Uint32Array
  readonly lengths: (SecondsLog | undefined)[]
}

/** How cases go from stage to stage, counted one after the other; see `stageLinks`. */
export function linkTally(stageCount: number): LinkTally {
  const width = stageCount + 1
  const slots = stageCount * width
  const links: Links = {
    width,
    cases: new Uint32Array(slots),
    lastCase: new Uint32Array(slots),
    lengths: Array.from({ length: slots }),
  }
  const paths = pathTally()
  let cases = 0
  let path = new Uint16Array(64)
  return {
    add: (item) => {
      cases++
      if (path.length < item.events) path = new Uint16Array(item.events * 2)
      const way = follow(item, { number: cases, path, links })
      paths.add(path, way)
    },
    told: (names) => ({ links: toldLinks(links, names), paths: paths.told({ names, cases }) }),
  }
}

/** Counts the links of a case, and says which way it went: one stage after the other, repeats taken together. */
function follow(
  { stages, seconds, events }: EventCase,
  of: { readonly number: number; readonly path: Uint16Array; readonly links: Links },
): { readonly length: number; readonly hash: number } {
  const { number, path, links } = of
  const { width, cases, lastCase, lengths } = links
  let from = stages[0] ?? 0
  let since = seconds[0] ?? 0
  path[0] = from
  let [length, hash] = [1, pathHash(0, from)]
  for (let i = 1; i < events; i++) {
    const to = stages[i] ?? 0
    if (to === from) continue
    const slot = from * width + to
    if (lastCase[slot] !== number) {
      lastCase[slot] = number
      cases[slot] = (cases[slot] ?? 0) + 1
    }
    const second = seconds[i] ?? 0
    const log = lengths[slot] ?? logAt(links, slot)
    log.add(second - since)
    path[length++] = to
    hash = pathHash(hash, to)
    from = to
    since = second
  }
  const end = from * width + width - 1
  cases[end] = (cases[end] ?? 0) + 1
  return { length, hash }
}

function logAt({ lengths }: Links, slot: number): SecondsLog {
  const log = secondsLog()
  lengths[slot] = log
  return log
}

function toldLinks({ width, cases, lengths }: Links, names: readonly string[]): PurchaseFunnel['links'] {
  return [...cases.keys()]
    .filter((slot) => cases[slot] !== 0)
    .map((slot) => ({ slot, from: Math.floor(slot / width), to: slot % width, cases: cases[slot] ?? 0 }))
    .toSorted(
      (one, other) => one.from - other.from || other.cases - one.cases || rank(one.to, width) - rank(other.to, width),
    )
    .map(({ slot, from, to, cases: own }) => ({
      from: names[from] ?? '',
      to: to === width - 1 ? null : (names[to] ?? ''),
      cases: own,
      medianDays: lengths[slot]?.days([0.5])[0] ?? null,
    }))
}

/** Coming no further stands before all stages. */
function rank(to: number, width: number): number {
  return to === width - 1 ? -1 : to
}
