import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Viewer } from '../../access/index.ts'
import { attributeConditionsOf, metricsOf } from '../model/metrics-of.ts'

/** What profit can be read off, the value of customers included: that is profit wherever costs are known. */
const ofProfit = /profit|margin|contribution|clv|valueAtRisk/i

/** A ranking by a figure tells the figure. */
export function tellsOfProfit(metric: string): boolean {
  return ofProfit.test(metric)
}

/**
 * Whoever may not see profit does not try models that look at it: the order would tell.
 *
 * @throws ProductError `accounts.fieldHidden`
 */
export function refuseProfit(viewer: Viewer, model: SelectionModel): void {
  if (!viewer.hidden.has('profit')) return
  const metric = metricsOf(model).find(tellsOfProfit)
  const attribute = attributeConditionsOf(model).find((leaf) => leaf.attribute === 'abcClass')?.attribute
  const field = metric ?? attribute
  if (field !== undefined) throw new ProductError('accounts.fieldHidden', { field })
}
