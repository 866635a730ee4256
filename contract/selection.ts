import { z } from 'zod'
import { Criterion, Tier } from './run.ts'

/** By what and how firmly accounts are chosen: a readable file, `default-model.json` unless another is given. */
export const SelectionModel = z.strictObject({
  name: z.string().min(1),
  version: z.int().positive(),
  /** Criterion → weight; weights add up to 1. */
  criteria: z
    .array(z.strictObject({ criterion: Criterion, weight: z.number().positive().max(1) }))
    .min(1)
    .refine((list) => Math.abs(list.reduce((sum, item) => sum + item.weight, 0) - 1) < 1e-9, {
      message: 'weights must add up to 1',
    })
    .refine((list) => new Set(list.map((item) => item.criterion)).size === list.length, {
      message: 'a criterion stands twice',
    }),
  /**
   * Tiers from the top; each takes the next accounts by score: a share of all, within a minimum and a maximum. The tier
   * without a share takes the rest.
   */
  tiers: z
    .array(
      z.strictObject({
        tier: Tier,
        share: z.number().min(0).max(1).optional(),
        minimum: z.int().nonnegative().optional(),
        maximum: z.int().positive().optional(),
      }),
    )
    .min(2),
  /** An account with at least this share of the total is in the first tier whatever its score: too large to lose. */
  alwaysFirstFromShare: z.number().min(0).max(1),
})
export type SelectionModel = z.infer<typeof SelectionModel>
