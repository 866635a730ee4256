import type { AttributeCondition, MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'

/** Where a figure has to be; an open end does not belong to it. */
export interface Bounds {
  readonly from: number
  readonly to: number
  readonly isFromOpen: boolean
  readonly isToOpen: boolean
}

/** One way to meet a condition: each figure within its bounds. */
export type Demand = ReadonlyMap<string, Bounds>

/** An account that a condition is asked of. */
export interface AskedAccount {
  /** NaN = unknown. */
  readonly figure: (metric: string) => number
  readonly isMet: (condition: AttributeCondition) => boolean
}

/** More ways than these are not told apart. */
const mostDemands = 64

/**
 * The ways in which an account could meet a condition by its figures alone; what it is, and what is unknown of it, stays. A
 * way without bounds: nothing has to change. None: no figure can do it.
 *
 * @param wanted false for the ways not to meet it
 */
export function conditionDemands(condition: SelectionCondition, account: AskedAccount, wanted = true): Demand[] {
  if ('not' in condition) return conditionDemands(condition.not, account, !wanted)
  if ('attribute' in condition) return account.isMet(condition) === wanted ? [new Map()] : []
  if ('metric' in condition) return metricDemands(condition, account, wanted)
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => conditionDemands(part, account, wanted))
  if (isAll !== wanted) return parts.flat().slice(0, mostDemands)
  return parts.reduce<Demand[]>((found, part) => joined(found, part), [new Map()])
}

function metricDemands(condition: MetricCondition, { figure }: AskedAccount, wanted: boolean): Demand[] {
  const {
    metric,
    above = -Infinity,
    atLeast = -Infinity,
    below = Infinity,
    atMost = Infinity,
    ifUnknown = false,
  } = condition
  if (Number.isNaN(figure(metric))) return ifUnknown === wanted ? [new Map()] : []
  const isFromOpen = above >= atLeast
  const isToOpen = below <= atMost
  const bounds = { from: Math.max(above, atLeast), to: Math.min(below, atMost), isFromOpen, isToOpen }
  if (wanted) return isEmpty(bounds) ? [] : [new Map([[metric, bounds]])]
  const outside: Bounds[] = [
    { from: -Infinity, to: bounds.from, isFromOpen: true, isToOpen: !isFromOpen },
    { from: bounds.to, to: Infinity, isFromOpen: !isToOpen, isToOpen: true },
  ]
  return outside.filter(({ from, to }) => from < Infinity && to > -Infinity).map((each) => new Map([[metric, each]]))
}

function joined(some: readonly Demand[], others: readonly Demand[]): Demand[] {
  return some.flatMap((one) => others.flatMap((other) => both(one, other) ?? [])).slice(0, mostDemands)
}

function both(one: Demand, other: Demand): Demand | null {
  const found = new Map(one)
  for (const [metric, bounds] of other) {
    const known = found.get(metric)
    const narrower = known === undefined ? bounds : common(known, bounds)
    if (isEmpty(narrower)) return null
    found.set(metric, narrower)
  }
  return found
}

function common(one: Bounds, other: Bounds): Bounds {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  return {
    from,
    to,
    isFromOpen: (one.from === from && one.isFromOpen) || (other.from === from && other.isFromOpen),
    isToOpen: (one.to === to && one.isToOpen) || (other.to === to && other.isToOpen),
  }
}

function isEmpty({ from, to, isFromOpen, isToOpen }: Bounds): boolean {
  return from > to || (from === to && (isFromOpen || isToOpen))
}
