import { createReadStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createZstdCompress } from 'node:zlib'
import { Readable } from 'node:stream'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type Archive, writeArchive } from './archive/write-archive.ts'
import {
  backupFormat,
  type BackupManifest,
  manifestName,
  type TableHash,
  type WarehousePart,
} from './backup-manifest.ts'
import { tablesInOrder } from '@vitalfew/warehouse/copy/copy-warehouse.ts'
import { contentOfTables, speakAlike } from '@vitalfew/store/table-rows.ts'
import { keptTables, storeSchema, tableLines } from './store-tables.ts'
import { hashOf, partitionBytes, tableContent } from './warehouse-tables.ts'

export interface BackupRequest {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** The folder of the workspace, for what lies in it beside the engines. */
  readonly directory: string
  /** The file to write. */
  readonly path: string
  readonly productVersion: string
  readonly signal?: AbortSignal
  readonly onTable?: (table: string) => void
}

/** What lies in a workspace beside its engines and belongs to it. */
export const keptFolder = 'uploads'
export const secretName = 'server-secret'

/** Writes all that a workspace holds to one file, which is there whole or not at all. */
export async function writeBackup(request: BackupRequest): Promise<BackupManifest> {
  const draft = `${request.path}.partial`
  await rm(draft, { force: true })
  const archive = await writeArchive(draft)
  try {
    const manifest = await fill(archive, request)
    await archive.close()
    await rename(draft, request.path)
    return manifest
  } catch (cause) {
    await archive.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw cause
  }
}

async function fill(archive: Archive, request: BackupRequest): Promise<BackupManifest> {
  const { store, storeSchema: schema } = await addStore(archive, request)
  const { parts, warehouse } = await addWarehouse(archive, request)
  await addFiles(archive, request)
  const manifest: BackupManifest = {
    kind: 'vitalfew-backup',
    format: backupFormat,
    productVersion: request.productVersion,
    madeAt: new Date().toISOString(),
    storeSchema: schema,
    store,
    warehouse,
    parts,
    members: [...archive.members],
  }
  await archive.add(manifestName, [Buffer.from(JSON.stringify(manifest, undefined, 1))])
  await archive.finish()
  return manifest
}

async function addStore(
  archive: Archive,
  { database, onTable, signal }: BackupRequest,
): Promise<{ readonly store: TableHash[]; readonly storeSchema: string }> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await speakAlike(transaction)
      const tables = await keptTables(transaction)
      for (const { name } of tables) {
        signal?.throwIfAborted()
        onTable?.(name)
        await archive.add(`store/${name}.jsonl.zst`, packed(Readable.from(tableLines(transaction, name))))
      }
      return { store: await contentOfTables(transaction, tables), storeSchema: await storeSchema(transaction) }
    })
}

/** What is published is asked first: whatever it names is complete, also where somebody goes on importing. */
async function addWarehouse(
  archive: Archive,
  { warehouse, onTable, signal }: BackupRequest,
): Promise<Pick<BackupManifest, 'parts' | 'warehouse'>> {
  const tables = tablesInOrder()
  const contents = new Map<string, Awaited<ReturnType<typeof tableContent>>>()
  for (const table of tables.toReversed()) contents.set(table, await tableContent(warehouse, table))
  const parts: WarehousePart[] = []
  for (const table of tables) {
    onTable?.(table)
    for (const [index, { partition }] of (contents.get(table) ?? []).entries()) {
      signal?.throwIfAborted()
      const name = `warehouse/${table}/${index}.native.zst`
      await archive.add(name, packed(await partitionBytes(warehouse, { table, partition })))
      parts.push({ name, table, partition })
    }
  }
  return { parts, warehouse: tables.map((table) => hashOf(table, contents.get(table) ?? [])) }
}

async function addFiles(archive: Archive, { directory, signal }: BackupRequest): Promise<void> {
  const secret = join(directory, secretName)
  if (await isFile(secret)) await archive.add(secretName, createReadStream(secret))
  const folder = join(directory, keptFolder)
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    signal?.throwIfAborted()
    if (await isFile(join(folder, name)))
      await archive.add(`${keptFolder}/${name}`, createReadStream(join(folder, name)))
  }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true
}

/** Packed on the way; a fault of the source reaches whoever reads. */
function packed(source: Readable): AsyncIterable<Uint8Array> {
  const pack = createZstdCompress()
  source.on('error', (cause) => pack.destroy(cause))
  return source.pipe(pack)
}
