import { countTierDraws, type TierBoundaries } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import { drawWeights } from '@vitalfew/methods/sensitivity/draw-weights.ts'
import { tierProbabilities } from '@vitalfew/methods/sensitivity/tier-probabilities.ts'
import type { ModelTiers } from '../scoring/assign-model-tiers.ts'
import { givenWeights } from '../scoring/resolve-weights.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** How firmly accounts stand in their tiers when the weights are not quite sure. */
export interface TierSensitivity {
  readonly seed: number
  readonly draws: number
  readonly concentration: number
  readonly byDepartment: boolean
  /** One column per tier, the last included. */
  readonly probabilities: readonly Float64Array[]
}

/** A weight of 0.2 then moves by 0.04 in either direction: what people mean by "about a fifth". */
const concentration = 100
const mostDraws = 1_000
const fewestDraws = 100
/** Scores that may be computed for it: what half a second does. */
const budget = 1e9

/**
 * Draws weights around the chosen ones, or around those of the departments, and looks which tier each account then has;
 * places and thresholds are applied anew in every draw. null where tiers do not go by score, or there is nothing to score.
 */
export function tierSensitivity(scored: ScoredModel, tiers: ModelTiers, seed: number): TierSensitivity | null {
  const boundaries = tierBoundaries(scored, tiers)
  const { scoring, model, ranking, criteria } = scored
  if (scoring === null || boundaries === null || ranking.length === 0) return null
  const departments = Object.values(model.weights.byDepartment ?? {}).map((own) =>
    usable(givenWeights(model, own), scored),
  )
  const byDepartment = departments.length > 1
  const affordable = Math.floor(budget / (ranking.length * criteria.length))
  const draws = drawWeights({
    around: byDepartment ? departments : [scoring.weights],
    concentration,
    seed,
    draws: Math.max(fewestDraws, Math.min(mostDraws, affordable)),
  })
  const values = criteria.map((criterion) => criterion.values)
  const counts = countTierDraws(values, { scoring, ranking, boundaries, draws })
  return { seed, draws: draws.draws, concentration, byDepartment, probabilities: tierProbabilities([counts]) }
}

/** What decides between tiers in every draw anew; null where conditions decide, or scores and places are mixed. */
export function tierBoundaries({ model }: ScoredModel, { plain }: ModelTiers): TierBoundaries | null {
  const rules = model.tiers.slice(0, -1).map(({ rule }) => rule)
  if (rules.every((rule) => rule.kind === 'score')) {
    return { by: 'threshold', thresholds: rules.map((rule) => Math.min(1, Math.max(0, rule.enter / 100))) }
  }
  if (rules.some((rule) => rule.kind === 'score' || rule.kind === 'rules')) return null
  const places = rules.map(() => 0)
  for (const tier of plain) if (tier < places.length) places[tier] = (places[tier] ?? 0) + 1
  return { by: 'places', places }
}

/** A criterion known for nobody has no weight in anybody's eyes. */
function usable(weights: Float64Array, { scoring }: ScoredModel): Float64Array {
  return weights.map((weight, i) => ((scoring?.weights[i] ?? 0) === 0 ? 0 : weight))
}
