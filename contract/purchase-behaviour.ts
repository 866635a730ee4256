import { z } from 'zod'

/** What every answer about behaviour begins with. */
const answered = { asOf: z.iso.date(), currency: z.string() }

/** A share with 95 % limits by Wilson's score method. */
const limits = { lower: z.number(), upper: z.number() }

export const cohortPeriods = ['month', 'quarter', 'week'] as const

export const CohortCell = z.object({
  /** Periods since the first purchase; 0 is the period of the first purchase. */
  age: z.int(),
  active: z.int(),
  retention: z.number(),
  ...limits,
  revenue: z.number(),
  revenuePerAccount: z.number(),
  /** false where the period was not over on the day of the run. */
  complete: z.boolean(),
})
export type CohortCell = z.infer<typeof CohortCell>

export const Cohort = z.object({
  /** First day of the period in which its accounts bought first. */
  cohort: z.iso.date(),
  accounts: z.int(),
  revenue: z.number(),
  cells: z.array(CohortCell),
})
export type Cohort = z.infer<typeof Cohort>

export const CohortAge = z.object({
  age: z.int(),
  cohorts: z.int(),
  accounts: z.int(),
  active: z.int(),
  retention: z.number(),
  ...limits,
  /** Over cohorts of 20 accounts and more; null where there is none. */
  medianRetention: z.number().nullable(),
  revenuePerAccount: z.number(),
})
export type CohortAge = z.infer<typeof CohortAge>

/** Retention and revenue by the period of the first purchase. */
export const PurchaseCohorts = z.object({
  ...answered,
  period: z.enum(cohortPeriods),
  cohorts: z.array(Cohort),
  /** All cohorts that have come to an age in full, together. */
  ages: z.array(CohortAge),
  /** Accounts that only ever sent back. */
  withoutPurchase: z.int(),
  revenueOutside: z.number(),
})
export type PurchaseCohorts = z.infer<typeof PurchaseCohorts>

export const behaviourAnalyses = [
  'cohorts',
  'cycle',
  'affinity',
  'whitespace',
  'funnel',
  'trends',
  'forecast',
  'demand',
  'preference',
] as const
export type BehaviourAnalysis = (typeof behaviourAnalyses)[number]

export const cycleStatuses = ['overdue', 'due', 'early', 'unknown'] as const
export type CycleStatus = (typeof cycleStatuses)[number]

export const CycleAccount = z.object({
  account: z.string(),
  accountName: z.string(),
  status: z.enum(cycleStatuses),
  gaps: z.int(),
  medianGapDays: z.number(),
  /** Usual deviation of the logarithm of a gap, drawn towards that of all accounts. */
  spread: z.number(),
  lastOrder: z.iso.date(),
  silenceDays: z.int(),
  /** Silence by the median gap. */
  cycles: z.number(),
  expected: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  revenueLast12Months: z.number(),
})
export type CycleAccount = z.infer<typeof CycleAccount>

export const CalendarSlot = z.object({
  /** Weekday from 0 (Monday), month from 0 (January), or hour. */
  slot: z.int(),
  days: z.int(),
  orders: z.number(),
  revenue: z.number(),
  /** Per day of this kind by the mean of all days: 1 is usual. */
  orderIndex: z.number(),
  revenueIndex: z.number(),
})
export type CalendarSlot = z.infer<typeof CalendarSlot>

export const festivalNames = ['springFestival', 'qingming', 'dragonBoat', 'midAutumn', 'nationalDay'] as const

export const FestivalPattern = z.object({
  festival: z.enum([...festivalNames, 'own']),
  /** What a holiday of the company's own calendar is called; left out for festivals. */
  name: z.string().optional(),
  window: z.enum(['before', 'holiday']),
  /** Revenue of the window by what the same weekdays around it bring. */
  ratio: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  years: z.array(z.object({ year: z.int(), seen: z.number(), expected: z.number() })),
})
export type FestivalPattern = z.infer<typeof FestivalPattern>

/** When accounts buy: their rhythm, who is due, and the days of the year. */
export const PurchaseCycle = z.object({
  ...answered,
  accounts: z.int(),
  /** Accounts with two gaps or more. */
  repeatAccounts: z.int(),
  /** Of all gaps between purchase days, in days; null where there is none. */
  gaps: z
    .object({ count: z.int(), lower10: z.number(), lower25: z.number(), median: z.number() })
    .extend({ upper25: z.number(), upper10: z.number() })
    .nullable(),
  /** Gaps of so many days, both ends included; `to` is null for all longer ones. */
  histogram: z.array(z.object({ from: z.int(), to: z.int().nullable(), count: z.int() })),
  /** Usual deviation of the logarithm of a gap within an account. */
  spread: z.number(),
  statuses: z.array(z.object({ status: z.enum(cycleStatuses), accounts: z.int(), revenueLast12Months: z.number() })),
  /** Overdue and due accounts by revenue. */
  listed: z.array(CycleAccount),
  calendar: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    weekdays: z.array(CalendarSlot),
    months: z.array(CalendarSlot),
    /** null where the files tell no time of day. */
    hours: z.array(CalendarSlot).nullable(),
    festivals: z.array(FestivalPattern),
  }),
})
export type PurchaseCycle = z.infer<typeof PurchaseCycle>

export const itemLevels = ['product', 'category'] as const
export type ItemLevel = (typeof itemLevels)[number]
export const affinityBaskets = ['order', 'account'] as const

export const AffinityRule = z.object({
  from: z.array(z.string()),
  to: z.string(),
  fromNames: z.array(z.string()),
  toName: z.string(),
  count: z.int(),
  fromCount: z.int(),
  toCount: z.int(),
  support: z.number(),
  confidence: z.number(),
  lift: z.number(),
  leverage: z.number(),
  pValue: z.number(),
  /** Adjusted for all rules tested. */
  qValue: z.number(),
})
export type AffinityRule = z.infer<typeof AffinityRule>

/** What is bought together more often than chance would have it. */
export const PurchaseAffinity = z.object({
  ...answered,
  level: z.enum(itemLevels),
  basket: z.enum(affinityBaskets),
  baskets: z.int(),
  /** Every so many baskets only were looked at; 1 for all. */
  stride: z.int(),
  items: z.int(),
  minSupport: z.number(),
  minCount: z.int(),
  sets: z.int(),
  /** false where there were too many sets to look at all of them. */
  complete: z.boolean(),
  tested: z.int(),
  significant: z.int(),
  /** Significant rules with a lift above 1, by leverage. */
  rules: z.array(AffinityRule),
})
export type PurchaseAffinity = z.infer<typeof PurchaseAffinity>

export const WhitespaceItem = z.object({
  account: z.string(),
  accountName: z.string(),
  item: z.string(),
  itemName: z.string(),
  /** Accounts like it, and those of them that buy the item. */
  peers: z.int(),
  buyers: z.int(),
  /** Share of all accounts that buys it. */
  usualShare: z.number(),
  probability: z.number(),
  /** What its buyers among the peers spend on it, as a share of all they spend. */
  spendShare: z.number(),
  /** What the account spends in the period. */
  spent: z.number(),
  expectedValue: z.number(),
  /** The most similar buyers. */
  evidence: z.array(z.string()),
})
export type WhitespaceItem = z.infer<typeof WhitespaceItem>

/** What accounts like one buy and it does not. */
export const PurchaseWhitespace = z.object({
  ...answered,
  level: z.enum(itemLevels),
  since: z.iso.date(),
  /** Accounts compared: those that spent most. */
  accounts: z.int(),
  /** Accounts looked at for offers. */
  targets: z.int(),
  expectedValue: z.number(),
  offers: z.array(WhitespaceItem),
})
export type PurchaseWhitespace = z.infer<typeof PurchaseWhitespace>
