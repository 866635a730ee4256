import type { Normalization, SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { NormalizationRule } from '@vitalfew/methods/scoring/normalization-rule.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import type { CriterionFigures } from './normalized-criteria.ts'
import type { RatedColumns } from './score-model.ts'

/** The figures of each criterion among the accounts compared, and how they become values 0 to 1. */
export function criterionFigures(
  model: SelectionModel,
  {
    columns,
    population,
    rated,
  }: { readonly columns: SelectionColumns; readonly population: Uint8Array; readonly rated: RatedColumns },
): CriterionFigures[] {
  const isEverybody = !population.includes(0)
  return model.criteria.map((criterion) => {
    const { id, metric } = criterion
    const rule = ruleOf(criterion)
    const all = metric === undefined ? rated.get(id) : columns.figures.get(metric)
    if (all === undefined) return { rule, figures: new Float64Array(columns.accounts).fill(Number.NaN) }
    if (isEverybody) return { rule, figures: all }
    return { rule, figures: within(population, all) }
  })
}

/** The last population that a column was looked at in: while weights are tried it is the same one all the time. */
const narrowed = new WeakMap<Float64Array, { readonly population: Uint8Array; readonly figures: Float64Array }>()

function within(population: Uint8Array, all: Float64Array): Float64Array {
  const known = narrowed.get(all)
  if (known !== undefined && Buffer.compare(known.population, population) === 0) return known.figures
  const figures = all.map((figure, i) => (population[i] === 1 ? figure : Number.NaN))
  narrowed.set(all, { population, figures })
  return figures
}

/** Percentile where a document says nothing; a scale of anchors goes from its lowest to its highest. */
export function ruleOf({ normalization, scale }: SelectionCriterion): NormalizationRule {
  if (normalization !== undefined) return plainRule(normalization)
  if (scale === undefined) return { method: 'percentile' }
  const scores = scale.anchors.map((anchor) => anchor.score)
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  return {
    method: 'piecewise',
    points: [
      { figure: lowest, value: 0 },
      { figure: highest, value: 1 },
    ],
  }
}

function plainRule(normalization: Normalization): NormalizationRule {
  if (normalization.method === 'target' || normalization.method === 'piecewise') return normalization
  const { method, direction, caps } = normalization
  return {
    method,
    ...(direction === undefined ? {} : { direction }),
    ...(caps === undefined ? {} : { caps }),
  }
}
