import { z } from 'zod'
import { ChurnLevel } from './churn.ts'
import { Criterion, LifecycleStage, RfmSegment, Tier } from './run.ts'

/**
 * One account with every figure of a run: a row of accounts.csv, accounts.xlsx and of the report. The order of the
 * properties is the order of the columns. Amounts are in the run's currency, shares are fractions of 1, days are ISO
 * dates; null means "not known or not defined" and is an empty cell.
 */
export const AccountRow = z.object({
  account: z.string(),
  accountName: z.string(),
  parent: z.string(),
  netRevenue: z.number(),
  grossRevenue: z.number(),
  returns: z.number(),
  returnRate: z.number().nullable(),
  grossProfit: z.number().nullable(),
  margin: z.number().nullable(),
  /** Gross profit less what it cost to serve, of the months of which costs are known. */
  contribution: z.number().nullable(),
  share: z.number(),
  orders: z.int(),
  orderLines: z.int(),
  units: z.number().nullable(),
  firstOrder: z.iso.date().nullable(),
  lastOrder: z.iso.date().nullable(),
  recencyDays: z.int().nullable(),
  ordersPerYear: z.number(),
  meanDaysBetweenOrders: z.number().nullable(),
  medianDaysBetweenOrders: z.number().nullable(),
  averageOrderValue: z.number().nullable(),
  growth: z.number().nullable(),
  products: z.int(),
  categories: z.int(),
  activeMonths: z.int(),
  abcClass: z.enum(['A', 'B', 'C']).nullable(),
  cumulativeShare: z.number().nullable(),
  xyzClass: z.enum(['X', 'Y', 'Z']).nullable(),
  /** Three digits: recency, frequency, monetary. */
  rfm: z.string().regex(/^[1-5]{3}$/),
  rfmSegment: RfmSegment,
  lifecycleStage: LifecycleStage,
  monthsInStage: z.int().nullable(),
  /** Probability that it is still a customer. */
  pAlive: z.number().min(0).max(1).nullable(),
  /** Purchases expected within the horizon of the valuation. */
  expectedOrders: z.number().nullable(),
  /** Discounted value of the horizon, and the range in which four of five outcomes lie. */
  clv: z.number().nullable(),
  clvLower: z.number().nullable(),
  clvUpper: z.number().nullable(),
  valueAtRisk: z.number().nullable(),
  nextOrderDue: z.iso.date().nullable(),
  overdueCycles: z.number().nullable(),
  churnLevel: ChurnLevel.nullable(),
  /** Probability that it does not buy within the horizon of the churn analysis. */
  churnRisk: z.number().min(0).max(1).nullable(),
  score: z.number(),
  tier: Tier,
  /** Criteria this account has no figure for. */
  missingCriteria: z.array(Criterion),
  /** Net revenue of the last 24 calendar months, oldest first. */
  monthlyRevenue: z.array(z.number()),
})
export type AccountRow = z.infer<typeof AccountRow>
