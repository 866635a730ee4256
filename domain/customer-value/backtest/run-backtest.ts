import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { FitData, PurchaseModelName, Scored, Contender } from '../fitting/fit-tasks.ts'
import type { FitWorkers } from '../fitting/fit-workers.ts'
import type { AccountPurchases } from '../purchases/account-purchases.ts'
import type { Observation } from '../purchases/known-histories.ts'
import type { OriginScores } from './contender-results.ts'
import type { HoldoutOrigin } from './holdout-origins.ts'

/** Customers are enough on whom to tell models apart: of more, an even sample is compared. */
const enoughCustomers = 25_000

/** All contenders at one origin. */
export interface OriginResult extends OriginScores {
  readonly origin: HoldoutOrigin
  readonly results: ReadonlyMap<Contender, Scored>
}

export interface BacktestRequest {
  readonly purchases: AccountPurchases
  readonly origins: readonly HoldoutOrigin[]
  readonly observation: Omit<Observation, 'until' | 'stride' | 'range'>
  readonly models: readonly PurchaseModelName[]
}

/** Every so many accounts, so that the models are compared on about twenty-five thousand. */
export function comparisonStride(accounts: number): number {
  return Math.max(1, Math.ceil(accounts / enoughCustomers))
}

/**
 * Fits the models at every origin with what was known then, and scores them beside the baselines on what came after.
 * Earlier origins leave out models that at the latest one were another model over again.
 */
export async function runBacktest(workers: FitWorkers, request: BacktestRequest): Promise<OriginResult[]> {
  const [latest, ...earlier] = request.origins
  if (latest === undefined) return []
  const first = await resultAt(workers, { ...request, origin: latest })
  const models = request.models.filter((model) => !isRepetition(first.results.get(model)))
  const others = await Promise.all(earlier.map((origin) => resultAt(workers, { ...request, models, origin })))
  return [first, ...others]
}

/** Without attrition every model is the NBD; with one stage per purchase those of regular timing are the plain ones. */
function isRepetition(scored: Scored | undefined): boolean {
  const fit = scored?.fit
  if (fit === null || fit === undefined || fit.model === 'nbd') return false
  const isTimed = fit.model === 'bg-cnbd-k' || fit.model === 'mbg-cnbd-k'
  const isPlain = stagesOf(fit.parameters) === 1
  return isPlain && (isTimed || fit.verdict === 'noAttritionDetectable')
}

function stagesOf(parameters: PurchaseParameters | null): number {
  return parameters !== null && 'k' in parameters ? parameters.k : 1
}

async function resultAt(
  workers: FitWorkers,
  { purchases, observation, models, origin }: BacktestRequest & { readonly origin: HoldoutOrigin },
): Promise<OriginResult> {
  const stride = comparisonStride(purchases.keys.length)
  const data: FitData = {
    kind: 'days',
    purchases,
    observation: { ...observation, until: origin.calibrateUntil, stride },
  }
  const contenders: Contender[] = [...models, 'lastYear', 'rfmCell']
  const answers = await Promise.all(
    contenders.map(async (contender) => {
      const scored = await workers.run('score', { data, contender, holdoutUntil: origin.holdoutUntil })
      return [contender, scored] as const
    }),
  )
  const scores = new Map(answers.flatMap(([name, { score }]) => (score === null ? [] : [[name, score] as const])))
  return { origin, results: new Map(answers), scores, customers: answers[0]?.[1].customers ?? 0 }
}
