import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { checkCriteria } from './check-criteria.ts'
import { checkMetric, type DocumentPlace } from './check-metric.ts'
import { checkTiers } from './check-tiers.ts'
import { checkWeights } from './check-weights.ts'
import { conditionsOf } from './conditions-of.ts'
import { attributeRegistry } from './metric-registry.ts'
import { modelConditions } from './model-conditions.ts'

/**
 * Finds what a document can be wrong in although it has the right shape.
 *
 * @throws ProductError `model.unknownMetric`, `model.unknownAttribute`, `model.unknownCriterion`, `model.twice`, `model.order`,
 *   `model.weights`, `model.thresholds`, `model.emptyTier`, `model.lastTier`
 */
export function checkModel(model: SelectionModel, file: string): void {
  checkUnique('criteria', { items: model.criteria, file })
  checkUnique('gates', { items: model.gates, file })
  checkUnique('tiers', { items: model.tiers, file })
  checkCriteria(model, file)
  for (const { condition, path } of modelConditions(model)) {
    const { metrics, attributes } = conditionsOf(condition, path)
    for (const { leaf, path: place } of metrics) checkMetric(leaf.metric, { path: `${place}.metric`, file })
    for (const { leaf, path: place } of attributes) checkAttribute(leaf.attribute, { path: `${place}.attribute`, file })
  }
  checkWeights(model, file)
  checkTiers(model, file)
}

function checkAttribute(attribute: string, { path, file }: DocumentPlace): void {
  if (Object.hasOwn(attributeRegistry, attribute)) return
  const near = Object.keys(attributeRegistry).join(', ')
  throw new ProductError('model.unknownAttribute', { file, path, attribute, near })
}

function checkUnique(
  list: string,
  { items, file }: { readonly items: readonly { readonly id: string }[]; readonly file: string },
): void {
  for (const [index, { id }] of items.entries()) {
    const first = items.findIndex((item) => item.id === id)
    if (first < index) {
      throw new ProductError('model.twice', {
        file,
        path: `${list}[${index}].id`,
        other: `${list}[${first}].id`,
        id,
      })
    }
  }
}
