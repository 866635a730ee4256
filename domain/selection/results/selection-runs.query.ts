import { ProductError } from '@vitalfew/contract/errors.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per complete run that chose accounts, the newest first. */
const selectionRunRows = defineQuery({
  name: 'selection-runs',
  parameters: z.object({}),
  row: z.object({
    runId: z.string(),
    asOf: z.iso.date(),
    completedAt: z.string(),
    model: z.string().transform((document) => SelectionModel.parse(JSON.parse(document))),
  }),
  sql: `
SELECT
  s.run_id AS runId,
  toString(s.as_of) AS asOf,
  formatDateTime(r.completed_at, '%FT%TZ', 'UTC') AS completedAt,
  s.document AS model
FROM selection_run AS s
INNER JOIN analysis_run AS r ON r.run_id = s.run_id
ORDER BY r.completed_at DESC, s.run_id
`,
})

/** A run that chose accounts, and by which model. */
export type SelectionRun = z.output<(typeof selectionRunRows)['row']>

/** The runs of a warehouse that chose accounts, the newest first. */
export function selectionRuns(warehouse: Warehouse): Promise<SelectionRun[]> {
  return warehouse.rows(selectionRunRows, {})
}

const fewestSigns = 4

/**
 * The run that is meant: by its number or the beginning of it, or by the day as of which it was made, then the newest.
 *
 * @throws ProductError `run.notFound`
 */
export function selectionRunNamed(runs: readonly SelectionRun[], named: string): SelectionRun {
  const ofDay = runs.find(({ asOf }) => asOf === named)
  const begun = named.length < fewestSigns ? [] : runs.filter(({ runId }) => runId.startsWith(named))
  const found = ofDay ?? (begun.length === 1 ? begun[0] : undefined)
  if (found === undefined) throw new ProductError('run.notFound', { run: named })
  return found
}
