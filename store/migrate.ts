import { ProductError } from '@vitalfew/contract/errors.ts'
import { sql } from 'kysely'
import { type Migration, type MigrationResultSet, Migrator, NO_MIGRATIONS } from 'kysely/migration'
import { connectStore, type StoreAddress, type StoreClient } from './client.ts'
import * as createWorkspace from './migrations/0001_create_workspace.ts'
import * as createSelection from './migrations/0002_create_selection.ts'
import * as createPeople from './migrations/0003_create_people.ts'
import * as createAccess from './migrations/0004_create_access.ts'
import * as createAudit from './migrations/0005_create_audit.ts'
import * as createJobs from './migrations/0006_create_jobs.ts'
import * as createImports from './migrations/0007_create_imports.ts'
import * as createAccountViews from './migrations/0008_create_account_views.ts'
import * as constrainOverrides from './migrations/0009_constrain_overrides.ts'
import * as createGivenFigures from './migrations/0010_create_given_figures.ts'
import * as createSegmentations from './migrations/0011_create_segmentations.ts'
import * as createBehaviour from './migrations/0012_create_behaviour.ts'
import * as createWeightRounds from './migrations/0013_create_weight_rounds.ts'
import * as indexFiles from './migrations/0014_index_files.ts'
import * as createImportSources from './migrations/0015_create_import_sources.ts'

/** Every step of the schema, in order. A step that has been published is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_create_workspace': createWorkspace,
  '0002_create_selection': createSelection,
  '0003_create_people': createPeople,
  '0004_create_access': createAccess,
  '0005_create_audit': createAudit,
  '0006_create_jobs': createJobs,
  '0007_create_imports': createImports,
  '0008_create_account_views': createAccountViews,
  '0009_constrain_overrides': constrainOverrides,
  '0010_create_given_figures': createGivenFigures,
  '0011_create_segmentations': createSegmentations,
  '0012_create_behaviour': createBehaviour,
  '0013_create_weight_rounds': createWeightRounds,
  '0014_index_files': indexFiles,
  '0015_create_import_sources': createImportSources,
}

/**
 * Brings the tables of the store up to date, all steps in one transaction: after a crash or an error they are as
 * before. Programs that start at the same time wait for each other.
 *
 * @throws {ProductError} `workspace.newerVersion` when a newer program made the tables.
 */
export async function migrateStore(address: StoreAddress): Promise<void> {
  await withMigrator(address, async (migrator) => {
    throwFault(await migrator.migrateToLatest())
  })
}

/** Takes every step back, and with them all that the store holds. */
export async function unmigrateStore(address: StoreAddress): Promise<void> {
  await withMigrator(address, async (migrator) => {
    throwFault(await migrator.migrateTo(NO_MIGRATIONS))
  })
}

async function withMigrator(address: StoreAddress, work: (migrator: Migrator) => Promise<void>): Promise<void> {
  const client = connectStore(address, { connections: 2, statementTimeoutMilliseconds: 0 })
  try {
    await refuseNewer(client)
    const migrationTables = { migrationTableName: 'schema_migration', migrationLockTableName: 'schema_migration_lock' }
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
    await work(new Migrator({ db: client.database, provider, ...migrationTables }))
  } finally {
    await client.close()
  }
}

function throwFault({ error }: MigrationResultSet): void {
  if (error === undefined) return
  throw error instanceof Error ? error : new Error('the store could not be brought up to date', { cause: error })
}

async function refuseNewer({ database }: StoreClient): Promise<void> {
  const supported = Object.keys(migrations).toSorted().at(-1) ?? ''
  const found = await newestApplied(database)
  if (found > supported) throw new ProductError('workspace.newerVersion', { found, supported })
}

async function newestApplied(database: StoreClient['database']): Promise<string> {
  const { rows: tables } = await sql<{ found: string | null }>`SELECT to_regclass('schema_migration') AS found`.execute(
    database,
  )
  if (tables[0]?.found === null) return ''
  const { rows } = await sql<{ newest: string | null }>`SELECT max(name) AS newest FROM schema_migration`.execute(
    database,
  )
  return rows[0]?.newest ?? ''
}
