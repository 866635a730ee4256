import type { Normalization, SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { type NormalizedPopulation, normalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import type { NormalizationRule } from '@vitalfew/methods/scoring/normalization-rule.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import type { RatedColumns } from './score-model.ts'

/** The figures of each criterion, and the values 0 to 1 that they become among the accounts compared. */
export function criterionValues(
  model: SelectionModel,
  {
    columns,
    population,
    rated,
  }: { readonly columns: SelectionColumns; readonly population: Uint8Array; readonly rated: RatedColumns },
): { readonly figures: Float64Array[]; readonly criteria: NormalizedPopulation[] } {
  const isEverybody = !population.includes(0)
  const figures = model.criteria.map(({ id, metric }) => {
    const all = metric === undefined ? rated.get(id) : columns.figures.get(metric)
    if (all === undefined) return new Float64Array(columns.accounts).fill(Number.NaN)
    return isEverybody ? all : all.map((figure, i) => (population[i] === 1 ? figure : Number.NaN))
  })
  const criteria = model.criteria.map((criterion, i) =>
    normalizedPopulation(figures[i] ?? new Float64Array(), ruleOf(criterion)),
  )
  return { figures, criteria }
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
