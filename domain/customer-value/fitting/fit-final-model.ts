import type { KnownFits } from '@vitalfew/methods/buy-till-you-die/fit-purchase-model.ts'
import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { Estimated, FitData, PurchaseModelName } from './fit-tasks.ts'
import type { FitWorkers } from './fit-workers.ts'

export interface FinalFit {
  readonly fit: PurchaseFit<PurchaseParameters>
  readonly model: Estimated<PurchaseParameters>
}

/** What the final fit is made on. */
export interface FinalData {
  readonly all: FitData
  /** An even sample of it; the same where it is small. */
  readonly sample: FitData
  /** The models as compared, from which the search goes on. */
  readonly fits: readonly PurchaseFit<PurchaseParameters>[]
}

/**
 * The first of some models that can be used, fitted on everything that is known, or where that does not lead to a top, on
 * an even sample of it; null where none can.
 */
export async function fitFinalModel(
  workers: FitWorkers,
  candidates: readonly PurchaseModelName[],
  { all, sample, fits }: FinalData,
): Promise<FinalFit | null> {
  for (const model of candidates) {
    for (const data of all === sample ? [all] : [all, sample]) {
      const fit = await workers.run('fit', { data, model, known: knownOf(model) })
      if (fit.predictWith !== null) {
        return { fit, model: { parameters: fit.predictWith, logCovariance: fit.predictCovariance } }
      }
    }
  }
  return null

  function knownOf(model: PurchaseModelName): KnownFits {
    const near = fits.find((fit) => fit.model === model && fit.verdict === 'converged')?.parameters ?? undefined
    // On few the search is short, and k is chosen again on all of them.
    if (near === undefined || all === sample) return {}
    return 'k' in near ? { near, k: near.k } : { near }
  }
}
