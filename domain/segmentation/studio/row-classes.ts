import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountColumns } from '../../accounts/index.ts'

/** Classes of the wide table that accounts may be grouped by beside their attributes. */
export const rowClasses = ['tier', 'abcClass', 'xyzClass'] as const
export type RowClass = (typeof rowClasses)[number]

export function isRowClass(name: string): name is RowClass {
  return rowClasses.some((known) => known === name)
}

const ClassRow = z.object({ key: z.string(), value: z.string() })

/** The class of every account of a run that has one, under its own name and not in the words of a language. */
export function rowClassValues(name: RowClass): WarehouseQuery<z.ZodObject<{ runId: z.ZodString }>, typeof ClassRow> {
  return defineQuery({
    name: `segment-row-${name}`,
    parameters: z.object({ runId: z.string() }),
    row: ClassRow,
    sql: `
SELECT toString(a.account_key) AS key, toString(ifNull(${accountColumns[name]}, '')) AS value
FROM account_row AS a
WHERE a.run_id = {runId:String}
`,
  })
}
