import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyStore } from './copy-store.ts'
import { openNamedStore } from './open-named-store.ts'
import type { OpenStore } from './open-store.ts'
import { outsideBinaries, type OutsideServer, startOutsideServer } from './outside-server.fixture.ts'

const servers: OutsideServer[] = []
let source: OpenStore
let target: OpenStore

/** From the newest server to the oldest there is. */
beforeAll(async () => {
  const binaries = outsideBinaries()
  for (const one of [binaries[0], binaries.at(-1)]) {
    if (one !== undefined) servers.push(await startOutsideServer(one))
  }
  const [from, to] = servers
  await from?.createDatabase('vitalfew')
  await to?.createDatabase('vitalfew')
  source = await openNamedStore(from?.url('vitalfew') ?? '')
  target = await openNamedStore(to?.url('vitalfew') ?? '')
  const { database } = source.store
  await database
    .insertInto('workspace')
    .values({ id: '0b6cf2a3-6a55-4d20-9d5c-2b31f0a0c001', created_with: '要客 0.1.0' })
    .execute()
  await sql`INSERT INTO selection_rating (account, criterion, score, rater, department, day, reason, file)
    SELECT '客户 ' || n, 'strategic', n / 3.0, 'O''Brien', '', DATE '2026-01-01', E'line\nbreak', 'a.xlsx'
    FROM generate_series(1, 4500) AS n`.execute(database)
})

afterAll(async () => {
  await source.close()
  await target.close()
  for (const server of servers) await server.stop()
})

test('every table arrives as it was, and goes on counting where it stood', async () => {
  const copied = await copyStore(source.store, target.store)
  expect(copied).toContainEqual({ table: 'selection_rating', rows: 4500, checksum: expect.stringMatching(/^\d+$/) })
  const scores = sql<{ sum: number }>`SELECT sum(score) AS sum FROM selection_rating`
  expect((await scores.execute(target.store.database)).rows).toEqual((await scores.execute(source.store.database)).rows)
  const next = await sql<{ id: number }>`INSERT INTO selection_rating
    (account, criterion, score, rater, department, day, reason, file)
    VALUES ('new', 'a', 1, 'b', '', DATE '2026-01-01', '', '') RETURNING id`.execute(target.store.database)
  expect(next.rows).toEqual([{ id: 4501 }])
  await sql`DELETE FROM selection_rating WHERE account = 'new'`.execute(target.store.database)
})

test('what is there already stays', async () => {
  expect(await copyStore(source.store, target.store)).toContainEqual(expect.objectContaining({ rows: 4500 }))
})

test('a target that holds anything else is refused and left alone', async () => {
  await sql`DELETE FROM selection_rating WHERE id = 1`.execute(target.store.database)
  await expect(copyStore(source.store, target.store)).rejects.toMatchObject({ code: 'workspace.copyTargetInUse' })
})
