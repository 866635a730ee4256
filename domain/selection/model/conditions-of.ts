import type { AttributeCondition, MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'

export interface PlacedCondition<Leaf> {
  readonly leaf: Leaf
  /** Where it stands in the document: `gates[0].condition.all[1]`. */
  readonly path: string
}

/** The conditions on figures and attributes that a condition is made of, each with its place. */
export function conditionsOf(
  condition: SelectionCondition,
  path = '',
): {
  readonly metrics: readonly PlacedCondition<MetricCondition>[]
  readonly attributes: readonly PlacedCondition<AttributeCondition>[]
} {
  if ('metric' in condition) return { metrics: [{ leaf: condition, path }], attributes: [] }
  if ('attribute' in condition) return { metrics: [], attributes: [{ leaf: condition, path }] }
  if ('not' in condition) return conditionsOf(condition.not, `${path}.not`)
  const [name, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
  const found = parts.map((part, index) => conditionsOf(part, `${path}.${name}[${index}]`))
  return {
    metrics: found.flatMap((each) => each.metrics),
    attributes: found.flatMap((each) => each.attributes),
  }
}
