import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { textTable } from '../../../churn/index.ts'
import { purchaseFunnel } from '../purchase-funnel.ts'
import { largeEventFile, largeFileFunnel } from './large-event-file.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vitalfew-events-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, text)
  return path
}

const steps = ['线索', '拜访', '报价', '成交']
const rows = Array.from({ length: 900 }, (_, i) => {
  const day = new Date(Date.UTC(2024, 0, 1 + ((i * 37) % 300))).toISOString().slice(0, 10)
  return `D${i % 170},${steps[(i * 7 + (i % 3)) % 4]},${day},${i % 5 === 0 ? i : ''}`
})

it('a table of too many events for memory has the funnel that it would have there', async () => {
  const path = await file('events.csv', `商机编号,阶段,时间,金额\n${rows.join('\n')}\n,报价,2024-03-01,\n`)
  const found = await largeEventFile(path, {})
  expect(found?.map).toEqual({ customer: '商机编号', event: '阶段', at: '时间', amount: '金额' })
  const opened = await openTestWarehouse(undefined)
  try {
    const ways = { by: [], stages: [], order: 'ordered', windowDays: 60 } as const
    const large = await largeFileFunnel(opened.warehouse, found ?? { path, map: {} }, { ...ways, locale: 'zh-CN' })
    const whole = purchaseFunnel(await textTable(path, {}), { ...ways, joined: [] })
    expect(large.steps).toEqual(whole.steps)
    expect(large.stages).toEqual(whole.stages)
    expect(large.outcomes).toEqual(whole.outcomes)
    expect(large.links).toEqual(whole.links)
    expect(large.faults).toEqual(whole.faults)
    expect(large.cases).toBe(170)
  } finally {
    await opened.close()
  }
})

it('a table that tells of something else than events is none', async () => {
  const path = await file('sales.csv', '产品,数量\nA,1\nB,2\nC,3\n')
  expect(await largeEventFile(path, {})).toBeNull()
})
