import { z } from 'zod'
import { itemLevels } from './purchase-behaviour.ts'

export const PreferredItem = z.object({
  account: z.string(),
  accountName: z.string(),
  item: z.string(),
  itemName: z.string(),
  /** Purchase days with the item, and what the habits of all would give. */
  seen: z.int(),
  expected: z.number(),
  /** Seen by expected, drawn towards 1 the more the less is known, with 90 % limits. */
  lift: z.number(),
  lower: z.number(),
  upper: z.number(),
  revenue: z.number(),
})
export type PreferredItem = z.infer<typeof PreferredItem>

export const ItemPrice = z.object({
  item: z.string(),
  itemName: z.string(),
  /** Per cent more that is bought when the price rises by one per cent, with 95 % limits. */
  elasticity: z.number(),
  lower: z.number(),
  upper: z.number(),
  priceSpread: z.number(),
  /** Months with sales. */
  points: z.int(),
  revenue: z.number(),
  /** sensitive: limits below −1; insensitive: above −1; unclear: neither; perverse: above 0. */
  reading: z.enum(['sensitive', 'insensitive', 'unclear', 'perverse']),
})
export type ItemPrice = z.infer<typeof ItemPrice>

/** What accounts prefer, how prices matter to them, and what they begin and go on with. */
export const PurchasePreference = z.object({
  asOf: z.iso.date(),
  currency: z.string(),
  level: z.enum(itemLevels),
  accounts: z.int(),
  items: z.int(),
  /** Variance of true preferences about 1; 0 where accounts differ by chance alone. */
  variance: z.number(),
  /** What accounts buy more often than others, by revenue. */
  preferred: z.array(PreferredItem),
  /** What large accounts buy less often than others, by what is missing. */
  avoided: z.array(PreferredItem),
  prices: z.array(ItemPrice),
  /** How many different items accounts buy in a quarter. */
  breadth: z.array(z.object({ quarter: z.iso.date(), accounts: z.int(), mean: z.number(), median: z.number() })),
  /** With what accounts begin, and how many of them come back. */
  first: z.array(
    z.object({ item: z.string(), itemName: z.string(), accounts: z.int(), share: z.number(), returned: z.number() }),
  ),
  /** What follows on the second purchase day that the first did not have. */
  next: z.array(
    z.object({
      from: z.string(),
      fromName: z.string(),
      to: z.string(),
      toName: z.string(),
      accounts: z.int(),
      share: z.number(),
      lift: z.number(),
    }),
  ),
})
export type PurchasePreference = z.infer<typeof PurchasePreference>
