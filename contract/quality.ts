import { z } from 'zod'
import { QualityIssue, Severity } from './run.ts'

/** What a step does with the lines it finds. `accept` leaves them as they are; `control` gives a figure to compare with. */
export const fixActions = ['exclude', 'return', 'set', 'scale', 'accept'] as const
export const FixAction = z.enum(fixActions)
export type FixAction = z.infer<typeof FixAction>

export const stepActions = [...fixActions, 'control', 'undo'] as const
export const StepAction = z.enum(stepActions)
export type StepAction = z.infer<typeof StepAction>

/** Columns of a sale that a step can set. */
export const settableColumns = [
  'customer',
  'customerName',
  'creditCode',
  'orderNumber',
  'product',
  'productName',
  'category',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
  'day',
  'netRevenue',
  'quantity',
] as const
export const SettableColumn = z.enum(settableColumns)
export type SettableColumn = z.infer<typeof SettableColumn>

/** Figures of the data that can be compared with figures a person has from elsewhere. */
export const controlMeasures = ['netRevenue', 'grossProfit', 'quantity', 'rows', 'orders', 'customers'] as const
export const ControlMeasure = z.enum(controlMeasures)
export type ControlMeasure = z.infer<typeof ControlMeasure>

/** One figure from elsewhere; null where it is about every month or department. */
export const ControlTotal = z
  .object({
    measure: ControlMeasure,
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
      .nullable(),
    department: z.string().max(1000).nullable(),
    value: z.number(),
  })
  .meta({ id: 'ControlTotal' })
export type ControlTotal = z.infer<typeof ControlTotal>

/** One value that is written in place of another, in one column. */
export const ValueRule = z.object({
  column: SettableColumn,
  from: z.string().max(1000).nullable(),
  to: z.string().max(1000),
})
export type ValueRule = z.infer<typeof ValueRule>

/** Lines of one import, by the rows of its file. */
export const ChosenRows = z.object({
  importId: z.int().min(1).max(4_000_000_000),
  rows: z.array(z.int().min(1).max(4_000_000_000)).min(1).max(10_000),
})
export type ChosenRows = z.infer<typeof ChosenRows>

/**
 * What a step is about. Without more, all lines that its check finds; `customers`, those of some customers; `chosen`,
 * some rows of one import (never applied to another). `values` are what `set` writes, `factor` is what `scale`
 * multiplies money by.
 */
export const FixRule = z
  .object({
    customers: z.array(z.string().max(1000)).max(1000).optional(),
    chosen: ChosenRows.optional(),
    values: z.array(ValueRule).max(1000).optional(),
    factor: z.number().gt(0).max(1e8).optional(),
    controls: z.array(ControlTotal).max(5000).optional(),
  })
  .meta({ id: 'FixRule' })
export type FixRule = z.infer<typeof FixRule>

/** An entry of the log of steps. */
export const QualityStep = z
  .object({
    sequence: z.int(),
    at: z.string(),
    author: z.string(),
    reason: z.string(),
    action: StepAction,
    check: z.string(),
    /** Files of which source it is applied to; '' for all. */
    source: z.string(),
    rule: FixRule,
    undoes: z.int(),
    isUndone: z.boolean(),
    /** Lines it found so far, and their money. */
    rows: z.int(),
    amount: z.number(),
  })
  .meta({ id: 'QualityStep' })
export type QualityStep = z.infer<typeof QualityStep>

/**
 * `open`: it found something. `accepted`: somebody said that it is right as it is. `fixed`: nothing is left since a step
 * was applied. `clean`: nothing was found. `notApplicable`: the data has nothing that it could look at.
 */
export const checkStates = ['open', 'accepted', 'fixed', 'clean', 'notApplicable'] as const
export const CheckState = z.enum(checkStates)
export type CheckState = z.infer<typeof CheckState>

/** What could be done about a finding, ready to be applied. */
export const FixProposal = z.object({ action: FixAction, rule: FixRule })
export type FixProposal = z.infer<typeof FixProposal>

export const CheckResult = QualityIssue.extend({
  severity: Severity,
  state: CheckState,
  /** Whether the lines behind it can be listed one by one. */
  isListed: z.boolean(),
  /** Where it found something, by import. */
  imports: z.array(z.object({ importId: z.int(), file: z.string(), rows: z.int(), amount: z.number() })),
  proposals: z.array(FixProposal),
  /** Steps about this check that count, oldest first. */
  steps: z.array(z.int()),
}).meta({ id: 'CheckResult' })
export type CheckResult = z.infer<typeof CheckResult>

export const QualityScore = z.object({
  /** Share of the money that no open grave finding touches. */
  score: z.number().min(0).max(1),
  amount: z.number(),
  affected: z.number(),
})

export type QualityScore = z.infer<typeof QualityScore>

/** Everything known about how sound the sales of a workspace are. */
export const QualityReport = QualityScore.extend({
  asOf: z.iso.date(),
  checks: z.array(CheckResult),
  imports: z.array(
    QualityScore.extend({
      importId: z.int(),
      file: z.string(),
      source: z.string(),
      rows: z.int(),
      fixedBy: z.array(z.int()),
    }),
  ),
  controls: z.array(ControlTotal.extend({ found: z.number(), difference: z.number() })),
  steps: z.array(QualityStep),
  history: z.array(z.object({ at: z.string(), score: z.number(), runId: z.string().nullable() })),
}).meta({ id: 'QualityReport' })
export type QualityReport = z.infer<typeof QualityReport>
