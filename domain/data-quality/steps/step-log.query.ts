import { FixRule, StepAction, type QualityStep } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const loggedSteps = defineQuery({
  name: 'logged-steps',
  parameters: z.object({}),
  row: z.object({
    sequence: z.int(),
    at: z.string(),
    token: z.string(),
    author: z.string(),
    reason: z.string(),
    action: StepAction,
    check: z.string(),
    source: z.string(),
    rule: z.string().transform((text) => FixRule.parse(JSON.parse(text))),
    undoes: z.int(),
  }),
  sql: `
SELECT sequence, formatDateTime(quality_step.at, '%FT%T.%fZ', 'UTC') AS at, token, author, reason, action, check, source,
  rule, undoes
FROM quality_step ORDER BY sequence LIMIT 1 BY sequence
`,
})

const loggedApplications = defineQuery({
  name: 'logged-applications',
  parameters: z.object({}),
  row: z.object({ step: z.int(), importId: z.int(), mark: z.int(), rows: z.int(), amount: z.number() }),
  sql: `
SELECT step, import_id AS importId, argMax(quality_application.mark, quality_application.at) AS mark,
  argMax(quality_application.rows, quality_application.at) AS rows,
  toFloat64(argMax(quality_application.amount, quality_application.at)) AS amount
FROM quality_application GROUP BY step, importId ORDER BY step, importId
`,
})

export type LoggedStep = z.output<(typeof loggedSteps)['row']>
export type Application = z.output<(typeof loggedApplications)['row']>

/** Everything people decided about doubtful lines, and where it was applied. */
export interface StepLog {
  readonly steps: readonly LoggedStep[]
  readonly applications: readonly Application[]
  /** Steps that count: not undone, and no undoing themselves. */
  readonly active: readonly LoggedStep[]
}

export async function stepLog(warehouse: Warehouse): Promise<StepLog> {
  const [steps, applications] = await Promise.all([
    warehouse.rows(loggedSteps, {}),
    warehouse.rows(loggedApplications, {}),
  ])
  const undone = new Set(steps.map(({ undoes }) => undoes))
  const active = steps.filter(({ sequence, action }) => action !== 'undo' && !undone.has(sequence))
  return { steps, applications, active }
}

/** The log as people read it. */
export function shownSteps({ steps, applications, active }: StepLog): QualityStep[] {
  const counting = new Set(active.map(({ sequence }) => sequence))
  return steps.map(({ token: _token, ...step }) => {
    const own = applications.filter((application) => application.step === step.sequence)
    return {
      ...step,
      isUndone: step.action !== 'undo' && !counting.has(step.sequence),
      rows: own.reduce((sum, { rows }) => sum + rows, 0),
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
    }
  })
}

// What a person wrote may be longer than a parameter of a query: it travels as the body of the insert.
const insertStep = `INSERT INTO quality_step (sequence, at, token, author, reason, action, check, source, rule, undoes)
SELECT sequence, parseDateTime64BestEffort(at, 3, 'UTC'), token, author, reason, action, check, source, rule, undoes
FROM input('sequence UInt64, at String, token String, author String, reason String, action String, check String,
source String, rule String, undoes UInt64')
FORMAT JSONEachRow`

export async function writeStep(warehouse: Warehouse, step: LoggedStep): Promise<void> {
  const row = JSON.stringify({ ...step, rule: JSON.stringify(step.rule) })
  await warehouse.insert(
    { name: 'insert-quality-step', sql: insertStep, token: `quality-step-${step.sequence}` },
    Buffer.from(row),
  )
}

const insertApplications = `INSERT INTO quality_application (step, import_id, mark, rows, amount, at)
SELECT step, importId, mark, rows, amount, now64(3)
FROM input('step UInt64, importId UInt32, mark UInt64, rows UInt64, amount Decimal(38, 6)')
FORMAT JSONEachRow`

export async function writeApplications(warehouse: Warehouse, applications: readonly Application[]): Promise<void> {
  if (applications.length === 0) return
  const rows = applications.map((row) => JSON.stringify({ ...row, amount: row.amount.toFixed(6) })).join('\n')
  await warehouse.insert({ name: 'insert-quality-applications', sql: insertApplications }, Buffer.from(rows))
}
