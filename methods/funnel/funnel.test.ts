import { expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { type FunnelEvent, furthestWay } from './furthest-way.ts'
import { stageLinks } from './stage-links.ts'

/** The furthest way by trying every subsequence of events. */
function depthByForce(
  events: readonly FunnelEvent[],
  { stages, order, windowDays }: { stages: number; order: 'ordered' | 'strict'; windowDays: number },
): number {
  let best = 0
  const walk = (at: number, depth: number, begin: number): void => {
    best = Math.max(best, depth)
    for (let next = at + 1; next < events.length; next++) {
      const event = events[next]
      if (event === undefined || depth === stages) return
      const isNext = event.stage === depth && (depth === 0 || event.time - begin <= windowDays)
      const isAdjacent = order === 'ordered' || depth === 0 || next === at + 1
      if (isNext && isAdjacent) walk(next, depth + 1, depth === 0 ? event.time : begin)
    }
  }
  walk(-1, 0, 0)
  return best
}

it('ways come as far as the furthest subsequence, on random events', () => {
  const random = seededRandom(12)
  const depths = new Set<number>()
  for (let round = 0; round < 3000; round++) {
    let time = 0
    const events = Array.from({ length: Math.floor(random() * 9) }, () => {
      time += Math.floor(random() * 4)
      return { stage: Math.floor(random() * 4), time }
    })
    const rule = { stages: 4, order: random() < 0.5 ? 'ordered' : 'strict', windowDays: random() * 12 } as const
    const way = furthestWay(events, rule)
    expect(way.length).toBe(depthByForce(events, rule))
    expect((way.at(-1) ?? 0) - (way[0] ?? 0)).toBeLessThanOrEqual(rule.windowDays)
    depths.add(way.length)
  }
  expect(depths).toEqual(new Set([0, 1, 2, 3, 4]))
})

it('every case leaves each of its stages once, or ends there', () => {
  const random = seededRandom(2)
  const cases = Array.from({ length: 500 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, (_, step) => ({ stage: step, time: step })),
  )
  const { links } = stageLinks(cases)
  for (const stage of [0, 1, 2, 3]) {
    const came = cases.filter((events) => events.length > stage).length
    const left = links.filter(({ from }) => from === stage).reduce((sum, link) => sum + link.cases, 0)
    expect(left).toBe(came)
  }
})

it('an event before its predecessor gives no negative time', () => {
  const [link] = stageLinks([
    [
      { stage: 0, time: 9 },
      { stage: 1, time: 3 },
    ],
  ]).links
  expect(link).toEqual({ from: 0, to: 1, cases: 1, medianDays: null })
})
