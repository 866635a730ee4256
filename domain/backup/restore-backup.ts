import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { archiveEntries, entryDigest, type PlacedEntry, readEntry } from './archive/read-archive.ts'
import { backupFormat, BackupManifest, manifestName, type TableHash } from './backup-manifest.ts'
import { tablesInOrder } from '@vitalfew/warehouse/copy/copy-warehouse.ts'
import { contentOfTables, speakAlike } from '@vitalfew/store/table-rows.ts'
import { keptTables, putBack, storeSchema } from './store-tables.ts'
import { fillPartition, hashOf, tableContent } from './warehouse-tables.ts'
import { keptFolder, secretName } from './write-backup.ts'

/** A backup of which every byte is as it was written. */
export interface CheckedBackup {
  readonly path: string
  readonly manifest: BackupManifest
  readonly entries: ReadonlyMap<string, PlacedEntry>
}

/**
 * Reads a backup to its end and holds it against its manifest.
 *
 * @throws ProductError `backup.notAnArchive`, `backup.damaged`, `backup.newer`
 */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const entries = new Map((await archiveEntries(path)).map((entry) => [entry.name, entry]))
  const manifest = await readManifest(path, entries.get(manifestName))
  if (manifest.format > backupFormat) {
    throw new ProductError('backup.newer', { path, found: manifest.format, supported: backupFormat })
  }
  for (const { name, bytes, sha256 } of manifest.members) {
    const entry = entries.get(name)
    const isWhole = entry?.bytes === bytes && (await entryDigest(path, entry)) === sha256
    if (!isWhole) throw new ProductError('backup.damaged', { path, file: name })
  }
  return { path, manifest, entries }
}

async function readManifest(path: string, entry: PlacedEntry | undefined): Promise<BackupManifest> {
  if (entry === undefined) throw new ProductError('backup.notAnArchive', { path })
  const found = BackupManifest.safeParse(jsonOf(await text(readEntry(path, entry))))
  if (!found.success) throw new ProductError('backup.damaged', { path, file: manifestName })
  return found.data
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

export interface RestoreTarget {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** The folder of the workspace. */
  readonly directory: string
  readonly onTable?: (table: string) => void
}

/**
 * Brings a backup back into a workspace that holds nothing, and compares every table with what it was.
 *
 * @throws ProductError `backup.notEmpty`, `backup.newer`, `backup.damaged`
 */
export async function restoreBackup(backup: CheckedBackup, target: RestoreTarget): Promise<void> {
  await refuseFull(target)
  await restoreWarehouse(backup, target)
  await restoreFiles(backup, target)
  await restoreStore(backup, target)
}

async function refuseFull({ warehouse, database, directory }: RestoreTarget): Promise<void> {
  const people = await database.selectFrom('person').select('id').limit(1).execute()
  const contents = await Promise.all(tablesInOrder().map((table) => tableContent(warehouse, table)))
  if (people.length > 0 || contents.some((one) => one.length > 0)) {
    throw new ProductError('backup.notEmpty', { path: directory })
  }
}

async function restoreWarehouse(backup: CheckedBackup, { warehouse, onTable }: RestoreTarget): Promise<void> {
  const known = new Set(tablesInOrder())
  for (const { name, table, partition } of backup.manifest.parts) {
    if (!known.has(table)) throw newer(backup, table)
    onTable?.(table)
    await fillPartition(warehouse, { table, partition }, unpacked(backup, name))
  }
  for (const expected of backup.manifest.warehouse) {
    if (known.has(expected.table))
      requireSame(backup, hashOf(expected.table, await tableContent(warehouse, expected.table)), expected)
  }
}

/** The store comes last, and whole: people are there only when everything is. */
async function restoreStore(backup: CheckedBackup, { database, onTable }: RestoreTarget): Promise<void> {
  const { manifest } = backup
  await database.transaction().execute(async (transaction) => {
    await speakAlike(transaction)
    const known = await storeSchema(transaction)
    if (manifest.storeSchema > known) throw newer(backup, manifest.storeSchema)
    const tables = await keptTables(transaction)
    const saved = tables.filter(({ name }) => backup.entries.has(`store/${name}.jsonl.zst`))
    for (const table of saved) {
      onTable?.(table.name)
      await putBack(transaction, table, unpacked(backup, `store/${table.name}.jsonl.zst`))
    }
    // Columns that came later are part of the digest: only the same schema can be compared.
    if (manifest.storeSchema !== known) return
    const found = new Map((await contentOfTables(transaction, saved)).map((hash) => [hash.table, hash]))
    for (const expected of manifest.store) requireSame(backup, found.get(expected.table), expected)
  })
}

async function restoreFiles(backup: CheckedBackup, { directory }: RestoreTarget): Promise<void> {
  for (const { name } of backup.manifest.members) {
    const isKept = name === secretName || (name.startsWith(`${keptFolder}/`) && posix.normalize(name) === name)
    const entry = backup.entries.get(name)
    if (!isKept || entry === undefined) continue
    const path = join(directory, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(readEntry(backup.path, entry), createWriteStream(path, { mode: 0o600 }))
  }
}

function unpacked(backup: CheckedBackup, name: string): Readable {
  const entry = backup.entries.get(name)
  if (entry === undefined) throw new ProductError('backup.damaged', { path: backup.path, file: name })
  const unpack = createZstdDecompress()
  const source = readEntry(backup.path, entry)
  source.on('error', (cause) => unpack.destroy(cause))
  return source.pipe(unpack)
}

function requireSame(backup: CheckedBackup, found: TableHash | undefined, expected: TableHash): void {
  if (found?.rows === expected.rows && found.checksum === expected.checksum) return
  throw new ProductError('backup.damaged', { path: backup.path, file: expected.table })
}

function newer({ path, manifest }: CheckedBackup, found: string): ProductError {
  return new ProductError('backup.newer', {
    path,
    found: `${manifest.productVersion}, ${found}`,
    supported: backupFormat,
  })
}
