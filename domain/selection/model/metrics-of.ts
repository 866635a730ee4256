import type { AttributeCondition } from '@vitalfew/contract/selection-condition.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { conditionsOf } from './conditions-of.ts'
import { modelConditions } from './model-conditions.ts'

/** Every figure a model asks for, each once: of its criteria, its conditions and its tiers. */
export function metricsOf(model: SelectionModel): string[] {
  const criteria = model.criteria.flatMap(({ metric }) => (metric === undefined ? [] : [metric]))
  const needs = model.tiers.flatMap(({ rule }) => (rule.kind === 'capacity' && rule.need ? [rule.need] : []))
  const conditions = modelConditions(model).flatMap(({ condition }) =>
    conditionsOf(condition).metrics.map(({ leaf }) => leaf.metric),
  )
  return [...new Set([...criteria, ...needs, ...conditions])]
}

/** The conditions of a model on what accounts are, each once. */
export function attributeConditionsOf(model: SelectionModel): AttributeCondition[] {
  const found = modelConditions(model).flatMap(({ condition }) =>
    conditionsOf(condition).attributes.map(({ leaf }) => leaf),
  )
  return [...new Map(found.map((leaf) => [conditionKey(leaf), leaf])).values()]
}

/** The same for conditions that ask the same. */
export function conditionKey({ attribute, in: among = [], notIn = [] }: AttributeCondition): string {
  return JSON.stringify([attribute, among, notIn])
}
