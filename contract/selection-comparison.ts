import { z } from 'zod'

const Count = z.int().nonnegative()
const Amount = z.number()

/** What changes when one model takes the place of another: `vitalfew select compare`. */
export const ModelComparison = z.object({
  /** Name and version, as `default@1`. */
  first: z.string(),
  second: z.string(),
  /** One sentence each, in the language asked for; none where the rules are the same. */
  differences: z.array(z.string()),
  /** Accounts whose tier changes, on the data at hand. */
  moved: Count,
  /** Tiers by id: those of the first model, those of the second. */
  cells: z.array(z.object({ from: z.string(), to: z.string(), accounts: Count, netRevenue: Amount })),
  /** The largest of the accounts that move. */
  movers: z.array(
    z.object({
      account: z.string(),
      accountName: z.string(),
      from: z.string(),
      to: z.string(),
      scoreBefore: z.number(),
      scoreAfter: z.number(),
      netRevenue: Amount,
    }),
  ),
})
export type ModelComparison = z.infer<typeof ModelComparison>
