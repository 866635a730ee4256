/** Something that happened to a case. */
export interface FunnelEvent {
  /** Number of the stage, from 0. */
  readonly stage: number
  /** In days; fractions are hours. */
  readonly time: number
}

export interface FunnelRule {
  readonly stages: number
  /** `strict`: nothing else of the funnel may happen in between; `ordered`: it may. */
  readonly order: 'ordered' | 'strict'
  /** Days from the first stage within which all must happen; no limit where absent. */
  readonly windowDays?: number
}

/**
 * The way of a case through the stages: when it came to each, as far as it came. Of several ways the one that comes
 * furthest, of those the first.
 *
 * @param events by time; those at the same time in the order of their stages
 * @returns one time for each stage that was reached; empty where the first was not
 * @throws RangeError when there are no stages, or events are not in order of time
 * @example
 * furthestWay([{ stage: 0, time: 1 }, { stage: 1, time: 3 }], { stages: 3, order: 'ordered' }) // [1, 3]
 * furthestWay([{ stage: 0, time: 1 }, { stage: 2, time: 2 }, { stage: 1, time: 3 }], { stages: 3, order: 'strict' }) // [1]
 * furthestWay([{ stage: 0, time: 1 }, { stage: 1, time: 30 }, { stage: 0, time: 40 }, { stage: 1, time: 41 }], { stages: 2, order: 'ordered', windowDays: 7 }) // [40, 41]
 * furthestWay([], { stages: 0, order: 'strict' }) // throws RangeError
 */
export function furthestWay(events: readonly FunnelEvent[], rule: FunnelRule): number[] {
  const { stages, order, windowDays = Number.POSITIVE_INFINITY } = rule
  if (!(stages >= 1)) throw new RangeError(`stages must be at least 1, got ${stages}`)
  let best: number[] = []
  for (let start = 0; start < events.length; start++) {
    if ((events[start]?.time ?? 0) < (events[start - 1]?.time ?? Number.NEGATIVE_INFINITY)) {
      throw new RangeError(`events must be in order of time, got ${events[start]?.time}`)
    }
    if (events[start]?.stage !== 0 || best.length === stages) continue
    const way = wayFrom(events, { start, stages, order, windowDays })
    if (way.length > best.length) best = way
  }
  return best
}

function wayFrom(events: readonly FunnelEvent[], rule: Required<FunnelRule> & { readonly start: number }): number[] {
  const { start } = rule
  const begin = events[start]?.time ?? 0
  const way = [begin]
  for (let at = start + 1; at < events.length && way.length < rule.stages; at++) {
    const event = events[at]
    if (event === undefined || event.time - begin > rule.windowDays) break
    if (event.stage === way.length) way.push(event.time)
    else if (rule.order === 'strict') break
  }
  return way
}
