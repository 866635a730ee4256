import { z } from 'zod'
import { ChurnLevel } from '../churn.ts'
import { LifecycleStage, QualityIssue } from '../run.ts'
import { AccountKey, Instant, RunId } from './named-values.ts'
import { route } from './route.ts'

const Share = z.number()
const Count = z.int().nonnegative()

/** An account that somebody should look at, and why. */
export const AccountToWatch = z
  .object({
    key: AccountKey,
    account: z.string(),
    accountName: z.string(),
    tier: z.string(),
    netRevenue: z.number(),
    revenueLast12Months: z.number(),
    lastOrder: z.iso.date().nullable(),
    /** `overdue`: silent beyond its own cycle; `risk`: much to lose; `fell`: fell a tier. */
    why: z.enum(['overdue', 'risk', 'fell']),
    overdueCycles: z.number().nullable(),
    nextOrderDue: z.iso.date().nullable(),
    churnLevel: ChurnLevel.nullable(),
    churnRisk: z.number().nullable(),
    valueAtRisk: z.number().nullable(),
    previousTier: z.string().nullable(),
    /** Money that makes it urgent: the order of the list. Null where it would tell of profit. */
    atStake: z.number().nullable(),
  })
  .meta({ id: 'AccountToWatch' })
export type AccountToWatch = z.infer<typeof AccountToWatch>

/** How many accounts there are to look at for a reason, also where another comes first; `attention` names some of them. */
export const UrgentAccounts = z
  .object({ why: AccountToWatch.shape.why, accounts: Count, revenueLast12Months: z.number() })
  .meta({ id: 'UrgentAccounts' })
export type UrgentAccounts = z.infer<typeof UrgentAccounts>

/** The portfolio at a glance, over the accounts that the viewer may see and no others. */
export const Overview = z
  .object({
    run: z.object({ id: z.string(), asOf: z.iso.date(), currency: z.string(), publishedAt: Instant }),
    totals: z.object({
      accounts: Count,
      netRevenue: z.number(),
      grossProfit: z.number().nullable(),
      revenueLast12Months: z.number(),
      revenuePrior12Months: z.number(),
      activeAccounts: Count,
      clv: z.number().nullable(),
      valueAtRisk: z.number().nullable(),
    }),
    /** 24 calendar months, oldest first. */
    months: z.array(z.object({ month: z.iso.date(), netRevenue: z.number(), grossProfit: z.number().nullable() })),
    /** Share of accounts → share of net revenue; at most 101 points. */
    pareto: z.array(z.object({ accounts: Share, revenue: Share })),
    topShares: z.array(z.object({ top: Share, accounts: Count, share: Share })),
    abc: z.array(z.object({ abcClass: z.enum(['A', 'B', 'C', 'none']), accounts: Count, netRevenue: z.number() })),
    stages: z.array(z.object({ stage: LifecycleStage, accounts: Count, netRevenue: z.number() })),
    /** Tiers from the top, and where their accounts come from. */
    tiers: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        accounts: Count,
        netRevenue: z.number(),
        before: Count.nullable(),
      }),
    ),
    moves: z.array(
      z.object({ from: z.string().nullable(), to: z.string().nullable(), accounts: Count, netRevenue: z.number() }),
    ),
    previousRun: z.object({ id: z.string(), asOf: z.iso.date() }).nullable(),
    churn: z.array(z.object({ level: ChurnLevel, accounts: Count, valueAtRisk: z.number().nullable() })),
    attention: z.array(AccountToWatch),
    urgent: z.array(UrgentAccounts),
    data: z.object({
      firstDay: z.iso.date().nullable(),
      lastDay: z.iso.date().nullable(),
      /** Days from the last sale to today, where the company is. */
      daysOld: Count.nullable(),
      imports: Count,
      lastImportAt: Instant.nullable(),
      /** Null for those who may not see all accounts. */
      quality: z.object({ score: Share, issues: z.array(QualityIssue) }).nullable(),
    }),
    hiddenFields: z.array(z.string()),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>

export const overviewApi = {
  get: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'GET', path: '/overview', summary: 'The portfolio at a glance', tags: ['overview'] })
    .input(z.object({ run: RunId.optional() }))
    .output(Overview),
}
