import type { PurchaseBehaviour } from '@vitalfew/contract/behaviour-run.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { purchaseAffinity } from './affinity/purchase-affinity.ts'
import type { BehaviourRequest } from './behaviour-scope.ts'
import { purchaseCohorts } from './cohorts/purchase-cohorts.ts'
import { purchaseCycle } from './cycle/purchase-cycle.ts'
import { purchaseForecast } from './forecast/purchase-forecast.ts'
import { purchaseLadder } from './funnel/purchase-ladder.ts'
import { purchasePreference } from './preference/purchase-preference.ts'
import { roundedFigures } from './rounded-figures.ts'
import { purchaseTrends } from './trends/purchase-trends.ts'
import { purchaseWhitespace } from './whitespace/purchase-whitespace.ts'

export interface BehaviourRun extends BehaviourRequest {
  /** First day of the whole data set. */
  readonly dataStart: string
  readonly locale: Locale
  readonly signal?: AbortSignal
}

/** What a report has room for. */
const listed = { cycle: 50, affinity: 60, whitespace: 100, trends: 60, forecast: 8, preference: 40 } as const
const whitespaceTargets = 200
const whitespaceAccounts = 5_000
const forecastMonths = 6
/** Longer spans are told by quarters, so that the triangle stays readable. */
const mostMonthsOfCohorts = 18

/** How the accounts of a run buy, within bounds that do not grow with the data but for the reading of its lines. */
export async function behaviourRun(warehouse: Warehouse, run: BehaviourRun): Promise<PurchaseBehaviour> {
  const { scope, currency, calendar = [], dataStart, locale, signal } = run
  const request = { scope, currency }
  const days = dayFromIso(scope.asOf) - dayFromIso(dataStart)
  const period = days > mostMonthsOfCohorts * 31 ? 'quarter' : 'month'
  signal?.throwIfAborted()
  const offers = { listed: listed.whitespace, targets: whitespaceTargets, mostAccounts: whitespaceAccounts }
  const months = { cuts: [], horizonMonths: forecastMonths, listed: listed.forecast }
  // While the engine reads for one question, the answer to another is worked out.
  const [cohorts, cycle, affinity, whitespace, trends, forecast, preference, funnel] = await Promise.all([
    purchaseCohorts(warehouse, { ...request, period }),
    purchaseCycle(warehouse, { ...request, calendar, listed: listed.cycle }),
    purchaseAffinity(warehouse, { ...request, listed: listed.affinity }),
    purchaseWhitespace(warehouse, { ...request, ...offers }),
    purchaseTrends(warehouse, { ...request, cuts: [], listed: listed.trends, tested: 300 }),
    purchaseForecast(warehouse, { ...request, ...months }),
    purchasePreference(warehouse, { ...request, listed: listed.preference }),
    purchaseLadder(warehouse, { scope, by: [], locale }),
  ])
  signal?.throwIfAborted()
  return roundedFigures({
    cohorts: cohorts.cohorts.length === 0 ? null : cohorts,
    cycle: cycle.gaps === null ? null : cycle,
    affinity: affinity.items < 2 ? null : affinity,
    whitespace: whitespace.offers.length === 0 ? null : whitespace,
    trends: trends.total === null ? null : trends,
    forecast: forecast.series.length === 0 ? null : forecast,
    preference: preference.items < 2 ? null : shortened(preference),
    funnel: funnel.cases === 0 ? null : funnel,
  })
}

/** As much of the habits as a report has room for. */
function shortened(preference: PurchasePreference): PurchasePreference {
  const { preference: most } = listed
  const { prices, first, next } = preference
  return { ...preference, prices: prices.slice(0, most), first: first.slice(0, most), next: next.slice(0, most) }
}
