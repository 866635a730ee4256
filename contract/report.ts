import { z } from 'zod'
import { AccountRow } from './accounts.ts'
import { AliveHistory } from './customer-value.ts'
import { Run } from './run.ts'

/** All the report page draws. A report holds at most `accounts.length` rows of `run.totals.accounts`, the largest first. */
export const Report = z.object({
  run: Run,
  generatedAt: z.iso.datetime(),
  accounts: z.array(AccountRow),
  /** First day of each of the 24 calendar months of the monthly series. */
  months: z.array(z.iso.date()),
  monthlyRevenue: z.array(z.number()),
  monthlyGrossProfit: z.array(z.number()).nullable(),
  /** Points of the concentration curve, at most a few hundred: share of accounts → share of the measure. */
  concentrationCurve: z.array(z.object({ accounts: z.number(), measure: z.number() })),
  /** Who is slipping: accounts in slipping or dormant, by net revenue of the last 24 months. */
  slipping: z.array(
    z.object({
      account: z.string(),
      accountName: z.string(),
      stage: z.enum(['slipping', 'dormant']),
      netRevenue: z.number(),
      revenueLast24Months: z.number(),
      lastOrder: z.iso.date(),
      recencyDays: z.int(),
      usualDaysBetweenOrders: z.number(),
      /** recencyDays in units of the usual cycle. */
      silence: z.number(),
    }),
  ),
  /** How alive the largest accounts were, day by day; empty where no model says. */
  aliveHistories: z.array(AliveHistory),
})
export type Report = z.infer<typeof Report>
