import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { Estimated, FitData, PurchaseModelName } from './fit-tasks.ts'
import type { FitWorkers } from './fit-workers.ts'

export interface FinalFit {
  readonly fit: PurchaseFit<PurchaseParameters>
  readonly model: Estimated<PurchaseParameters>
}

/**
 * The first of some models that can be used, fitted on everything that is known, or where that does not lead to a top, on
 * an even sample of it; null where none can.
 */
export async function fitFinalModel(
  workers: FitWorkers,
  candidates: readonly PurchaseModelName[],
  { all, sample }: { readonly all: FitData; readonly sample: FitData },
): Promise<FinalFit | null> {
  for (const model of candidates) {
    for (const data of all === sample ? [all] : [all, sample]) {
      const fit = await workers.run('fit', { data, model })
      if (fit.predictWith !== null) {
        return { fit, model: { parameters: fit.predictWith, logCovariance: fit.predictCovariance } }
      }
    }
  }
  return null
}
