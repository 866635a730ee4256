import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { type OpenEmbeddedWarehouse, openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordAudit, verifyAudit } from '../audit/index.ts'
import { archiveEntries } from './archive/read-archive.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { checkBackup, restoreBackup, writeBackup } from './index.ts'
import { tablesInOrder } from '@vitalfew/warehouse/copy/copy-warehouse.ts'
import { contentOfTables } from '@vitalfew/store/table-rows.ts'
import { keptTables } from './store-tables.ts'
import { hashOf, tableContent } from './warehouse-tables.ts'

interface Place {
  readonly directory: string
  readonly store: OpenEmbeddedStore
  readonly warehouse: OpenEmbeddedWarehouse
}

const folder = mkdtempSync(join(tmpdir(), 'backup 备份 '))
const path = join(folder, 'all.tar')
let source: Place
let manifest: BackupManifest

async function open(name: string): Promise<Place> {
  const directory = join(folder, name)
  mkdirSync(directory)
  const [store, warehouse] = await Promise.all([
    openEmbeddedStore({ directory: join(directory, 'store'), durable: false }),
    openEmbeddedWarehouse({ directory: join(directory, 'warehouse'), durable: false }),
  ])
  return { directory, store, warehouse }
}

async function close({ store, warehouse }: Place): Promise<void> {
  await Promise.all([store.close(), warehouse.close()])
}

function requestFor({ store, warehouse, directory }: Place) {
  return { database: store.store.database, warehouse: warehouse.warehouse, directory }
}

/** What both stores hold, table by table. */
async function hashes({ store, warehouse }: Place) {
  const ofStore = await contentOfTables(store.store.database, await keptTables(store.store.database))
  const ofWarehouse = await Promise.all(
    tablesInOrder().map(async (table) => hashOf(table, await tableContent(warehouse.warehouse, table))),
  )
  return [...ofStore, ...ofWarehouse]
}

beforeAll(async () => {
  source = await open('source')
  const { warehouse } = source.warehouse
  await warehouse.command(
    `INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, quantity, net_revenue)
SELECT 1 + number % 3, number, cityHash64(number % 1000), concat('客户 ', toString(number % 1000)), toDate32('2024-01-01') + number % 700,
  'sale', if(number % 7 = 0, NULL, toDecimal64(number % 9, 6)), toDecimal64(number, 6) / 7 FROM numbers(300000)`,
    'fill',
  )
  await warehouse.command(
    `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary)
VALUES (1, 1, 'committed', '2026-01-01 00:00:00', '销售.csv', 'abc', '{}')`,
    'fill',
  )
  await warehouse.command(
    `INSERT INTO account_rfm (run_id, account_key, recency, frequency, monetary, segment)
SELECT '${'a'.repeat(64)}', number, 1, 2, 3, 'loyal' FROM numbers(5000)`,
    'fill',
  )
  const { database } = source.store.store
  const person = {
    id: 'p1',
    name: '王小明',
    email: 'wang@example.com',
    role: 'administrator',
    locale: 'zh-CN',
  } as const
  await database.insertInto('person').values(person).execute()
  await database.insertInto('department').values({ id: crypto.randomUUID(), name: '华东', leader_id: 'p1' }).execute()
  await database
    .insertInto('selection_rating')
    .values(
      Array.from({ length: 4_500 }, (_, index) => ({
        account: `客户 ${index}`,
        criterion: 'fit',
        score: 0.1 + index / 7,
        rater: 'r',
        department: 'd',
        day: '2026-02-28',
        reason: '“好”\n\\t',
        file: 'f',
      })),
    )
    .execute()
  await database.transaction().execute(async (transaction) => {
    await recordAudit(transaction, { viewer: { userId: 'p1', name: '王' }, action: 'test.done', subject: 'x' })
  })
  mkdirSync(join(source.directory, 'uploads', 'deep'), { recursive: true })
  writeFileSync(join(source.directory, 'uploads', 'a1b2'), Buffer.from([0, 1, 2, 255]))
  writeFileSync(join(source.directory, 'uploads', 'deep', 'empty'), '')
  writeFileSync(join(source.directory, 'uploads', 'deep', '服务成本 2025（第 1 季度）.csv'), '客户\n')
  writeFileSync(join(source.directory, 'server-secret'), 'the secret\n')
  manifest = await writeBackup({ ...requestFor(source), path, productVersion: '1.0.0' })
})

afterAll(async () => {
  await close(source)
  rmSync(folder, { recursive: true, force: true })
})

test('a new workspace holds the same afterwards, table by table and byte by byte', async () => {
  const target = await open('target')
  try {
    await restoreBackup(await checkBackup(path), requestFor(target))
    expect(await hashes(target)).toEqual(await hashes(source))
    expect(await hashes(target)).toContainEqual({ table: 'sales_line', rows: 300_000, checksum: expect.any(String) })
    expect(readFileSync(join(target.directory, 'uploads', 'a1b2'))).toEqual(Buffer.from([0, 1, 2, 255]))
    expect(readFileSync(join(target.directory, 'uploads', 'deep', 'empty'), 'utf8')).toBe('')
    const named = join(target.directory, 'uploads', 'deep', '服务成本 2025（第 1 季度）.csv')
    expect(readFileSync(named, 'utf8')).toBe('客户\n')
    expect(readFileSync(join(target.directory, 'server-secret'), 'utf8')).toBe('the secret\n')
    expect(await verifyAudit(target.store.store.database)).toMatchObject({ intact: true, entries: 1 })
    const next = await target.store.store.database
      .insertInto('selection_rating')
      .values({
        account: 'n',
        criterion: 'c',
        score: 1,
        rater: 'r',
        department: 'd',
        day: '2026-03-01',
        reason: '',
        file: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(next.id).toBe(4_501)
    await expect(restoreBackup(await checkBackup(path), requestFor(target))).rejects.toMatchObject({
      code: 'backup.notEmpty',
    })
  } finally {
    await close(target)
  }
})

test('the archive is a tar that names each of its files by digest, without who was signed in', async () => {
  const names = (await archiveEntries(path)).map(({ name }) => name)
  expect(names.at(-1)).toBe('manifest.json')
  expect(names.slice(0, -1)).toEqual(manifest.members.map(({ name }) => name))
  expect(names).toContain('store/person.jsonl.zst')
  expect(names).not.toContain('store/person_session.jsonl.zst')
})

describe('a backup is not touched', () => {
  const damaged = join(folder, 'damaged.tar')
  const size = (): number => readFileSync(path).length

  test.each([
    ['with one bit changed', () => flip(damaged, Math.floor(size() / 2)), 'backup.damaged'],
    ['cut off in the middle', () => truncateSync(damaged, Math.floor(size() / 2)), 'backup.notAnArchive'],
    ['that is empty', () => truncateSync(damaged, 0), 'backup.notAnArchive'],
    ['that is something else', () => writeFileSync(damaged, 'PK\u0003\u0004'.repeat(1000)), 'backup.notAnArchive'],
  ])('%s', async (_name, damage, code) => {
    copyFileSync(path, damaged)
    damage()
    await expect(checkBackup(damaged)).rejects.toMatchObject({ code })
  })
})

function flip(file: string, at: number): void {
  const byte = (readFileSync(file)[at] ?? 0) ^ 1
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from([byte]), 0, 1, at)
  closeSync(handle)
}

test('a backup that fails leaves nothing behind', async () => {
  const signal = AbortSignal.abort()
  const failing = join(folder, 'failing.tar')
  await expect(writeBackup({ ...requestFor(source), path: failing, productVersion: '1', signal })).rejects.toThrow(
    'aborted',
  )
  expect(() => readFileSync(failing)).toThrow('ENOENT')
  expect(() => readFileSync(`${failing}.partial`)).toThrow('ENOENT')
})
