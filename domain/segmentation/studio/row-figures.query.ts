import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountColumns } from '../../accounts/index.ts'
import type { RowMetric } from './row-metrics.ts'

/** Every account of a run with some figures of the wide table, in RowBinary: the key, then doubles; unknown ones are NaN. */
export function rowFigures(metrics: readonly RowMetric[]): WarehouseQuery<z.ZodType, z.ZodType> {
  return defineQuery({
    name: 'segment-row-figures',
    parameters: z.looseObject({ runId: z.string() }),
    row: z.unknown(),
    sql: `
SELECT a.account_key, ${metrics.map((name) => `ifNull(toFloat64(${accountColumns[name]}), nan)`).join(', ')}
FROM account_row AS a
WHERE a.run_id = {runId:String}
ORDER BY a.account_key
`,
  })
}
