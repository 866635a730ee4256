import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { FitData, PurchaseModelName } from '../fitting/fit-tasks.ts'
import type { FitWorkers } from '../fitting/fit-workers.ts'
import type { ValueSettings } from '../valuation.ts'
import { type ContenderResult, contenderResults } from './contender-results.ts'
import { type HoldoutOrigin, holdoutOrigins } from './holdout-origins.ts'
import { comparisonStride, type OriginResult, runBacktest } from './run-backtest.ts'

/** Models side by side, tested on what they had not seen where the history allows. */
export interface Comparison {
  readonly origins: readonly HoldoutOrigin[]
  readonly backtest: readonly OriginResult[]
  readonly results: readonly ContenderResult[]
  /** Of the latest origin; on everything where there is none. */
  readonly fits: readonly PurchaseFit<PurchaseParameters>[]
  /** Spend before the latest origin; null without one. */
  readonly calibratedSpend: SpendFit | null
}

export type DayData = Extract<FitData, { kind: 'days' }>

/** Fits the models that suit and tests them at every origin; without an origin, on everything. */
export async function compareModels(
  workers: FitWorkers,
  data: DayData,
  { settings, firstDay }: { readonly settings: ValueSettings; readonly firstDay: number },
): Promise<Comparison> {
  const { purchases, observation } = data
  const models = modelsToCompare(settings.model)
  const origins = holdoutOrigins({
    firstDay,
    lastDay: observation.until,
    calibrateUntil: dayOrUndefined(settings.calibrateUntil),
    holdoutUntil: dayOrUndefined(settings.holdoutUntil),
  })
  const [latest] = origins
  if (latest === undefined) {
    const sampled = { ...data, observation: { ...observation, stride: comparisonStride(purchases.keys.length) } }
    const fits = await Promise.all(models.map((model) => workers.run('fit', { data: sampled, model })))
    return { origins, backtest: [], results: [], fits, calibratedSpend: null }
  }
  const stride = comparisonStride(purchases.keys.length)
  const before = { ...data, observation: { ...observation, until: latest.calibrateUntil, stride } }
  const [backtest, calibratedSpend] = await Promise.all([
    runBacktest(workers, { purchases, origins, observation, models }),
    workers.run('spend', { data: before }),
  ])
  const fits = [...(backtest[0]?.results.values() ?? [])].flatMap(({ fit }) => fit ?? [])
  return { origins, backtest, results: contenderResults(backtest), fits, calibratedSpend }
}

const suitable: readonly PurchaseModelName[] = ['nbd', 'pareto-nbd', 'bg-nbd', 'mbg-nbd', 'bg-cnbd-k', 'mbg-cnbd-k']

/** The models to look at; beside one that was asked for stands the NBD, which any model has to beat. */
function modelsToCompare(asked: ValueSettings['model']): readonly PurchaseModelName[] {
  if (asked === 'auto' || asked === 'all') return suitable
  return asked === 'nbd' ? ['nbd'] : ['nbd', asked]
}

function dayOrUndefined(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : dayFromIso(iso)
}
