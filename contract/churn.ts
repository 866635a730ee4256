import { z } from 'zod'

/** What speaks for an account leaving; words under `churn.signal.<name>`. */
export const churnSignals = [
  /** Silent for longer than its usual cycle. */
  'silence',
  /** Orders less often than it used to. */
  'fewerOrders',
  /** The average order has shrunk. */
  'shrinkingBasket',
  /** Buys from fewer categories (products, where categories are unknown) than before. */
  'fewerCategories',
  /** Sends back more than it used to. */
  'moreReturns',
  /** The model gives it little chance of still being a customer. */
  'lowProbability',
  /** Complaints on record. */
  'complaints',
  /** Its contract ends soon. */
  'contractEnding',
] as const
export const ChurnSignalName = z.enum(churnSignals)
export type ChurnSignalName = z.infer<typeof ChurnSignalName>

export const churnLevels = ['high', 'medium', 'low', 'left'] as const
export const ChurnLevel = z.enum(churnLevels)
export type ChurnLevel = z.infer<typeof ChurnLevel>

/** Over how many months it is asked who may leave, unless it is said otherwise. */
export const defaultChurnMonths = 6

const Day = z.iso.date()
const Count = z.int().nonnegative()
const Amount = z.number()
const Share = z.number().min(0).max(1)

export const ChurnSignal = z.object({
  signal: ChurnSignalName,
  /** The figure now, and what was usual for this account; null when unknown. */
  value: z.number().nullable(),
  usual: z.number().nullable(),
  /** How far from usual, on one scale for all signals: 0 = as usual, 1 = as far as accounts that left typically went. */
  strength: z.number().min(0),
  /** In words, in the language of the run. */
  text: z.string(),
})
export type ChurnSignal = z.infer<typeof ChurnSignal>

/** A column that raises the risk of a contract, its value there, and how many times the average risk that makes. */
export const RaisedBy = z.object({ column: z.string(), value: z.string(), times: z.number() })
export type RaisedBy = z.infer<typeof RaisedBy>

/** An account that may leave, or one that left and is worth winning back. */
export const ChurnAccount = z.object({
  account: z.string(),
  accountName: z.string(),
  level: ChurnLevel,
  /** Probability that it does not buy within the horizon. */
  risk: Share,
  /**
   * What it would be worth over the valued horizon if it stayed, and that × risk: warnings are in this order. Of an account
   * that left: what it brought per year before it left, and that × the chance of another purchase within the horizon.
   */
  clv: Amount.nullable(),
  valueAtRisk: Amount.nullable(),
  revenueLast12Months: Amount,
  netRevenue: Amount,
  lastOrder: Day.nullable(),
  recencyDays: z.int().nullable(),
  usualDaysBetweenOrders: z.number().nullable(),
  /** The strongest first, at most three. */
  signals: z.array(ChurnSignal),
  /** What raises the risk of its contract most, the strongest first: where it is judged by contracts alone. */
  factors: z.array(RaisedBy).optional(),
  /** The day on which its silence passed the limit, for an account that left; null for one that has not. */
  leftOn: Day.nullable(),
  /** How it left: after a single purchase, from one day to the next, or little by little; null for one that has not. */
  manner: z.enum(['oneTime', 'sudden', 'fading']).nullable(),
  /** Why it left, where a reason is on record. */
  reason: z.string().nullable(),
})
export type ChurnAccount = z.infer<typeof ChurnAccount>

/** What accounts can be told apart by. Values of abcClass and rfmSegment are names of the catalogue `analysis`. */
export const churnDimensions = [
  'abcClass',
  'rfmSegment',
  'region',
  'department',
  'channel',
  'industry',
  'salesperson',
  'firstYear',
] as const
export const ChurnDimension = z.enum(churnDimensions)
export type ChurnDimension = z.infer<typeof ChurnDimension>

/** Share of the accounts that left, with a 95 % Wilson interval. */
export const ChurnRate = z.object({
  accounts: Count,
  left: Count,
  rate: Share,
  lower: Share,
  upper: Share,
  /** Of those that left, how many have bought again since. */
  wonBack: Count,
  /** Net revenue of the 12 months up to the last purchase, of those that left. */
  revenueLost: Amount,
})
export type ChurnRate = z.infer<typeof ChurnRate>

export const SurvivalCurve = z.object({
  /** The cut the group is a value of, as in `cuts`; '' for everybody. */
  dimension: z.string(),
  /** '' for everybody, else the value of the cut. */
  group: z.string(),
  accounts: Count,
  left: Count,
  /** Months after the first purchase (or the start of the contract). */
  medianMonths: z.number().nullable(),
  medianLower: z.number().nullable(),
  medianUpper: z.number().nullable(),
  points: z.array(z.object({ month: z.number(), survival: Share, lower: Share, upper: Share, atRisk: Count })),
})
export type SurvivalCurve = z.infer<typeof SurvivalCurve>

/** Whether the curves of a cut are the same: log-rank χ², degrees of freedom, p. */
export const LogRank = z.object({ dimension: z.string(), statistic: z.number(), degrees: z.int(), p: z.number() })
export type LogRank = z.infer<typeof LogRank>

/** Who was warned about at a past day and who really left: the warnings use nothing later than that day. */
export const WarningBacktest = z.object({
  asOf: Day,
  until: Day,
  accounts: Count,
  left: Count,
  warned: Count,
  correct: Count,
  /** correct / warned with a 95 % Wilson interval; null when nobody was warned about. */
  precision: Share.nullable(),
  precisionLower: Share.nullable(),
  precisionUpper: Share.nullable(),
  /** correct / left. */
  recall: Share.nullable(),
  /** precision / share of accounts that left. */
  lift: z.number().nullable(),
  /** The same count of accounts, chosen by silence in days alone: what the warnings have to beat. */
  naivePrecision: Share.nullable(),
})
export type WarningBacktest = z.infer<typeof WarningBacktest>

/** A factor of Cox's model: how the risk of ending changes with it, all else equal. */
export const ContractFactor = z.object({
  /** Header of the column. */
  column: z.string(),
  /** The value compared with `reference`; '' for a column of figures, whose ratio is per `step`. */
  value: z.string(),
  reference: z.string(),
  step: z.number().nullable(),
  coefficient: z.number(),
  standardError: z.number(),
  /** e to the coefficient (× step), with 95 % limits. */
  hazardRatio: z.number(),
  lower: z.number(),
  upper: z.number(),
  p: z.number(),
})
export type ContractFactor = z.infer<typeof ContractFactor>

/** A contract that runs, and how likely it is to end within the horizon. */
export const ContractRisk = z.object({
  contract: z.string(),
  account: z.string(),
  accountName: z.string(),
  endsOn: Day.nullable(),
  /** Value per year; null where no column tells it. */
  value: Amount.nullable(),
  months: z.number(),
  risk: Share,
  /** What raises its risk most, the strongest first, at most three. */
  factors: z.array(RaisedBy),
})
export type ContractRisk = z.infer<typeof ContractRisk>

/** Of contracts told a risk between two limits by a model of other contracts: how many really ended. */
export const ContractCalibration = z.object({
  from: Share,
  to: Share,
  /** A contract counts once for each horizon that it stood at the beginning of. */
  contracts: Count,
  /** Mean of the risks told. */
  expected: Share,
  /** Share that ended, with 95 % limits. */
  seen: Share,
  lower: Share,
  upper: Share,
})
export type ContractCalibration = z.infer<typeof ContractCalibration>

/** How the model of renewals came out; words under `churn.renewalVerdict.<name>`. */
export const RenewalVerdict = z.enum(['converged', 'notIdentified', 'notConverged', 'nobodyLeft', 'noneDue'])
export type RenewalVerdict = z.infer<typeof RenewalVerdict>

/** What contracts with an end tell: renewals, how long customers under contract stay, and which contracts are in danger. */
export const ContractChurn = z.object({
  /** '' where the contracts are those of the workspace. */
  file: z.string(),
  /** `terms`: contracts with a start and an end; `tenure`: one row per customer with months and whether it left. */
  shape: z.enum(['terms', 'tenure']),
  contracts: Count,
  customers: Count,
  running: Count,
  ended: Count,
  /** Of the contracts (customers, where the shape is tenure) that came to their end: how many were not renewed. */
  rate: ChurnRate,
  /** By the number of renewals before: how many came up for renewal and how many renewed; the model beside it. */
  renewals: z.array(
    z.object({
      renewal: z.int(),
      due: Count,
      renewed: Count,
      retention: Share.nullable(),
      expectedRetention: Share.nullable(),
      expectedSurvival: Share.nullable(),
    }),
  ),
  /** Shifted-beta-geometric model of the renewals; null parameters where it says nothing. */
  renewalModel: z.object({
    alpha: z.number().nullable(),
    beta: z.number().nullable(),
    logLikelihood: z.number().nullable(),
    verdict: RenewalVerdict,
  }),
  /** Survival from the start of the first contract; by the values of columns of the file that tell contracts apart. */
  survival: z.array(SurvivalCurve),
  /** By the header of the column. */
  logRank: z.array(LogRank),
  cuts: z.array(
    z.object({
      dimension: z.string(),
      omitted: Count,
      values: z.array(z.object({ value: z.string(), rate: ChurnRate })),
    }),
  ),
  reasons: z.array(z.object({ reason: z.string(), accounts: Count, value: Amount.nullable() })),
  factors: z.array(ContractFactor),
  concordance: z.number().nullable(),
  /** Header of the column whose effect changes with time, so that each of its values has a course of risk of its own. */
  changing: z.string().nullable().default(null),
  /** What risks within the horizon (`terms`: at the next end) are worth; empty where there is too little to tell. */
  calibration: z.array(ContractCalibration).default([]),
  /** Contracts that run, the most value × risk first. */
  risks: z.array(ContractRisk),
})
export type ContractChurn = z.infer<typeof ContractChurn>

/** Who is leaving, how sure, why, and what is at stake: `churn` of run.json and the machine's copy of `vitalfew churn`. */
export const Churn = z.object({
  asOf: Day,
  /** From orders (nobody says goodbye) or from contracts with an end. */
  basis: z.enum(['orders', 'contracts']),
  horizonMonths: z.number().positive(),
  currency: z.string(),
  levels: z.array(z.object({ level: ChurnLevel, accounts: Count, netRevenue: Amount, valueAtRisk: Amount })),
  valueAtRisk: Amount,
  /**
   * By whole calendar month in which accounts were counted as gone, oldest first, at most 24. `returned`: accounts that
   * had been counted as gone and bought again in this month.
   */
  months: z.array(z.object({ month: Day, rate: ChurnRate, returned: Count })),
  /** The period of `cuts`: accounts that were there when it began, and whether they left in it; null without cuts. */
  cutsFrom: Day.nullable(),
  /**
   * By a cut such as the region or the ABC class, as known when the period began; only cuts the data knows. Names are in
   * the catalogues under `churn.dimension.<dimension>`. At most 20 values, those with the most accounts; `omitted` counts
   * the others.
   */
  cuts: z.array(
    z.object({
      dimension: ChurnDimension,
      omitted: Count,
      values: z.array(z.object({ value: z.string(), rate: ChurnRate })),
    }),
  ),
  reasons: z.array(z.object({ reason: z.string(), accounts: Count, netRevenue: Amount })),
  survival: z.array(SurvivalCurve),
  logRank: z.array(LogRank),
  /** Accounts of level high (those are warned about) and medium (worth watching), the most value at risk first. */
  warnings: z.array(ChurnAccount),
  winBack: z.array(ChurnAccount),
  backtest: z.array(WarningBacktest),
  /** What the back-test means, in a sentence, in the language of the run. */
  verdict: z.string(),
  /** Null where no contracts were given. */
  contracts: ContractChurn.nullable(),
})
export type Churn = z.infer<typeof Churn>
