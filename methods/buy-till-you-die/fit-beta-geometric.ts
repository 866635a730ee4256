import { requireInteger } from '../arguments/require-integer.ts'
import type { MaximumLikelihood } from '../optimization/maximize-likelihood.ts'
import { betaGeometricKernel } from './beta-geometric-kernel.ts'
import { fitKernel } from './fit-kernel.ts'
import { fitNbd } from './fit-nbd.ts'
import type { GroupedHistories } from './group-histories.ts'
import { fewestRepeaters, type PurchaseFit, untriedFit } from './purchase-fit.ts'
import { purchaseFitFrom } from './purchase-fit-from.ts'
import type { BetaGeometricModel, BetaGeometricParameters } from './purchase-parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'
import { thinnedHistories } from './thinned-histories.ts'
import { timingTotal } from './timing-total.ts'

const largestK = 12
/** Customers on whom k is chosen: on the fewer where these tell it clearly. */
const choosers = [2000, 25_000]
/** So much likelier than its neighbours is a k that is clear. */
const clearMargin = 20

export interface BetaGeometricOptions {
  readonly model: BetaGeometricModel
  /** Stages per purchase for the models with k; where absent, chosen by likelihood. */
  readonly k?: number
  /** Parameters of a fit to similar data; the search begins there, and at one start besides. */
  readonly near?: BetaGeometricParameters
  /** The fit of the same model with one stage per purchase to the same histories: k climbs from there. */
  readonly plain?: PurchaseFit<BetaGeometricParameters>
}

/**
 * Fits BG/NBD, MBG/NBD, BG/CNBD-k or MBG/CNBD-k by maximum likelihood.
 *
 * k climbs from 1 for as long as the likelihood does, at most to 12; it costs no degree of freedom in `aic` and `bic`.
 *
 * @param histories grouped by {@link groupHistories}; with `logGaps` for the models with k
 * @param options the model, and k where it is not to be chosen
 * @returns also compared with the NBD of the same k; where the data show no attrition the verdict says so and
 *   `predictWith` is that NBD
 * @throws RangeError when k is not an integer above 0, is given for a model without k, or `logGaps` are missing
 * Source: Fader, Hardie and Lee 2005, "Counting your customers the easy way"; Batislam, Denizel and Filiztekin 2007;
 * Reutterer, Platzer and Schröder 2021, "Leveraging purchase regularity".
 * @example
 * fitBetaGeometric(groupHistories(purchaseHistories([])), { model: 'bg-nbd' }).verdict // 'tooFewRepeaters'
 * fitBetaGeometric(groupHistories(purchaseHistories([])), { model: 'bg-nbd', k: 2 }) // throws RangeError
 */
export function fitBetaGeometric(
  histories: GroupedHistories,
  options: BetaGeometricOptions,
): PurchaseFit<BetaGeometricParameters> {
  const { model } = options
  const timed = model === 'bg-cnbd-k' || model === 'mbg-cnbd-k'
  const given = requireInteger('k', options.k ?? 1)
  if (given < 1 || (!timed && given !== 1)) throw new RangeError(`k must be ${timed ? 'above 0' : '1'}, got ${given}`)
  if (repeatStatistics(histories).repeaters < fewestRepeaters) return untriedFit(model, histories)
  if (!timed || options.k !== undefined) return fitWith(given, histories, options)

  const { plain, ...search } = options
  const k = clearK(histories, search)
  if (k !== null) return k === 1 && plain !== undefined ? renamed(plain, model) : fitWith(k, histories, search)
  const best = chosenK(histories, options)
  const { found } = best
  return found === null && plain !== undefined
    ? renamed(plain, model)
    : fitWith(best.k, histories, { ...search, found })
}

/** The k that a sample of customers tells; null where all are to be asked. */
function clearK(histories: GroupedHistories, search: Search): number | null {
  for (const customers of choosers) {
    const thinned = thinnedHistories(histories, { customers })
    if (thinned === histories) return null
    const { k, margin } = chosenK(thinned, search)
    if (margin > clearMargin) return k
    if (customers === choosers.at(-1)) return k
  }
  return null
}

type Search = Pick<BetaGeometricOptions, 'model' | 'near' | 'plain'>

/** The best with so many stages. */
interface StagedMaximum {
  readonly k: number
  /** r, alpha, a, b */
  readonly parameters: ArrayLike<number>
  readonly isStart: boolean
  readonly logLikelihood: number
  /** Null where it is the plain fit that was given. */
  readonly found: MaximumLikelihood | null
}

/** The likeliest k, and by how much it is likelier than those beside it. */
function chosenK(histories: GroupedHistories, search: Search): StagedMaximum & { readonly margin: number } {
  let best = plainMaximum(search.plain) ?? stagedMaximum(1, histories, search)
  let margin = Infinity
  for (let k = 2; k <= largestK; k++) {
    const next = stagedMaximum(k, histories, { ...search, before: best })
    const gain = next.logLikelihood - best.logLikelihood
    margin = gain <= 0 ? Math.min(margin, -gain) : gain
    if (gain <= 0) break
    best = next
  }
  return { ...best, margin }
}

function plainMaximum(plain: Search['plain']): StagedMaximum | null {
  if (plain === undefined || plain.parameters === null || plain.logLikelihood === null) return null
  const { parameters, logLikelihood, verdict } = plain
  const { r, alpha, a, b } = parameters
  return { k: 1, parameters: [r, alpha, a, b], isStart: verdict === 'converged', logLikelihood, found: null }
}

function stagedMaximum(k: number, histories: GroupedHistories, search: StagedSearch): StagedMaximum {
  const found = maximumWith(k, histories, search)
  const logLikelihood = found.logLikelihood + timingTotal(k, histories)
  // From where nobody leaves no search returns.
  return { k, parameters: found.parameters, isStart: found.identified, logLikelihood, found }
}

/** With one stage per purchase the models of regular timing are the plain ones. */
function renamed(
  plain: PurchaseFit<BetaGeometricParameters>,
  model: BetaGeometricModel,
): PurchaseFit<BetaGeometricParameters> {
  const { parameters, predictWith } = plain
  return {
    ...plain,
    model,
    parameters: parameters && { ...parameters, model },
    predictWith: predictWith === null || predictWith.model === 'nbd' ? predictWith : { ...predictWith, model },
  }
}

function fitWith(
  k: number,
  histories: GroupedHistories,
  known: Search & { readonly found?: MaximumLikelihood | null },
): PurchaseFit<BetaGeometricParameters> {
  const { model } = known
  const found = known.found ?? maximumWith(k, histories, known)
  const [r = 0, alpha = 0, a = 0, b = 0] = found.parameters
  return purchaseFitFrom(
    found,
    { model, k, r, alpha, a, b },
    {
      names: ['r', 'alpha', 'a', 'b'],
      histories,
      constant: timingTotal(k, histories),
      withoutAttrition: fitNbd(histories, { k }),
    },
  )
}

interface StagedSearch extends Search {
  readonly before?: StagedMaximum
}

function maximumWith(k: number, histories: GroupedHistories, search: StagedSearch): MaximumLikelihood {
  const { model } = search
  return fitKernel(
    ([r = 0, alpha = 0, a = 0, b = 0], rows) => betaGeometricKernel({ model, k, r, alpha, a, b }, rows),
    histories,
    { starts: startsOf(k, histories, search) },
  )
}

function startsOf(k: number, histories: GroupedHistories, { near, before }: StagedSearch): ArrayLike<number>[] {
  const { purchases, exposure } = repeatStatistics(histories)
  const perStage = exposure / (purchases * k)
  const fresh = [
    [0.4, 0.2 * perStage, 0.8, 2.5],
    [1, 0.7 * perStage, 0.3, 5],
    [3, perStage, 1, 1],
  ]
  // More stages in the same time: each is so much shorter.
  const known = [
    ...(near === undefined ? [] : [[near.r, (near.alpha * near.k) / k, near.a, near.b]]),
    ...(before?.isStart === true
      ? [Array.from(before.parameters, (value, j) => (j === 1 ? (value * before.k) / k : value))]
      : []),
  ]
  return known.length === 0 ? fresh : [...fresh.slice(0, 1), ...known]
}
