import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import type { Warehouse } from './connect.ts'
import { migrations } from './migrations.ts'
import { defineQuery } from './query.ts'

const appliedMigrations = defineQuery({
  name: 'applied-migrations',
  parameters: z.object({}),
  row: z.object({ version: z.int() }),
  sql: 'SELECT version FROM schema_migration ORDER BY version',
})

/**
 * Brings the tables of one engine up to date. It has no transactions for definitions: every step can be repeated, and a
 * version is written down only after its steps are done, so that a start after a crash goes on where the last one ended.
 *
 * @param definitions What a statement of a migration is on this engine; by default what it says.
 */
export async function migrateWarehouse(
  warehouse: Warehouse,
  definitions: (statement: string) => readonly string[] = (statement) => [statement],
): Promise<void> {
  await warehouse.command(
    `CREATE TABLE IF NOT EXISTS schema_migration (version UInt32, applied_at DateTime DEFAULT now())
     ENGINE = MergeTree ORDER BY version`,
    'create-schema-migration',
  )
  const applied = new Set((await warehouse.rows(appliedMigrations, {})).map((row) => row.version))
  const known = migrations()
  const newest = known.at(-1)?.version ?? 0
  const found = Math.max(0, ...applied)
  if (found > newest) throw new ProductError('workspace.newerVersion', { found, supported: newest })
  for (const { version, name, statements } of known) {
    if (applied.has(version)) continue
    for (const statement of statements.flatMap(definitions)) await warehouse.command(statement, name)
    await warehouse.command(`INSERT INTO schema_migration (version) VALUES (${version})`, name)
  }
}
