import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { FunnelStep, PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { TrendCut } from '@vitalfew/contract/purchase-trends.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourScope } from '../behaviour-scope.ts'
import { withoutMerges } from '../../metrics/index.ts'
import { ladderSteps } from './ladder-steps.query.ts'

export interface PurchaseLadder {
  readonly scope: BehaviourScope
  /** What accounts are told apart by: what their first purchase day says. */
  readonly by: readonly TrendCut[]
  readonly windowDays?: number
  readonly locale: Locale
}

/** Purchase days that count as steps. */
const ladderRungs = [1, 2, 3, 5, 10, 20] as const
const mostValues = 40

type Found = Awaited<ReturnType<typeof stepsBy>>[number]

/**
 * The way from the first purchase to the second and on, as a funnel that sales alone tell: how many accounts came to each
 * step, how long it took, and how many came no further. With a window only accounts that had so many days since their
 * first purchase are looked at; without one the young have had less time than the old.
 */
export async function purchaseLadder(warehouse: Warehouse, request: PurchaseLadder): Promise<PurchaseFunnel> {
  const { scope, by, windowDays, locale } = request
  const [whole] = await stepsBy(warehouse, { request, by: 'none' })
  const reached = (whole?.reached ?? []).filter((accounts) => accounts > 0)
  const t = translator(locale)
  const names = reached.map((_, step) => t('behaviour.rung', { number: ladderRungs[step] ?? 1 }))
  const cuts = []
  for (const column of by) {
    const values = (await stepsBy(warehouse, { request, by: column })).map((found) => cutValue(found, names.length))
    cuts.push({ column: t(`behaviour.cut.${column}`), values })
  }
  return {
    shape: 'orders',
    order: 'ordered',
    windowDays: windowDays ?? null,
    cases: whole?.accounts ?? 0,
    asOf: isoFromDay(dayFromIso(scope.asOf) - 1),
    stages: names.map((stage, step) => ({
      stage,
      kind: 'open',
      cases: (reached[step] ?? 0) - (reached[step + 1] ?? 0),
      value: whole?.revenue[step] ?? 0,
      medianAgeDays: null,
    })),
    steps: whole === undefined ? [] : names.map((stage, step) => stepOf(whole, { stage, step })),
    outcomes: null,
    lossReasons: [],
    withoutAccount: null,
    cuts,
    links: whole === undefined ? [] : linksOf(whole, names),
    paths: [],
    moments: null,
    faults: { incomplete: 0, withoutTime: 0, backwards: 0, lostSomewhere: 0 },
  }
}

function stepsBy(
  warehouse: Warehouse,
  { request, by }: { readonly request: PurchaseLadder; readonly by: TrendCut | 'none' },
) {
  const { scope, windowDays = 0 } = request
  return warehouse.rows(withoutMerges(ladderSteps, scope), {
    ...scope,
    by,
    windowDays,
    rungs: [...ladderRungs],
    limit: mostValues,
  })
}

function stepOf(
  { reached, days }: Found,
  { stage, step }: { readonly stage: string; readonly step: number },
): FunnelStep {
  const [own = 0, before = own] = [reached[step], reached[step - 1]]
  const [lower = null, middle = null, upper = null] = days[step - 1] ?? []
  return {
    stage,
    reached: own,
    rate: before === 0 ? 0 : own / before,
    ...wilsonInterval(own, before),
    medianDays: middle,
    lowerDays: lower,
    upperDays: upper,
  }
}

function cutValue({ value, accounts, reached, revenue }: Found, steps: number) {
  const outcomes = { cases: accounts, won: 0, lost: 0, open: accounts, rate: 0, lower: 0, upper: 1, wonValue: 0 }
  const openValue = revenue.reduce((sum, amount) => sum + amount, 0)
  return {
    value,
    outcomes: { ...outcomes, openValue, medianDaysToWin: null, medianDaysToLose: null },
    reached: reached.slice(0, steps),
    conversion: (reached[1] ?? 0) / accounts,
  }
}

function linksOf({ reached, days }: Found, names: readonly string[]): PurchaseFunnel['links'] {
  return names.flatMap((from, step) => {
    const [own = 0, next = 0] = [reached[step], reached[step + 1]]
    const on = { from, to: names[step + 1] ?? null, cases: next, medianDays: days[step]?.[1] ?? null }
    const off = { from, to: null, cases: own - next, medianDays: null }
    return [on, off].filter(({ cases }) => cases > 0)
  })
}
