import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { EventCase } from './read-packs.ts'
import { type SecondsLog, secondsLog } from './seconds-log.ts'

const mostPaths = 20
/** Ways known at a time; beyond that those seen once are forgotten, and the counts of rare ones are too low by a few. */
const mostKnown = 400_000

interface Link {
  readonly from: number
  readonly to: number
  cases: number
  lastCase: number
  readonly lengths: SecondsLog
}

export interface LinkTally {
  readonly add: (item: EventCase) => void
  readonly told: (stages: readonly string[]) => Pick<PurchaseFunnel, 'links' | 'paths'>
}

/** How cases go from stage to stage, counted one after the other; see `stageLinks`. */
export function linkTally(stageCount: number): LinkTally {
  const links: (Link | undefined)[] = []
  const paths = new Map<string, number>()
  let cases = 0
  let path = new Uint16Array(64)
  const pass = (from: number, to: number): Link => {
    const place = from * (stageCount + 1) + to + 1
    const known = links[place]
    if (known !== undefined) return known
    const link = { from, to, cases: 0, lastCase: 0, lengths: secondsLog() }
    links[place] = link
    return link
  }
  const count = (link: Link): void => {
    // A case that goes the same way twice is one case.
    if (link.lastCase !== cases) link.cases++
    link.lastCase = cases
  }
  return {
    add: ({ stages, seconds, events }) => {
      cases++
      let from = stages[0] ?? 0
      let since = seconds[0] ?? 0
      if (path.length <= events) path = new Uint16Array(events * 2)
      path[0] = from
      let steps = 1
      for (let i = 1; i < events; i++) {
        const to = stages[i] ?? 0
        if (to === from) continue
        const link = pass(from, to)
        count(link)
        link.lengths.add((seconds[i] ?? 0) - since)
        path[steps++] = to
        from = to
        since = seconds[i] ?? 0
      }
      count(pass(from, -1))
      const key = textOf(path.subarray(0, steps))
      paths.set(key, (paths.get(key) ?? 0) + 1)
      if (paths.size > mostKnown) forgetRare(paths)
    },
    told: (names) => ({ links: toldLinks(links, names), paths: toldPaths(paths, { names, cases }) }),
  }
}

function toldLinks(links: readonly (Link | undefined)[], names: readonly string[]): PurchaseFunnel['links'] {
  return links
    .filter((link) => link !== undefined)
    .toSorted((one, other) => one.from - other.from || other.cases - one.cases || one.to - other.to)
    .map((link) => ({
      from: names[link.from] ?? '',
      to: link.to < 0 ? null : (names[link.to] ?? ''),
      cases: link.cases,
      medianDays: link.lengths.days([0.5])[0] ?? null,
    }))
}

function toldPaths(
  paths: ReadonlyMap<string, number>,
  { names, cases }: { readonly names: readonly string[]; readonly cases: number },
): PurchaseFunnel['paths'] {
  return (
    [...paths]
      .map(([signs, times]) => ({ signs, times }))
      // Of equal ones those whose stages come first: nothing depends on the order in which accounts are read.
      .toSorted(
        (one, other) =>
          other.times - one.times || one.signs.length - other.signs.length || (one.signs < other.signs ? -1 : 1),
      )
      .slice(0, mostPaths)
      .map(({ signs, times }) => ({
        stages: [...signs].map((sign) => names[sign.charCodeAt(0)] ?? ''),
        cases: times,
        share: times / Math.max(1, cases),
      }))
  )
}

/** Stages as a text that tells ways apart: a sign for each. */
function textOf(stages: Uint16Array): string {
  let text = ''
  for (let at = 0; at < stages.length; at += mostSigns) {
    text += String.fromCharCode(...stages.subarray(at, at + mostSigns))
  }
  return text
}

function forgetRare(paths: Map<string, number>): void {
  for (const [signs, times] of paths) if (times === 1) paths.delete(signs)
}

/** A function takes only so many arguments. */
const mostSigns = 10_000
