import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** The run whose tiers a run of the same model and level remembers: the latest complete one as of an earlier day. */
const previousSelectionRun = defineQuery({
  name: 'previous-selection-run',
  parameters: z.object({ model: z.string(), asOf: z.iso.date(), level: z.string() }),
  row: z.object({ runId: z.string(), asOf: z.iso.date() }),
  sql: `
SELECT s.run_id AS runId, toString(s.as_of) AS asOf
FROM selection_run AS s
INNER JOIN analysis_run AS r ON r.run_id = s.run_id
WHERE s.model = {model:String} AND s.as_of < toDate32({asOf:String})
  AND JSONExtractString(r.summary, 'run', 'run', 'parameters', 'level') = {level:String}
ORDER BY s.as_of DESC, r.completed_at DESC, s.run_id
LIMIT 1
`,
})

/** The run before of the same model: its tiers are remembered. */
export interface PreviousRun {
  readonly runId: string
  readonly asOf: string
}

/** The run whose tiers a run of a model as of a day remembers; undefined where there is none. */
export async function previousRunOf(
  warehouse: Warehouse,
  { model, asOf, level }: { readonly model: SelectionModel; readonly asOf: string; readonly level: AccountLevel },
): Promise<PreviousRun | undefined> {
  const [found] = await warehouse.rows(previousSelectionRun, {
    model: model.name,
    asOf,
    level: level === 'account' ? '' : level,
  })
  return found
}
