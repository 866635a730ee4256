import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { Contender, FitData, FitTasks, PurchaseModelName, Scored } from '../fitting/fit-tasks.ts'
import type { FitWorkers } from '../fitting/fit-workers.ts'
import type { AccountPurchases } from '../purchases/account-purchases.ts'
import type { Observation } from '../purchases/known-histories.ts'
import { isBaseline } from './choose-model.ts'
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
  const near = Object.fromEntries([...first.results].flatMap(([name, { fit }]) => nearOf(name, fit)))
  const others = await Promise.all(earlier.map((origin) => resultAt(workers, { ...request, models, origin, near })))
  return [first, ...others]
}

/** Where the search for a model may begin at another origin. */
function nearOf(name: Contender, fit: Scored['fit']): [Contender, PurchaseParameters][] {
  return fit?.verdict === 'converged' && fit.parameters !== null ? [[name, fit.parameters]] : []
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

interface OriginRequest extends BacktestRequest {
  readonly origin: HoldoutOrigin
  readonly near?: FitTasks['score']['request']['near']
}

async function resultAt(
  workers: FitWorkers,
  { purchases, observation, models, origin, near = {} }: OriginRequest,
): Promise<OriginResult> {
  const stride = comparisonStride(purchases.keys.length)
  const data: FitData = {
    kind: 'days',
    purchases,
    observation: { ...observation, until: origin.calibrateUntil, stride },
  }
  const { holdoutUntil } = origin
  const answers = await Promise.all(
    tasksFor(models).map(async (contenders) => {
      const scored = await workers.run('score', { data, contenders, holdoutUntil, near })
      return contenders.flatMap((name, i): [Contender, Scored][] => (scored[i] ? [[name, scored[i]]] : []))
    }),
  )
  const found = new Map(answers.flat())
  const results = new Map(
    [...models, ...baselines].flatMap((name) => {
      const scored = found.get(name)
      return scored === undefined ? [] : [[name, scored] as const]
    }),
  )
  const scores = new Map([...results].flatMap(([name, { score }]) => (score === null ? [] : [[name, score] as const])))
  return { origin, results, scores, customers: [...results.values()][0]?.customers ?? 0 }
}

const baselines = ['lastYear', 'rfmCell'] as const

/** Contenders that are fitted one after the other, the longest work first; the models of regular timing go on from theirs. */
function tasksFor(models: readonly PurchaseModelName[]): (readonly Contender[])[] {
  const threads: readonly (readonly Contender[])[] = [
    ['pareto-nbd'],
    ['mbg-nbd', 'mbg-cnbd-k'],
    ['bg-nbd', 'bg-cnbd-k'],
    ['nbd', ...baselines],
  ]
  const isAsked = (name: Contender): boolean => isBaseline(name) || models.includes(name)
  return threads.map((names) => names.filter(isAsked)).filter((names) => names.length > 0)
}
