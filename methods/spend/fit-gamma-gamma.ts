import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { type LikelihoodData, maximizeLikelihood, type MaximumLikelihood } from '../optimization/maximize-likelihood.ts'
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.ts'
import { requireSpendHistories, type SpendHistories } from './spend-histories.ts'

export interface GammaGammaParameters {
  readonly p: number
  readonly q: number
  /** In the currency of the spend. */
  readonly gamma: number
}

/**
 * How a fit ended.
 *
 * - `converged`: at the top of the likelihood, all parameters determined.
 * - `infiniteMean`: at the top, but q ≤ 1: spend varies so widely that its expectation does not exist; use medians.
 * - `notIdentified`: the spend of a customer, or of all, hardly varies; the expectation is still of use.
 * - `notConverged`: no top was reached; do not use.
 * - `tooFewCustomers`: fewer customers with known spend than {@link fewestSpenders}; not tried.
 */
export type SpendVerdict = 'converged' | 'infiniteMean' | 'notIdentified' | 'notConverged' | 'tooFewCustomers'

export interface SpendFit {
  readonly model: 'gamma-gamma'
  readonly verdict: SpendVerdict
  readonly parameters: GammaGammaParameters | null
  readonly standardErrors: GammaGammaParameters | null
  /** Of the logarithms of p, q, gamma; null where the information is singular. */
  readonly logCovariance: SquareMatrix | null
  readonly logLikelihood: number | null
  readonly aic: number | null
  readonly bic: number | null
  /** Customers whose spend entered the fit. */
  readonly customers: number
  /** Customers with transactions whose mean spend is zero or negative; left out. */
  readonly excluded: number
}

/** Fewer customers than this say nothing about how spend differs. */
export const fewestSpenders = 10

const scoutCustomers = 4000

/**
 * Fits the Gamma-Gamma model of the value of a purchase by maximum likelihood.
 *
 * Customers without transactions say nothing and are passed over; those of a mean at or below zero are counted.
 *
 * @param histories with the first purchase or without it, as the caller decides
 * @throws RangeError as {@link requireSpendHistories}
 * Source: Fader, Hardie and Lee 2005, "RFM and CLV: using iso-value curves for customer base analysis".
 * @example
 * fitGammaGamma({ transactions: Float64Array.of(0, 2), meanSpend: Float64Array.of(0, -5) }).excluded // 1
 * fitGammaGamma({ transactions: Float64Array.of(-1), meanSpend: Float64Array.of(5) }) // throws RangeError
 */
export function fitGammaGamma(histories: SpendHistories): SpendFit {
  requireSpendHistories(histories)
  const { spenders, excluded } = knownSpend(histories)
  const customers = spenders.transactions.length
  if (customers < fewestSpenders) return { ...untried, customers, excluded }

  const mean = spenders.meanSpend.reduce((sum, value) => sum + value / customers, 0)
  // γ so that p γ / (q − 1) is the mean at every start.
  const starts = [
    [5, 3, (mean * 2) / 5],
    [1, 2, mean],
    [20, 10, (mean * 9) / 20],
  ]
  const scouted = everyNth(spenders, Math.ceil(customers / scoutCustomers))
  const scout = maximize(scouted, starts, {})
  const found = scouted === spenders ? scout : maximize(spenders, [scout.parameters], { guide: scout.meanInformation })
  const [p = 0, q = 0, gamma = 0] = found.parameters
  const [errorOfP = 0, errorOfQ = 0, errorOfGamma = 0] = found.standardErrors ?? []
  return {
    model: 'gamma-gamma',
    verdict: verdictOf(found, q),
    parameters: { p, q, gamma },
    standardErrors: found.standardErrors && { p: errorOfP, q: errorOfQ, gamma: errorOfGamma },
    logCovariance: found.logCovariance,
    logLikelihood: found.logLikelihood,
    aic: 6 - 2 * found.logLikelihood,
    bic: 3 * Math.log(customers) - 2 * found.logLikelihood,
    customers,
    excluded,
  }
}

const untried = {
  model: 'gamma-gamma',
  verdict: 'tooFewCustomers',
  parameters: null,
  standardErrors: null,
  logCovariance: null,
  logLikelihood: null,
  aic: null,
  bic: null,
} as const

function knownSpend({ transactions, meanSpend }: SpendHistories): { spenders: SpendHistories; excluded: number } {
  const isKnown = (_: number, i: number): boolean => (transactions[i] ?? 0) > 0 && (meanSpend[i] ?? 0) > 0
  const spenders = { transactions: transactions.filter(isKnown), meanSpend: meanSpend.filter(isKnown) }
  const bought = transactions.reduce((sum, count) => sum + Number(count > 0), 0)
  return { spenders, excluded: bought - spenders.transactions.length }
}

function everyNth(histories: SpendHistories, stride: number): SpendHistories {
  if (stride <= 1) return histories
  const isPicked = (_: number, i: number): boolean => i % stride === 0
  return { transactions: histories.transactions.filter(isPicked), meanSpend: histories.meanSpend.filter(isPicked) }
}

function maximize(
  histories: SpendHistories,
  starts: readonly ArrayLike<number>[],
  search: Pick<LikelihoodData, 'guide'>,
): MaximumLikelihood {
  const data = { observations: histories.transactions.length, ...search }
  return maximizeLikelihood(gammaGammaLikelihood(histories), starts, data)
}

function verdictOf(found: MaximumLikelihood, q: number): SpendVerdict {
  if (!found.converged) return 'notConverged'
  if (q <= 1) return 'infiniteMean'
  return found.identified ? 'converged' : 'notIdentified'
}
