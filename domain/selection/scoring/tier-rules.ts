/** Why an account has its tier. */
export const tierRules = [
  /** Its score. */
  'score',
  /** It meets the conditions of the tier; its score has no part in that. */
  'rules',
  /** Its share of the revenue: too large to lose. */
  'share',
  /** It would no longer enter the tier but meets what it takes to stay. */
  'stay',
  /** A person decided. */
  'override',
  /** It fails a gate. */
  'gate',
  /** The model does not compare it. */
  'outside',
] as const
export type TierRuleName = (typeof tierRules)[number]

/** The number of a rule in a column. */
export function tierRuleCode(name: TierRuleName): number {
  return tierRules.indexOf(name)
}
