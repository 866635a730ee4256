import type { NormalizationRule } from '@vitalfew/methods/scoring/normalization-rule.ts'
import { type NormalizedPopulation, normalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'

/** The figures of a criterion, and how they become values. */
export interface CriterionFigures {
  /** NaN = unknown. */
  readonly figures: Float64Array
  readonly rule: NormalizationRule
}

/** What was worked out for a column, by its rule: remembered as long as the column is, for columns that stay. */
const remembered = new WeakMap<Float64Array, Map<string, NormalizedPopulation>>()
/** A rule that is being edited has many forms. */
const mostRules = 3

/**
 * The values of all criteria, each as `normalizedPopulation` gives them; a column that comes again with the same rule is not
 * worked out again.
 *
 * In this thread alone: another one has to start, to compile the same code once more and to be given its share, which for
 * eight columns of a million accounts takes about as much time as it saves, and a fifth more processor time.
 *
 * @throws RangeError as `normalizedPopulation` does
 */
export function normalizedCriteria(criteria: readonly CriterionFigures[]): NormalizedPopulation[] {
  return criteria.map(({ figures, rule }) => {
    const rules = remembered.get(figures) ?? new Map<string, NormalizedPopulation>()
    remembered.set(figures, rules)
    const key = JSON.stringify(rule)
    const known = rules.get(key)
    if (known !== undefined) return known
    const found = normalizedPopulation(figures, rule)
    if (rules.size >= mostRules) rules.delete(rules.keys().next().value ?? '')
    rules.set(key, found)
    return found
  })
}
