import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentMembershipSequence } from './membership-sequence.query.ts'
import { membershipRows, writeOperation } from './operation-log.query.ts'

let directory = ''
let opened: Awaited<ReturnType<typeof openEmbeddedWarehouse>>
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'membership '))
  opened = await openEmbeddedWarehouse({ directory, durable: false })
})
afterAll(async () => {
  await opened.close()
  await rm(directory, { recursive: true, force: true })
})

test('a merge that a crash cut short after its entry is part of the next run', async () => {
  const { warehouse } = opened
  expect(await currentMembershipSequence(warehouse)).toBe(0)
  const at = '2026-01-05T00:00:00.000Z'
  const operation = { sequence: 1, at, author: 'Ada', reason: '', into: '7', accounts: ['8'], customers: [], undoes: 0 }
  await writeOperation(warehouse, { ...operation, kind: 'merge' })
  expect(await currentMembershipSequence(warehouse)).toBe(1)
  expect(await warehouse.rows(membershipRows, {})).toEqual([{ customer: '8', account: '7', sequence: 1 }])
  expect(await currentMembershipSequence(warehouse)).toBe(1)
})
