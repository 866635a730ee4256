import { z } from 'zod'
import { Backtest } from './selection-backtest.ts'
import { WeightOrigin } from './selection-model.ts'

const Count = z.int().nonnegative()
const Share = z.number().min(0).max(1)
/** An amount in the run's currency. */
const Amount = z.number()
/** 0 to 100. */
const Score = z.number()
const Day = z.iso.date()

/** A criterion as it was used: with the weight that the data left it, 0 where it is known for nobody. */
const UsedCriterion = z.object({
  id: z.string(),
  /** In the language of the run. */
  title: z.string(),
  weight: Share,
  /** Accounts whose figure is known, of those that the model compares. */
  known: Count,
})

export const SelectionTier = z.object({
  id: z.string(),
  title: z.string(),
  accounts: Count,
  netRevenue: Amount,
  grossProfit: Amount.nullable(),
  /** What it takes to be in it, in words. */
  rule: z.string(),
  /** Why nobody is in it, in words; null where somebody is. */
  emptyBecause: z.string().nullable(),
})
export type SelectionTier = z.infer<typeof SelectionTier>

/** A bar of the waterfall: what a criterion adds to the score or takes from it, against the mean account. */
export const SelectionContribution = z.object({
  criterion: z.string(),
  title: z.string(),
  /** The account's figure; null where it is unknown. */
  value: z.number().nullable(),
  /** 0 (worst) to 1 (best); what an unknown one counts as. */
  normalized: Share,
  /** Points of the score. All of them and the mean score add up to the account's score. */
  points: z.number(),
  text: z.string(),
})
export type SelectionContribution = z.infer<typeof SelectionContribution>

/** Between which weights of one criterion the account keeps its tier, the others keeping their proportions. */
const WeightInterval = z.object({ criterion: z.string(), weight: Share, lower: Share, upper: Share })

/** An account above the line, with all that speaks for its place. */
export const SelectedAccount = z.object({
  account: z.string(),
  accountName: z.string(),
  tier: z.string(),
  tierRule: z.enum(['score', 'rules', 'share', 'stay', 'override', 'gate', 'outside']),
  /** The day since which it has its tier, as far as the runs of this workspace know. */
  since: Day,
  previousTier: z.string().nullable(),
  score: Score,
  /** What unknown figures would make of the score at worst and at best. */
  lower: Score,
  upper: Score,
  contributions: z.array(SelectionContribution),
  /** In words: where it stands and why, how firmly, what is not known. */
  sentences: z.array(z.string()),
  /** Probability of each tier when weights are drawn around the chosen ones; null where it was not looked into. */
  probabilities: z.array(z.object({ tier: z.string(), probability: Share })).nullable(),
  /** null where the model's score is not a weighted sum or its tiers are not by score. */
  weightIntervals: z.array(WeightInterval).nullable(),
})
export type SelectedAccount = z.infer<typeof SelectedAccount>

/** Where accounts went since another run, with their money then and now. `null` = in no tier, or not known. */
export const TierMigration = z.object({
  fromRun: z.string(),
  fromAsOf: Day,
  cells: z.array(
    z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      accounts: Count,
      netRevenueBefore: Amount,
      netRevenueAfter: Amount,
    }),
  ),
})
export type TierMigration = z.infer<typeof TierMigration>

/** Two accounts beside a line that change places when one weight changes. */
const RankReversal = z.object({
  /** The line: the tier that begins above it. */
  tier: z.string(),
  above: z.string(),
  below: z.string(),
  criterion: z.string(),
  weight: Share,
  /** From here on the lower account is ahead. */
  weightAt: Share,
  text: z.string(),
})

export const SelectionSensitivity = z.object({
  seed: z.int(),
  /** 0 where every tier goes by rules: no weight moves anybody. */
  draws: Count,
  /** Tiers that an account has by rules, whatever its score; none where absent. */
  ruleTiers: z.array(z.string()).optional(),
  /** Weights are drawn from Dirichlet(concentration × weights): the larger, the nearer to the chosen ones. */
  concentration: z.number().positive(),
  /** True where departments' weights were drawn from as well. */
  byDepartment: z.boolean(),
  /** Accounts above the line that keep their tier in at least 90 % of the draws, of all above the line. */
  firm: Count,
  aboveTheLine: Count,
  reversals: z.array(RankReversal),
  text: z.string(),
})
export type SelectionSensitivity = z.infer<typeof SelectionSensitivity>

/** One way up: figures that have to change, within bounds. */
const WayUp = z.object({
  changes: z.array(z.object({ criterion: z.string(), from: z.number(), to: z.number(), cost: z.number().nullable() })),
  cost: z.number().nullable(),
  /** By re-scoring the account among all others as they are. */
  score: Score,
  tier: z.string(),
  text: z.string(),
})

/** An account just below a line, and what would lift it over. */
export const BelowTheLine = z.object({
  account: z.string(),
  accountName: z.string(),
  tier: z.string(),
  target: z.string(),
  score: Score,
  /** The score it takes; null where the tier goes by rules. */
  needed: Score.nullable(),
  netRevenue: Amount,
  ways: z.array(WayUp),
  /** The score it gets at most within the bounds, where no way leads over the line. */
  best: Score.nullable(),
  text: z.string(),
})
export type BelowTheLine = z.infer<typeof BelowTheLine>

/** The list by one department's weights alone. */
const DepartmentView = z.object({
  department: z.string(),
  weights: z.record(z.string(), Share),
  /** Accounts it has in the tiers above the last, and how many of these are on the list of all. */
  accounts: Count,
  shared: Count,
  /** Accounts above the line by its weights and by no other department's. */
  alone: z.array(z.object({ account: z.string(), accountName: z.string(), tier: z.string(), score: Score })),
})

export const AppliedOverride = z.object({
  id: z.int(),
  account: z.string(),
  /** '' where the source has no name, or in a run of before names were noted here. */
  accountName: z.string().default(''),
  tier: z.string(),
  /** The tier it would have without. */
  instead: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  /** First and last day on which it holds; null = from the beginning. */
  from: Day.nullable(),
  until: Day,
})
export type AppliedOverride = z.infer<typeof AppliedOverride>

/** How accounts were chosen: `selection` of run.json. */
export const Selection = z.object({
  model: z.string(),
  version: z.int(),
  title: z.string(),
  description: z.string(),
  origin: WeightOrigin,
  aggregation: z.enum(['weightedSum', 'weightedGeometric', 'topsis']),
  criteria: z.array(UsedCriterion),
  /** Accounts that the model compares, and those of them that fail a gate. */
  population: Count,
  gated: Count,
  meanScore: Score,
  tiers: z.array(SelectionTier),
  /** What a reader has to know, in words: criteria known for nobody, tiers without accounts, scores that found no account. */
  notes: z.array(z.string()),
  /** Above the line, best first; at most `accountsTold`. */
  accounts: z.array(SelectedAccount),
  belowTheLine: z.array(BelowTheLine),
  migration: TierMigration.nullable(),
  sensitivity: SelectionSensitivity.nullable(),
  fairness: z.array(DepartmentView),
  overrides: z.array(AppliedOverride),
  backtest: Backtest.nullable(),
})
export type Selection = z.infer<typeof Selection>
