import type { SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'

export interface ModelCondition {
  readonly condition: SelectionCondition
  readonly path: string
}

/** Every condition of a model with its place in the document. */
export function modelConditions(model: SelectionModel): ModelCondition[] {
  const { population, gates, tiers } = model
  return [
    ...(population === undefined ? [] : [{ condition: population, path: 'population' }]),
    ...gates.map(({ condition }, index) => ({ condition, path: `gates[${index}].condition` })),
    ...tiers.flatMap(({ rule }, index) => {
      if (rule.kind !== 'rules') return []
      const enter = { condition: rule.enter, path: `tiers[${index}].rule.enter` }
      return rule.exit === undefined ? [enter] : [enter, { condition: rule.exit, path: `tiers[${index}].rule.exit` }]
    }),
  ]
}
