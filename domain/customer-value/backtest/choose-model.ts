import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { Contender, PurchaseModelName } from '../fitting/fit-tasks.ts'
import type { ContenderResult } from './contender-results.ts'

/** What values are to come from, and on what grounds. */
export interface ModelChoice {
  readonly grounds: 'asked' | 'backtest' | 'likelihood' | 'nothingFits'
  /** In the order in which they are to be tried. */
  readonly models: readonly PurchaseModelName[]
  readonly baseline: Exclude<Contender, PurchaseModelName> | null
}

export interface ChoiceRequest {
  readonly asked: PurchaseModelName | null
  /** Of the back-test; empty where there was none. */
  readonly results: readonly ContenderResult[]
  /** Of the latest origin, or of everything where there was no back-test. */
  readonly fits: readonly PurchaseFit<PurchaseParameters>[]
}

/** A few back-tests cannot tell apart what differs by less than a twentieth. */
const tolerance = 1.05

/**
 * The model that was asked for; else, among the models that did as well as any in the back-test, the one the data are
 * likeliest under (lowest BIC); a baseline where it did clearly better than that. Without a back-test the likelihood
 * decides alone.
 */
export function chooseModel({ asked, results, fits }: ChoiceRequest): ModelChoice {
  if (asked !== null) return { grounds: 'asked', models: [asked], baseline: null }
  const likely = fits
    .filter((fit) => fit.predictWith !== null && fit.bic !== null)
    .toSorted((a, b) => (a.bic ?? 0) - (b.bic ?? 0))
    .map((fit) => fit.model)
  const tested = results.filter((result): result is ModelResult => !isBaseline(result.name))
  const good = likely.filter((name) =>
    tested.some((result) => result.name === name && result.index <= (tested[0]?.index ?? 0) * tolerance),
  )
  const others = tested.map((result) => result.name).filter((name) => !good.includes(name))
  const own = tested.find((result) => result.name === good[0])
  const naive = results.find((result) => isBaseline(result.name))
  if (own !== undefined || naive !== undefined) {
    const loses = naive !== undefined && (own === undefined || own.index > naive.index * tolerance)
    return { grounds: 'backtest', models: [...good, ...others], baseline: loses ? baselineOf(naive) : null }
  }
  if (likely.length > 0) return { grounds: 'likelihood', models: likely, baseline: null }
  return { grounds: 'nothingFits', models: [], baseline: 'lastYear' }
}

type ModelResult = ContenderResult & { readonly name: PurchaseModelName }

function baselineOf({ name }: ContenderResult): ModelChoice['baseline'] {
  return isBaseline(name) ? name : null
}

/** Whether a contender needs no model. */
export function isBaseline(name: Contender): name is 'lastYear' | 'rfmCell' {
  return name === 'lastYear' || name === 'rfmCell'
}
