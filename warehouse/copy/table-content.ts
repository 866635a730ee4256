import { z } from 'zod'
import { defineQuery } from '../query.ts'
import { tableSpreads } from '../table-spread.ts'

const TableContent = z.object({ partition: z.string(), rows: z.int(), checksum: z.string() })
export type TableContent = z.infer<typeof TableContent>

/** One row per partition of a table: how many rows are in it, and a sum over all that they say. */
export function contentOfTable(table: string) {
  const column = tableSpreads().get(table)?.partitionColumn
  const partition = column === undefined ? "''" : `toString(${column})`
  return defineQuery({
    name: `content-of-${table}`,
    parameters: z.object({}),
    row: TableContent,
    sql: `SELECT ${partition} AS partition, count() AS rows, toString(sum(cityHash64(tuple(*)))) AS checksum
FROM ${table}
GROUP BY partition
HAVING rows > 0
ORDER BY partition`,
  })
}
