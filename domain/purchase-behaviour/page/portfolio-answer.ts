import type { BehaviourChoice, PortfolioAnalysis } from '@vitalfew/contract/api/behaviour.ts'
import type { TrendCut } from '@vitalfew/contract/purchase-trends.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { purchaseAffinity } from '../affinity/purchase-affinity.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { purchaseCohorts } from '../cohorts/purchase-cohorts.ts'
import { purchaseCycle } from '../cycle/purchase-cycle.ts'
import { purchaseForecast } from '../forecast/purchase-forecast.ts'
import { purchasePreference } from '../preference/purchase-preference.ts'
import { purchaseTrends } from '../trends/purchase-trends.ts'
import { purchaseWhitespace } from '../whitespace/purchase-whitespace.ts'

/** What a page has room for; a forecast with its test on the past takes a tenth of a second. */
const listed = { cycle: 500, preference: 300, affinity: 500, whitespace: 1_000, trends: 500, forecast: 12, demand: 40 }
const usualMonths = 12

/** The answer of one analysis over the accounts of a warehouse. */
export async function portfolioAnswer(
  warehouse: Warehouse,
  of: {
    readonly analysis: PortfolioAnalysis
    readonly choice: BehaviourChoice
    readonly request: BehaviourRequest
  },
): Promise<unknown> {
  const { analysis, choice, request } = of
  const { level, basket, minSupport, period = 'month', months: horizonMonths = usualMonths } = choice
  const levelled = { ...request, ...(level === undefined ? {} : { level }) }
  const cuts = cutsOf(choice)
  switch (analysis) {
    case 'cycle':
      return purchaseCycle(warehouse, { ...request, listed: listed.cycle })
    case 'preference':
      return purchasePreference(warehouse, { ...levelled, listed: listed.preference })
    case 'cohorts':
      return purchaseCohorts(warehouse, { ...request, period })
    case 'affinity': {
      const held = basket === undefined ? {} : { basket }
      const support = minSupport === undefined ? {} : { minSupport }
      return purchaseAffinity(warehouse, { ...levelled, ...held, ...support, listed: listed.affinity })
    }
    case 'whitespace':
      return purchaseWhitespace(warehouse, { ...levelled, listed: listed.whitespace })
    case 'trends':
      return purchaseTrends(warehouse, { ...request, cuts, listed: listed.trends })
    case 'forecast':
      return purchaseForecast(warehouse, { ...request, cuts, horizonMonths, listed: listed.forecast })
    case 'demand':
      return purchaseForecast(warehouse, { ...request, cuts, horizonMonths, listed: listed.demand, demand: true })
  }
}

function cutsOf({ first, second }: BehaviourChoice): TrendCut[] {
  return [first, second].flatMap((cut, index) => (cut === undefined || (index === 1 && cut === first) ? [] : [cut]))
}
