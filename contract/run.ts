import { z } from 'zod'
import { PurchaseBehaviour } from './behaviour-run.ts'
import { Churn } from './churn.ts'
import { CustomerValue } from './customer-value.ts'
import { AccountLevel } from './identity.ts'
import { ImportSummary, SalesField } from './imports.ts'
import { Segmentation } from './segmentation.ts'
import { Selection } from './selection.ts'

/** Version of the shape of run.json; grows when a field changes its meaning or goes away. */
export const runSchemaVersion = 1

export const measures = ['netRevenue', 'grossProfit', 'contribution', 'orders'] as const
export const Measure = z.enum(measures)
export type Measure = z.infer<typeof Measure>

/** What a run may do without, where nobody asks for it. */
export const spareParts = ['segments', 'behaviour', 'backtest'] as const
export const SparePart = z.enum(spareParts)
export type SparePart = z.infer<typeof SparePart>

/** Measures that tell of profit. */
export const profitMeasures: ReadonlySet<Measure> = new Set<Measure>(['grossProfit', 'contribution'])

export const rfmSegments = [
  'champions',
  'loyal',
  'potentialLoyalist',
  'newCustomer',
  'promising',
  'needsAttention',
  'aboutToSleep',
  'cannotLose',
  'atRisk',
  'hibernating',
] as const
export const RfmSegment = z.enum(rfmSegments)
export type RfmSegment = z.infer<typeof RfmSegment>

export const lifecycleStages = [
  'prospect',
  'new',
  'growing',
  'mature',
  'slipping',
  'dormant',
  'lost',
  'wonBack',
] as const
export const LifecycleStage = z.enum(lifecycleStages)
export type LifecycleStage = z.infer<typeof LifecycleStage>

/** The id of a tier in the model of the run; its title is in `selection.tiers`. */
export const Tier = z.string()
export type Tier = z.infer<typeof Tier>

/** The id of a criterion in the model of the run; its title is in `selection.criteria`. */
export const Criterion = z.string()
export type Criterion = z.infer<typeof Criterion>

export const severities = ['block', 'high', 'medium', 'low'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

const Count = z.int().nonnegative()
const Day = z.iso.date()
/** An amount in the run's currency, rounded to that currency's decimals. */
const Amount = z.number()
/** A fraction of 1. */
const Share = z.number()

/** One reason, in numbers for machines and in `text` for people (in the language of the run). */
export const Reason = z.object({
  /** `share` is the rule for accounts too large to lose. */
  criterion: Criterion,
  /** The figure it is about; null for scores that people gave. */
  metric: z.string().nullable().optional(),
  /** The account's own figure; null when it is unknown. */
  value: z.number().nullable(),
  /** Where the account stands among those whose figure is known, 0..1; equals count half. The score is made of this. */
  percentile: z.number().min(0).max(1),
  /** Share of the accounts whose figure is known that are strictly below this one, 0..1: what `text` says. */
  below: z.number().min(0).max(1),
  text: z.string(),
})
export type Reason = z.infer<typeof Reason>

export const KeyAccount = z.object({
  account: z.string(),
  /** Name beside the identifier, '' when the source has none. */
  accountName: z.string(),
  tier: Tier,
  score: z.number().min(0).max(100),
  netRevenue: Amount,
  grossProfit: Amount.nullable(),
  reasons: z.array(Reason),
  weakness: Reason.nullable(),
})
export type KeyAccount = z.infer<typeof KeyAccount>

export const QualityIssue = z.object({
  /** Name of the check; its words are in the catalogues under `quality.<check>`. */
  check: z.string(),
  severity: Severity,
  rows: Count,
  /** Money in the rows concerned, absolute. */
  amount: Amount,
  examples: z.array(z.string()),
})
export type QualityIssue = z.infer<typeof QualityIssue>

/** What accounts brought after what they cost, in the months of which costs are known. */
export const Contribution = z.object({
  /** Of whom it is known. */
  accounts: Count,
  amount: Amount,
  /** How many months costs are known of, the first and the last; where no posting says when, 0 and all of the past counts. */
  months: Count,
  firstMonth: Day.nullable(),
  lastMonth: Day.nullable(),
  /** What money costs in a year: receivables are charged with it. */
  capitalRate: Share,
})
export type Contribution = z.infer<typeof Contribution>

const AbcClass = z.object({ accounts: Count, share: Share, amount: Amount })

/** The machine's copy of one analysis run: run.json. */
export const Run = z.object({
  schemaVersion: z.literal(runSchemaVersion),
  run: z.object({
    id: z.string(),
    asOf: Day,
    currency: z.string(),
    locale: z.enum(['zh-CN', 'en']),
    engine: z.string(),
    product: z.string(),
    parameters: z.object({
      measure: Measure,
      abcCuts: z.tuple([z.number(), z.number()]),
      model: z.string(),
      /** Of what the figures are, where not of accounts. */
      level: AccountLevel.exclude(['account']).optional(),
    }),
    imports: z.array(ImportSummary),
  }),
  totals: z.object({
    accounts: Count,
    orders: Count,
    orderLines: Count,
    returnLines: Count,
    cancelledLines: Count,
    netRevenue: Amount,
    grossRevenue: Amount,
    grossProfit: Amount.nullable(),
    returns: Amount,
    firstOrder: Day.nullable(),
    lastOrder: Day.nullable(),
  }),
  /** Null where no costs are known. */
  contribution: Contribution.nullable().default(null),
  abc: z.object({
    measure: Measure,
    cuts: z.tuple([z.number(), z.number()]),
    classes: z.object({ A: AbcClass, B: AbcClass, C: AbcClass }),
    /** Accounts whose measure is zero, negative or unknown: in no class, but never hidden. */
    unclassified: z.object({ accounts: Count, amount: Amount }),
    gini: z.number(),
    hhi: z.number(),
    topShares: z.array(z.object({ top: Share, accounts: Count, share: Share })),
    /** Accounts per ABC class and XYZ class; `none` = too little history for XYZ. */
    matrix: z.array(
      z.object({ abc: z.enum(['A', 'B', 'C']), xyz: z.enum(['X', 'Y', 'Z', 'none']), accounts: Count, amount: Amount }),
    ),
  }),
  rfm: z.object({
    segments: z.array(z.object({ name: RfmSegment, accounts: Count, netRevenue: Amount })),
    /** Accounts per recency score and frequency-monetary score. */
    grid: z.array(z.object({ recency: z.int(), frequencyMonetary: z.int(), accounts: Count, netRevenue: Amount })),
  }),
  lifecycle: z.object({
    portfolioCycleDays: z.number(),
    stages: z.array(z.object({ name: LifecycleStage, accounts: Count, netRevenue: Amount })),
  }),
  concentration: z.object({
    largestAccount: z.string().nullable(),
    largestAccountName: z.string(),
    netRevenue: Amount,
    netRevenueShare: Share,
    grossProfit: Amount.nullable(),
    grossProfitShare: Share.nullable(),
    netRevenueWithout: Amount,
    grossProfitWithout: Amount.nullable(),
  }),
  quality: z.object({ score: z.number().min(0).max(1), issues: z.array(QualityIssue) }),
  keyAccounts: z.array(KeyAccount),
  /** How they were chosen; null where that was not asked. */
  selection: Selection.nullable(),
  /** What the accounts will be worth, and by which model; null where that was not asked. */
  value: CustomerValue.nullable(),
  /** Who is leaving, why, and what is at stake; null where that was not asked. */
  churn: Churn.nullable(),
  /** Groups of like accounts; null where there is nothing to group by, or too many accounts to do it in passing. */
  segmentation: Segmentation.nullable().default(null),
  /** How accounts buy; null where nobody looked into it. */
  behaviour: PurchaseBehaviour.nullable().default(null),
})
export type Run = z.infer<typeof Run>

/** A saved mapping and settings, as read by `--config`. */
export const AnalyzeConfig = z.strictObject({
  map: z.partialRecord(SalesField, z.string()).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  measure: Measure.optional(),
  abc: z
    .tuple([z.number().gt(0).lt(1), z.number().gt(0).lt(1)])
    .refine(([first, second]) => first < second, { message: 'the first cut must be below the second' })
    .optional(),
  group: z.string().optional(),
  sheet: z.string().optional(),
  asOf: Day.optional(),
})
export type AnalyzeConfig = z.infer<typeof AnalyzeConfig>
