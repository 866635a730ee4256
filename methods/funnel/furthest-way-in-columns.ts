import type { FunnelRule } from './furthest-way.ts'

/** The events of one case by time, those at the same time in the order of their stages. */
export interface CaseColumns {
  /** Number of the stage of each event, from 0; numbers from `stages` on are no stages of the funnel. */
  readonly stages: ArrayLike<number>
  readonly times: ArrayLike<number>
  /** How many of the numbers are events of the case. */
  readonly events: number
}

/**
 * The way of a case through the stages, as `furthestWay` finds it, in time that grows with the events and not with their
 * square, and without an object for each: for tables of millions of events.
 *
 * @param way takes the place of the event at which each stage was reached; as long as there are stages at least
 * @returns how many stages were reached
 * @throws RangeError when there are no stages, or `way` is too short
 * @example
 * furthestWayInColumns({ stages: [0, 1], times: [1, 3], events: 2 }, { rule: { stages: 3, order: 'ordered' }, way: new Uint32Array(3) }) // 2
 * furthestWayInColumns({ stages: [1], times: [1], events: 1 }, { rule: { stages: 1, order: 'strict' }, way: new Uint32Array(0) }) // throws RangeError
 */
export function furthestWayInColumns(
  columns: CaseColumns,
  { rule, way }: { readonly rule: FunnelRule; readonly way: Uint32Array },
): number {
  if (!(rule.stages >= 1)) throw new RangeError(`stages must be at least 1, got ${rule.stages}`)
  if (way.length < rule.stages) throw new RangeError(`way must have a place for each stage, got ${way.length}`)
  if (rule.order === 'strict') return strictWay(columns, { rule, way })
  return rule.windowDays === undefined ? firstWay(columns, { rule, way }) : orderedWay(columns, { rule, way })
}

interface Search {
  readonly rule: FunnelRule
  readonly way: Uint32Array
}

function strictWay({ stages, times, events }: CaseColumns, { rule, way }: Search): number {
  const { windowDays = Infinity } = rule
  let best = 0
  for (let start = 0; start < events && best < rule.stages; start++) {
    if (stages[start] !== 0) continue
    const begin = times[start] ?? 0
    let length = 1
    let at = start + 1
    // Events that are no stages of the funnel do not stand in between.
    for (; at < events && length < rule.stages; at++) {
      const stage = stages[at] ?? 0
      if (stage >= rule.stages) continue
      if (stage !== length || (times[at] ?? 0) - begin > windowDays) break
      length++
    }
    if (length <= best) continue
    best = length
    note(stages, { way, start, length })
  }
  return best
}

/** Where a chain without anything in between has passed. */
function note(
  stages: ArrayLike<number>,
  { way, start, length }: { readonly way: Uint32Array; readonly start: number; readonly length: number },
): void {
  let [at, stage] = [start, 0]
  for (; stage < length; at++) if (stages[at] === stage) way[stage++] = at
}

/** The first event of each next stage: without a window no later beginning comes further. */
function firstWay({ stages, events }: CaseColumns, { rule, way }: Search): number {
  let length = 0
  for (let at = 0; at < events && length < rule.stages; at++) if (stages[at] === length) way[length++] = at
  return length
}

/**
 * The first event of each next stage. A later beginning reaches no stage earlier, so that the search for each stage only
 * goes on.
 */
function orderedWay({ stages, times, events }: CaseColumns, { rule, way }: Search): number {
  const { windowDays = Infinity } = rule
  const reach = new Uint32Array(rule.stages)
  let best = 0
  for (let start = 0; start < events && best < rule.stages; start++) {
    if (stages[start] !== 0) continue
    reach[0] = start
    let length = 1
    for (; length < rule.stages; length++) {
      let at = Math.max(reach[length] ?? 0, (reach[length - 1] ?? 0) + 1)
      while (at < events && stages[at] !== length) at++
      reach[length] = at
      if (at >= events) break
      if ((times[at] ?? 0) - (times[start] ?? 0) > windowDays) break
    }
    if (length > best) {
      best = length
      for (let stage = 0; stage < length; stage++) way[stage] = reach[stage] ?? 0
    }
  }
  return best
}
