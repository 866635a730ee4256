import { z } from 'zod'
import { TierRule } from './selection-tiers.ts'
import { BilingualText, SelectionCondition, SelectionId } from './selection-condition.ts'

const Direction = z.enum(['higher', 'lower'])
/** Quantiles at which outliers are capped: 0.01 and 0.99 cap the outer two per cent. */
const Caps = z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })

/** How the figures of a criterion become values from 0 (worst) to 1 (best). Meaning: methods/scoring/normalization-rule.ts. */
export const Normalization = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.enum(['percentile', 'min-max', 'z-score', 'log']),
    direction: Direction.optional(),
    caps: Caps.optional(),
  }),
  z.strictObject({
    method: z.literal('target'),
    lowest: z.number(),
    from: z.number(),
    to: z.number(),
    highest: z.number(),
  }),
  z.strictObject({
    method: z.literal('piecewise'),
    points: z.array(z.strictObject({ figure: z.number(), value: z.number().min(0).max(1) })).min(1),
  }),
])
export type Normalization = z.infer<typeof Normalization>

/** Scores given by people: each score means what its anchor says. */
const QualitativeScale = z.strictObject({
  anchors: z.array(z.strictObject({ score: z.number(), text: BilingualText })).min(2),
})

/** Where a figure can be moved to, in which steps, and what a unit costs: what counterfactuals may propose. */
const Actionable = z.strictObject({
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** At most so much of what it is now: 0.2 = a fifth up or down. */
  maximumChange: z.number().positive().optional(),
  step: z.number().positive().optional(),
  costPerUnit: z.number().nonnegative().optional(),
})

/** What an unknown figure counts as: the middle, what the others say, or the worst. */
const MissingPolicy = z.enum(['neutral', 'rescale', 'worst'])

export const SelectionCriterion = z
  .strictObject({
    id: SelectionId,
    title: BilingualText,
    /** A figure of the accounts, by its name in the registry; or scores that people give. */
    metric: z.string().optional(),
    scale: QualitativeScale.optional(),
    /** Percentile where absent; the range of the anchors for a scale. */
    normalization: Normalization.optional(),
    /** Of this criterion, instead of what the model says. */
    missing: MissingPolicy.optional(),
    actionable: Actionable.optional(),
  })
  .refine((criterion) => (criterion.metric === undefined) !== (criterion.scale === undefined), {
    message: 'needs either metric or scale',
  })
export type SelectionCriterion = z.infer<typeof SelectionCriterion>

export const weightOrigins = ['hand', 'ahp', 'entropy', 'critic', 'standardDeviation', 'blend'] as const
export const WeightOrigin = z.enum(weightOrigins)
export type WeightOrigin = z.infer<typeof WeightOrigin>

/** Criterion → weight; weights add up to 1. */
const WeightValues = z.record(z.string(), z.number().nonnegative())
export type WeightValues = z.infer<typeof WeightValues>

/** Where the weights come from. `entropy`, `critic` and `standardDeviation` without values are taken from the data of each run. */
export const SelectionWeights = z.strictObject({
  origin: WeightOrigin,
  values: WeightValues.optional(),
  /** Of a blend: what it is made of and how much of each. */
  parts: z
    .array(
      z.strictObject({
        origin: WeightOrigin.exclude(['blend']),
        share: z.number().positive(),
        values: WeightValues.optional(),
      }),
    )
    .min(2)
    .optional(),
  /** The weights each department would set alone. */
  byDepartment: z.record(z.string(), WeightValues).optional(),
  /** The judgements that an AHP came from. */
  judgements: z.strictObject({ sha256: z.string(), experts: z.array(z.string()) }).optional(),
})
export type SelectionWeights = z.infer<typeof SelectionWeights>

/** By what and how firmly accounts are chosen: a readable document, named and versioned. */
export const SelectionModel = z.strictObject({
  name: SelectionId,
  version: z.int().positive(),
  title: BilingualText,
  description: BilingualText,
  /** Only accounts that meet this are compared and chosen; all where absent. */
  population: SelectionCondition.optional(),
  criteria: z.array(SelectionCriterion).min(1).max(12),
  weights: SelectionWeights,
  aggregation: z.enum(['weightedSum', 'weightedGeometric', 'topsis']).default('weightedSum'),
  /** What an unknown figure counts as, where its criterion does not say. */
  missing: MissingPolicy.default('neutral'),
  /** Conditions that no score makes up for. */
  gates: z.array(z.strictObject({ id: SelectionId, condition: SelectionCondition, text: BilingualText })).default([]),
  /** From the top; the last one takes the rest. */
  tiers: z
    .array(
      z.strictObject({
        id: SelectionId,
        title: BilingualText,
        rule: TierRule,
        /** Days an account stays in the tier at least, once it is in. */
        minimumStayDays: z.int().nonnegative().optional(),
      }),
    )
    .min(2),
  /** An account with at least this share of the revenue is in the first tier whatever its score: too large to lose. */
  alwaysFirstFromShare: z.number().positive().max(1).optional(),
})
/** A model as it is used: what the document leaves out has its default. */
export type SelectionModel = z.infer<typeof SelectionModel>
