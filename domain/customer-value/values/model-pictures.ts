import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { FitTasks } from '../fitting/fit-tasks.ts'
import { preparedHistories } from '../fitting/prepared-histories.ts'
import { historyMatrix } from './history-matrix.ts'
import { trackedPurchases } from './tracked-purchases.ts'

/** What the page draws of a model. */
export interface ModelPictures {
  readonly matrix: CustomerValue['matrix']
  readonly tracking: CustomerValue['tracking']
}

/** Works out the pictures of a model: who is how likely alive, and how real purchases tracked the expected ones. */
export function modelPictures({
  data,
  parameters,
  horizon,
  calibrated,
}: FitTasks['pictures']['request']): ModelPictures {
  const { known } = preparedHistories(data)
  if (data.kind !== 'days' || known === null) return { matrix: null, tracking: null }
  const { unitDays, until } = data.observation
  const tracked: { parameters: PurchaseParameters; until: number } = calibrated ?? { parameters, until }
  return {
    matrix: historyMatrix(parameters, { histories: known.histories, unitDays, horizon }),
    tracking: trackedPurchases(data, { ...tracked, end: until, hasHoldout: calibrated !== null }),
  }
}
