import type { FittedScoring } from '@vitalfew/methods/scoring/scoring-rule.ts'
import { countTierDraws } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import { drawWeights } from '@vitalfew/methods/sensitivity/draw-weights.ts'
import { tierProbabilities } from '@vitalfew/methods/sensitivity/tier-probabilities.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { givenWeights } from '../scoring/resolve-weights.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { certainTiers, withRuleTiers } from './rule-probabilities.ts'
import { isByRules, scoredTiers } from './scored-tiers.ts'

/** How firmly accounts stand in their tiers when the weights are not quite sure. */
export interface TierSensitivity {
  readonly seed: number
  /** 0 where rules alone decide. */
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
 * places and thresholds are applied anew in every draw. A tier by rules stays as it is: where all do, nothing is drawn. null
 * where there is nothing to score, or scores, places and rules are mixed.
 */
export function tierSensitivity(
  chosen: Pick<ChosenAccounts, 'scored' | 'columns' | 'tiers'>,
  seed: number,
): TierSensitivity | null {
  const { scored, tiers } = chosen
  const { scoring, model, ranking } = scored
  if (ranking.length === 0) return null
  if (isByRules(scored)) {
    const probabilities = certainTiers(tiers, model.tiers.length)
    return { seed, draws: 0, concentration, byDepartment: false, probabilities }
  }
  const segment = scoredTiers(scored, tiers)
  if (scoring === null || segment === null) return null
  const { byDepartment, ...draws } = weightDraws({ scored, scoring }, seed)
  const { ranking: left, boundaries } = segment
  const counts = countTierDraws(scored.values, { scoring, ranking: left, boundaries, draws })
  const probabilities = withRuleTiers(chosen, { segment, drawn: tierProbabilities([counts]) })
  return { seed, draws: draws.draws, concentration, byDepartment, probabilities }
}

function weightDraws(
  { scored, scoring }: { readonly scored: ScoredModel; readonly scoring: FittedScoring },
  seed: number,
) {
  const { model, ranking, values } = scored
  const departments = Object.values(model.weights.byDepartment ?? {}).map((own) =>
    usable(givenWeights(model, own), scored),
  )
  const byDepartment = departments.length > 1
  const affordable = Math.floor(budget / (ranking.length * values.length))
  const draws = drawWeights({
    around: byDepartment ? departments : [scoring.weights],
    concentration,
    seed,
    draws: Math.max(fewestDraws, Math.min(mostDraws, affordable)),
  })
  return { ...draws, byDepartment }
}

/** A criterion known for nobody has no weight in anybody's eyes. */
function usable(weights: Float64Array, { scoring }: ScoredModel): Float64Array {
  return weights.map((weight, i) => ((scoring?.weights[i] ?? 0) === 0 ? 0 : weight))
}
