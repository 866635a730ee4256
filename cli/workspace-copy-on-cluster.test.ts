import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { outsideBinaries, type OutsideServer, startOutsideServer } from '@vitalfew/store/outside-server.fixture.ts'
import { dropDatabase, ownDatabase } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { briefly, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
const { password, ...cluster } = ownDatabase(inject('cluster'))
const environment = { CLUSTER_PASSWORD: password }
let store: OutsideServer

beforeAll(async () => {
  const [binaries] = outsideBinaries()
  if (binaries === undefined) throw new Error('there is no PostgreSQL')
  store = await startOutsideServer(binaries)
  await store.createDatabase('vitalfew')
  const file = { ...cluster, password: { environment: 'CLUSTER_PASSWORD' } }
  writeFileSync(join(folder.path, 'cluster.json'), JSON.stringify(file))
})

afterAll(async () => {
  await store.stop()
  await dropDatabase({ ...cluster, password })
  folder.remove()
})

const Table = z.object({ table: z.string(), rows: z.int(), checksum: z.string() })
const Copied = z.object({ warehouse: z.array(Table), store: z.array(Table) })

function vitalfew(words: readonly string[], more: Partial<Parameters<typeof runProgram>[1]> = {}) {
  return runProgram([...words, '--locale', 'zh-CN'], { cwd: folder.path, environment, ...more })
}

const copy = ['workspace', 'copy', '--workspace', 'ws', '--to', 'cluster.json']

test('a workspace moves to a cluster and a server, whatever cuts the way there off', async () => {
  const sales = sampleFile('zh-CN', 'sales')
  const analyze = ['analyze', '--drop-duplicates', '--currency', 'CNY', '--quiet', ...briefly]
  expect(await vitalfew([...analyze, sales, '--workspace', 'ws', '--out', 'before'])).toMatchObject({ code: 0 })
  const override = ['--account', 'C0187', '--tier', 'key', '--reason', '战略合作', '--author', '王芳']
  const noted = await vitalfew(['select', 'override', '--workspace', 'ws', ...override, '--until', '2099-12-31'])
  expect(noted).toMatchObject({ code: 0 })

  const cutOff = await vitalfew(copy, { whileRunning: (kill) => setTimeout(() => kill('SIGKILL'), 3_500) })
  expect([null, 0]).toContain(cutOff.code)

  const finished = await vitalfew([...copy, '--to-store', store.url('vitalfew'), '--json'])
  expect(finished).toMatchObject({ code: 0, err: '' })
  const copied = Copied.parse(JSON.parse(finished.out))
  expect(copied.warehouse.find(({ table }) => table === 'sales_line')?.rows).toBeGreaterThan(10_000)
  expect(copied.store).toContainEqual(expect.objectContaining({ table: 'tier_override', rows: 1 }))

  const after = await vitalfew([...analyze, '--warehouse', 'cluster.json', '--out', 'after'])
  expect(after).toMatchObject({ code: 0, err: '' })
  for (const file of ['accounts.csv', 'run.json']) {
    expect(readFileSync(join(folder.path, 'after', file), 'utf8')).toBe(
      readFileSync(join(folder.path, 'before', file), 'utf8'),
    )
  }
  const listed = await vitalfew(['select', 'override', '--list', '--json'], {
    environment: { DATABASE_URL: store.url('vitalfew') },
  })
  expect(listed.out).toContain('C0187')
})

test('a workspace that is not there is not made and copied', async () => {
  const failed = await vitalfew(['workspace', 'copy', '--workspace', 'nowhere', '--to', 'cluster.json'])
  expect(failed).toMatchObject({ code: 2, err: expect.stringContaining('nowhere') })
})
