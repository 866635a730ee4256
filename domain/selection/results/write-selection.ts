import { Readable } from 'node:stream'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { tierRules } from '../scoring/tier-rules.ts'
import { accountScoreRows, scoreRowColumns, type ScoreRows } from './account-score-rows.ts'

export interface WriteSelection extends ScoreRows {
  readonly runId: string
  readonly asOf: string
  readonly previousRunId: string | null
}

/** Keeps what a selection came to, account by account, and by which model. */
export async function writeSelection(warehouse: Warehouse, selection: WriteSelection): Promise<void> {
  const { runId, asOf, previousRunId, scored } = selection
  const { model } = scored
  await warehouse.run(clearSelectionRun, { runId })
  const document = { run_id: runId, as_of: asOf, previous: previousRunId ?? '', ...identity(model) }
  await warehouse.insert(
    { name: 'record-selection-run', sql: recordSelectionRun },
    Buffer.from(JSON.stringify(document)),
  )
  await warehouse.insert(
    { name: 'write-account-scores', sql: insertStatement(runId, model) },
    Readable.from(accountScoreRows(selection)),
  )
}

const clearSelectionRun = defineStatement({
  name: 'clear-selection-run',
  parameters: z.object({ runId: z.string() }),
  sql: 'ALTER TABLE selection_run DROP PARTITION {runId:String}',
})

// A document may be larger than a parameter of a query: it travels as the body of the insert.
const recordSelectionRun = `INSERT INTO selection_run (run_id, as_of, model, version, previous_run_id, document)
SELECT run_id, toDate32(as_of), model, version, previous, document
FROM input('run_id String, as_of String, previous String, model String, version UInt32, document String')
FORMAT JSONEachRow`

function identity(model: SelectionModel): { model: string; version: number; document: string } {
  return { model: model.name, version: model.version, document: JSON.stringify(model) }
}

/** Numbers become the names they stand for where the rows arrive, so that a million rows do not carry them. */
function insertStatement(runId: string, model: SelectionModel): string {
  const tiers = names(model.tiers.map(({ id }) => id))
  const criteria = names(model.criteria.map(({ id }) => id))
  return `INSERT INTO account_score (run_id, account_key, score, lower, upper, tier, tier_rule, failed_gate, previous_tier,
  tier_since, criterion_values, known, contributions, tier_probabilities, missing_criteria)
SELECT ${quoted(runId)}, account_key, score, lower, upper, ${tiers}[tier + 1], ${names(tierRules)}[tier_rule + 1],
  ${names(['', ...model.gates.map(({ id }) => id)])}[failed_gate + 1], if(previous_tier = 0, '', ${tiers}[previous_tier]),
  toDate32(tier_since), criterion_values, known, contributions, tier_probabilities,
  arrayFilter((id, k) -> k = 0, ${criteria}, known)
FROM input('${scoreRowColumns}')
FORMAT RowBinary`
}

function names(list: readonly string[]): string {
  return `[${list.map(quoted).join(', ')}]`
}

/** Ids of runs and models are letters, digits and hyphens; anything else has no business in a statement. */
function quoted(id: string): string {
  if (!/^[\w-]*$/.test(id)) throw new RangeError(`id must be made of letters, digits and hyphens, got ${id}`)
  return `'${id}'`
}
