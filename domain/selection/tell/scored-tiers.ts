import type { TierBoundaries } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import type { ModelTiers } from '../scoring/assign-model-tiers.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** The tiers of a model that the score decides about: those between the tiers by rules at its top and at its end. */
export interface ScoredTiers {
  /** Place of the first of them. */
  readonly first: number
  /** The accounts that no tier by rules has taken before, best first. */
  readonly ranking: Uint32Array
  /** What decides between them, the first boundary being that of tier `first`. */
  readonly boundaries: TierBoundaries
}

/** null where no tier goes by score, or where scores, places and rules are mixed so that no line can be drawn. */
export function scoredTiers(
  { model, ranking }: Pick<ScoredModel, 'model' | 'ranking'>,
  { plain }: Pick<ModelTiers, 'plain'>,
): ScoredTiers | null {
  const rules = model.tiers.slice(0, -1).map(({ rule }) => rule)
  const first = rules.findIndex(({ kind }) => kind !== 'rules')
  if (first === -1) return null
  const between = rules.slice(first, rules.findLastIndex(({ kind }) => kind !== 'rules') + 1)
  const left = first === 0 ? ranking : ranking.filter((account) => (plain[account] ?? 0) >= first)
  const thresholds = between.flatMap((rule) =>
    rule.kind === 'score' ? [Math.min(1, Math.max(0, rule.enter / 100))] : [],
  )
  if (thresholds.length === between.length) return { first, ranking: left, boundaries: { by: 'threshold', thresholds } }
  if (thresholds.length > 0 || between.some(({ kind }) => kind === 'rules')) return null
  const places = between.map(() => 0)
  for (const tier of plain) {
    const place = tier - first
    if (place >= 0 && place < places.length) places[place] = (places[place] ?? 0) + 1
  }
  return { first, ranking: left, boundaries: { by: 'places', places } }
}

/** Whether every tier but the last goes by rules: then no weight moves anybody. */
export function isByRules({ model }: Pick<ScoredModel, 'model'>): boolean {
  return model.tiers.slice(0, -1).every(({ rule }) => rule.kind === 'rules')
}
