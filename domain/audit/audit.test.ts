import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenEmbeddedStore, openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAudit, recordAudit, verifyAudit } from './index.ts'

let place = ''
let open: OpenEmbeddedStore

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'audit '))
  open = await openEmbeddedStore({ directory: place, durable: false })
})

afterAll(async () => {
  await open.close()
  rmSync(place, { recursive: true, force: true })
})

const viewer = { userId: 'u1', name: '王小明' }
const details = { z: 1, a: { c: [1, 2.5, null], b: '“引号”\n' }, nothing: undefined, tiny: 1e-7 }

function record(number: number): Promise<void> {
  return open.store.database
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, { viewer, action: 'test.done', subject: `thing:${number}`, details }),
    )
}

async function tampered(statement: string): Promise<Awaited<ReturnType<typeof verifyAudit>>> {
  const { database } = open.store
  await sql`ALTER TABLE audit_entry DISABLE TRIGGER USER`.execute(database)
  await sql.raw(statement).execute(database)
  await sql`ALTER TABLE audit_entry ENABLE TRIGGER USER`.execute(database)
  return verifyAudit(database)
}

beforeEach(async () => {
  const { database } = open.store
  await sql`ALTER TABLE audit_entry DISABLE TRIGGER USER`.execute(database)
  await sql`DELETE FROM audit_entry`.execute(database)
  await sql`UPDATE audit_head SET number = 0, hash = ''`.execute(database)
  await sql`ALTER TABLE audit_entry ENABLE TRIGGER USER`.execute(database)
  for (let number = 1; number <= 5; number += 1) await record(number)
})

test('a log that nobody touched is intact, and an empty one too', async () => {
  expect(await verifyAudit(open.store.database)).toMatchObject({ intact: true, entries: 5, firstFault: null })
  await tampered(`DELETE FROM audit_entry; UPDATE audit_head SET number = 0, hash = ''`)
  expect(await verifyAudit(open.store.database)).toMatchObject({ intact: true, entries: 0 })
})

describe('found is', () => {
  test.each([
    ['another actor', `UPDATE audit_entry SET actor_name = 'Eve' WHERE number = 3`, 3, 'changed'],
    ['another detail', `UPDATE audit_entry SET details = details || '{"z":2}' WHERE number = 2`, 2, 'changed'],
    ['another time', `UPDATE audit_entry SET at = at + interval '1 ms' WHERE number = 5`, 5, 'changed'],
    ['an entry that is gone', `DELETE FROM audit_entry WHERE number = 3`, 3, 'missing'],
    ['the first one gone', `DELETE FROM audit_entry WHERE number = 1`, 1, 'missing'],
    ['an end cut off', `DELETE FROM audit_entry WHERE number > 3`, 4, 'missing'],
    [
      'another order',
      `UPDATE audit_entry SET number = -number WHERE number IN (2, 3); UPDATE audit_entry SET number = 5 + number WHERE number < 0`,
      2,
      'changed',
    ],
    [
      'one that was slipped in',
      `INSERT INTO audit_entry SELECT 6, at, actor_id, actor_name, action, subject, details, hash FROM audit_entry WHERE number = 5`,
      6,
      'changed',
    ],
  ])('%s', async (_name, statement, number, reason) => {
    expect(await tampered(statement)).toMatchObject({ intact: false, firstFault: { number, reason } })
  })
})

test.each([
  `UPDATE audit_entry SET actor_name = 'Eve'`,
  `DELETE FROM audit_entry WHERE number = 5`,
  `TRUNCATE audit_entry`,
])('the store refuses: %s', async (statement) => {
  await expect(sql.raw(statement).execute(open.store.database)).rejects.toThrow('only ever added to')
})

test('an entry is there if and only if its change is', async () => {
  const { database } = open.store
  const broken = database.transaction().execute(async (transaction) => {
    await recordAudit(transaction, { viewer, action: 'test.done', subject: 'thing:6' })
    throw new Error('the change failed')
  })
  await expect(broken).rejects.toThrow('the change failed')
  expect(await verifyAudit(database)).toMatchObject({ intact: true, entries: 5 })
})

test('many at once stand in one row', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => record(index)))
  expect(await verifyAudit(open.store.database)).toMatchObject({ intact: true, entries: 45 })
})

test('it is read by page, newest first, and by what was done to whom', async () => {
  const page = await listAudit(open.store.database, { page: 1, pageSize: 2 })
  expect(page.total).toBe(5)
  expect(page.rows.map(({ number }) => number)).toEqual([5, 4])
  expect(page.rows[0]).toMatchObject({ actorName: '王小明', details: { a: { b: '“引号”\n' } } })
  const some = await listAudit(open.store.database, { page: 1, pageSize: 9, action: 'test.', subject: 'thing:2' })
  expect(some.rows.map(({ number }) => number)).toEqual([2])
  expect((await listAudit(open.store.database, { page: 1, pageSize: 9, action: 'tes%' })).total).toBe(0)
})
