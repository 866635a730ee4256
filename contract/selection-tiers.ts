import { z } from 'zod'
import { SelectionCondition } from './selection-condition.ts'

const Share = z.number().min(0).max(1)
const Places = z.int().nonnegative()

/**
 * Who is in a tier. `enter` is what it takes to come in, `exit` what it takes to stay: between the two nobody moves, so
 * that tiers do not flap. Where `exit` is absent it is the same as `enter`.
 */
export const TierRule = z.discriminatedUnion('kind', [
  /** A score, 0 to 100. */
  z.strictObject({ kind: z.literal('score'), enter: z.number(), exit: z.number().optional() }),
  /** The first so many accounts, those of the tiers above counted first. */
  z.strictObject({ kind: z.literal('top'), enter: Places, exit: Places.optional() }),
  /** A share of the accounts with a minimum and a maximum. */
  z.strictObject({
    kind: z.literal('share'),
    enter: Share,
    exit: Share.optional(),
    minimum: Places.optional(),
    maximum: z.int().positive().optional(),
  }),
  /** Until a capacity is used up; an account takes as much of it as `needPerAccount`, or as the metric `need` says. */
  z.strictObject({
    kind: z.literal('capacity'),
    enter: z.number().nonnegative(),
    exit: z.number().nonnegative().optional(),
    needPerAccount: z.number().positive().optional(),
    need: z.string().optional(),
  }),
  /** Conditions on the account's own figures, whatever its score. */
  z.strictObject({ kind: z.literal('rules'), enter: SelectionCondition, exit: SelectionCondition.optional() }),
  /** Everybody else; only the last tier has this. */
  z.strictObject({ kind: z.literal('rest') }),
])
export type TierRule = z.infer<typeof TierRule>
