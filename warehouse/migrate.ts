import { readdirSync, readFileSync } from 'node:fs'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import type { Warehouse } from './connect.ts'
import { defineQuery } from './query.ts'

const folder = new URL('migrations/', import.meta.url)

const appliedMigrations = defineQuery({
  name: 'applied-migrations',
  parameters: z.object({}),
  row: z.object({ version: z.int() }),
  sql: 'SELECT version FROM schema_migration ORDER BY version',
})

/**
 * Brings the tables up to date. The engine has no transactions for definitions: every step can be repeated, and a
 * version is written down only after its steps are done, so that a start after a crash goes on where the last one ended.
 */
export async function migrateWarehouse(warehouse: Warehouse): Promise<void> {
  await warehouse.command(
    `CREATE TABLE IF NOT EXISTS schema_migration (version UInt32, applied_at DateTime DEFAULT now())
     ENGINE = MergeTree ORDER BY version`,
    'create-schema-migration',
  )
  const applied = new Set((await warehouse.rows(appliedMigrations, {})).map((row) => row.version))
  const migrations = readMigrations()
  const newest = migrations.at(-1)?.version ?? 0
  const found = Math.max(0, ...applied)
  if (found > newest) throw new ProductError('workspace.newerVersion', { found, supported: newest })
  for (const { version, name, statements } of migrations) {
    if (applied.has(version)) continue
    for (const statement of statements) await warehouse.command(statement, name)
    await warehouse.command(`INSERT INTO schema_migration (version) VALUES (${version})`, name)
  }
}

interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file,
      statements: readFileSync(new URL(file, folder), 'utf8')
        .replaceAll(/^--.*$/gm, '')
        .split(/;\s*$/m)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ''),
    }))
}
