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
/** Customers on whom k is chosen. */
const choosers = 20_000

export interface BetaGeometricOptions {
  readonly model: BetaGeometricModel
  /** Stages per purchase for the models with k; where absent, chosen by likelihood. */
  readonly k?: number
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
  if (!timed || options.k !== undefined) return fitWith(given, histories, { model })
  const thinned = thinnedHistories(histories, { customers: choosers })
  const { k, found } = chosenK(thinned, model)
  return fitWith(k, histories, thinned === histories ? { model, found } : { model })
}

interface StagedMaximum {
  readonly k: number
  readonly found: MaximumLikelihood
}

function chosenK(histories: GroupedHistories, model: BetaGeometricModel): StagedMaximum {
  let best: StagedMaximum = { k: 1, found: maximumWith(1, histories, { model }) }
  let highest = best.found.logLikelihood
  for (let k = 2; k <= largestK; k++) {
    const found = maximumWith(k, histories, { model, before: best })
    const logLikelihood = found.logLikelihood + timingTotal(k, histories)
    if (logLikelihood <= highest) break
    highest = logLikelihood
    best = { k, found }
  }
  return best
}

function fitWith(
  k: number,
  histories: GroupedHistories,
  known: { readonly model: BetaGeometricModel; readonly found?: MaximumLikelihood },
): PurchaseFit<BetaGeometricParameters> {
  const { model } = known
  const found = known.found ?? maximumWith(k, histories, { model })
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

function maximumWith(
  k: number,
  histories: GroupedHistories,
  search: { readonly model: BetaGeometricModel; readonly before?: StagedMaximum },
): MaximumLikelihood {
  const { model, before } = search
  return fitKernel(
    ([r = 0, alpha = 0, a = 0, b = 0], rows) => betaGeometricKernel({ model, k, r, alpha, a, b }, rows),
    histories,
    { starts: startsOf(k, histories, before) },
  )
}

function startsOf(k: number, histories: GroupedHistories, before: StagedMaximum | undefined): ArrayLike<number>[] {
  const { purchases, exposure } = repeatStatistics(histories)
  const perStage = exposure / (purchases * k)
  const fresh = [
    [0.4, 0.2 * perStage, 0.8, 2.5],
    [1, 0.7 * perStage, 0.3, 5],
    [3, perStage, 1, 1],
  ]
  // From where nobody leaves no search returns.
  if (before === undefined || !before.found.identified) return fresh
  // The next k has more stages in the same time; one fresh start goes along.
  const next = before.found.parameters.map((value, j) => (j === 1 ? (value * before.k) / k : value))
  return [...fresh.slice(0, 1), next]
}
