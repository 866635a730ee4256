import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textTable } from '../../churn/index.ts'
import { purchaseFunnel, type PurchaseFunnelRequest } from './purchase-funnel.ts'

const maven = join(import.meta.dirname, '../../../../shared/data/maven-crm')
const folder = mkdtempSync(join(tmpdir(), 'funnel 漏斗 '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plain: PurchaseFunnelRequest = { by: [], stages: [], order: 'ordered', joined: [] }

async function funnelOf(text: string, request: Partial<PurchaseFunnelRequest> = {}): Promise<PurchaseFunnel> {
  const path = join(folder, 'events.csv')
  writeFileSync(path, text)
  return purchaseFunnel(await textTable(path, {}), { ...plain, ...request })
}

describe.skipIf(!existsSync(maven))('the opportunities of Maven', () => {
  let funnel: PurchaseFunnel
  beforeAll(async () => {
    const joined = []
    for (const name of ['accounts', 'sales_teams', 'products'])
      joined.push(await textTable(join(maven, `${name}.csv`), {}))
    const table = await textTable(join(maven, 'sales_pipeline.csv'), {})
    funnel = purchaseFunnel(table, { ...plain, by: ['product', 'sector', 'manager'], joined })
  })

  it('are all there, those without an account too', () => {
    expect(funnel).toMatchObject({ shape: 'pipeline', cases: 8800, withoutAccount: 1425 })
    expect(funnel.stages.map(({ stage, kind, cases }) => [stage, kind, cases])).toEqual([
      ['Prospecting', 'open', 500],
      ['Engaging', 'open', 1589],
      ['Won', 'won', 4238],
      ['Lost', 'lost', 2473],
    ])
    expect(funnel.outcomes).toMatchObject({ won: 4238, lost: 2473, open: 2089, wonValue: 10_005_534 })
    expect(funnel.steps.map(({ reached }) => reached)).toEqual([8800, 8300, 4238])
  })

  it('add up to the whole by product, by sector and by manager', () => {
    expect(funnel.cuts.map(({ column, values }) => [column, values.length])).toEqual([
      ['product', 7],
      ['sector', 11],
      ['manager', 6],
    ])
    for (const { values } of funnel.cuts) {
      const sum = (figure: (value: (typeof values)[number]) => number): number =>
        values.reduce((total, value) => total + figure(value), 0)
      expect(sum(({ outcomes }) => outcomes.cases)).toBe(8800)
      expect(sum(({ outcomes }) => outcomes.won)).toBe(4238)
      expect(sum(({ outcomes }) => outcomes.wonValue)).toBe(10_005_534)
    }
    expect(funnel.cuts[1]?.values.find(({ value }) => value === '')?.outcomes.cases).toBe(1425)
  })
})

describe('the opportunities of the sample company', () => {
  it('are understood in both languages, with reasons, and it is said where losses are only guessed', async () => {
    const chinese = purchaseFunnel(await textTable(sampleFile('zh-CN', 'opportunities'), {}), plain)
    const english = purchaseFunnel(await textTable(sampleFile('en', 'opportunities'), {}), plain)
    const counts = ({ stages }: PurchaseFunnel) => stages.map(({ kind, cases }) => [kind, cases])
    expect(counts(chinese)).toEqual(counts(english))
    expect(chinese.outcomes).toMatchObject({ won: 180, lost: 247 })
    expect(chinese.lossReasons.reduce((sum, { cases }) => sum + cases, 0)).toBe(247)
    expect(chinese.faults.lostSomewhere).toBe(247)
  })
})

const log = `customer id,event,time,channel
a,Lead,2024-01-01 10:00,web
a,Visit,2024-01-02,web
a,Quote,2024-01-05,web
a,Order,2024-01-09,web
b,Lead,2024-01-01,fair
b,Quote,2024-01-03,fair
b,Visit,2024-01-04,fair
c,Lead,2024-01-01,web
c,Visit,2024-03-20,web
d,Visit,2024-01-01,web
,Lead,2024-01-01,web
e,Lead,soon,web
`

describe('tables beside', () => {
  it('tell cases apart by the groups of a segmentation, whatever the column of accounts is called', async () => {
    const groups = 'account,cluster,clusterName\na,1,large\nb,2,small\nc,1,large\n'
    writeFileSync(join(folder, 'groups.csv'), groups)
    const funnel = await funnelOf(log, {
      by: ['clusterName'],
      joined: [await textTable(join(folder, 'groups.csv'), {})],
    })
    expect(funnel.cuts[0]?.values.map(({ value, outcomes }) => [value, outcomes.cases])).toEqual([
      ['large', 2],
      ['', 1],
      ['small', 1],
    ])
  })
})

describe('a log of events', () => {
  it('is a funnel in any order of other stages in between, or strictly one after the other', async () => {
    const loose = await funnelOf(log)
    expect(loose.shape).toBe('events')
    expect(loose.stages.map(({ stage }) => stage)).toEqual(['Lead', 'Visit', 'Quote', 'Order'])
    expect(loose.steps.map(({ reached }) => reached)).toEqual([3, 3, 1, 1])
    const strict = await funnelOf(log, { order: 'strict' })
    expect(strict.steps.map(({ reached }) => reached)).toEqual([3, 2, 1, 1])
    const windowed = await funnelOf(log, { windowDays: 30 })
    expect(windowed.steps.map(({ reached }) => reached)).toEqual([3, 2, 1, 1])
  })

  it('measures time, tells ways and faults', async () => {
    const funnel = await funnelOf(log)
    expect(funnel.steps[3]?.medianDays).toBe(4)
    expect(funnel.faults).toMatchObject({ incomplete: 1, withoutTime: 1, backwards: 0 })
    expect(funnel.paths[0]).toMatchObject({ cases: 1 })
    expect(funnel.cuts.map(({ column }) => column)).toEqual(['channel'])
    expect(funnel.moments?.hours).toBeNull()
    expect(funnel.moments?.weekdays.reduce((sum, { events }) => sum + events, 0)).toBe(10)
    const came = funnel.links.filter(({ to }) => to === 'Visit').reduce((sum, { cases }) => sum + cases, 0)
    expect(came).toBe(3)
  })

  it('stages can be named, in any case of letters, and must be there', async () => {
    const funnel = await funnelOf(log, { stages: ['lead', 'ORDER'] })
    expect(funnel.steps.map(({ stage, reached }) => [stage, reached])).toEqual([
      ['Lead', 3],
      ['Order', 1],
    ])
    await expect(funnelOf(log, { stages: ['Lead', 'Party'] })).rejects.toMatchObject({ code: 'argument.invalid' })
  })

  it('clocks that go back are told and give no negative time', async () => {
    const funnel = await funnelOf('id,stage,time\n1,Lead,2024-02-01\n1,Visit,2024-01-01\n1,Order,2024-03-01\n')
    expect(funnel.faults.backwards).toBe(1)
    expect(funnel.moments?.hours).toBeNull()
    for (const { medianDays } of [...funnel.steps, ...funnel.links]) expect(medianDays ?? 0).toBeGreaterThanOrEqual(0)
  })
})

describe('a table of days', () => {
  it('has a stage in every column of days', async () => {
    const funnel = await funnelOf(
      '客户编码,线索日期,拜访日期,下单日期,地区\nA,2024-01-01,2024-01-10,2024-02-01,华东\nB,2024-01-02,,,华南\nC,2024-03-01,2024-02-01,,华东\n',
    )
    expect(funnel.shape).toBe('dates')
    expect(funnel.steps.map(({ stage, reached }) => [stage, reached])).toEqual([
      ['线索日期', 3],
      ['拜访日期', 1],
      ['下单日期', 1],
    ])
    expect(funnel.faults.backwards).toBe(1)
    expect(funnel.cuts.map(({ column }) => column)).toEqual(['地区'])
  })
})

describe('what cannot be', () => {
  it('is an error that names the table', async () => {
    await expect(funnelOf('a,b\n1,2\n')).rejects.toMatchObject({ code: 'mapping.notEvents' })
    await expect(funnelOf(log, { by: ['colour'] })).rejects.toMatchObject({ code: 'mapping.headerNotFound' })
    const products = await textTable(sampleFile('en', 'products'), {})
    await expect(funnelOf(log, { joined: [products] })).rejects.toMatchObject({ code: 'mapping.nothingToJoin' })
  })

  it('one row is a funnel of one', async () => {
    const funnel = await funnelOf('id,stage,created date,close date\n1,Won,2024-02-01,2024-01-01\n')
    expect(funnel).toMatchObject({ cases: 1, outcomes: { won: 1, rate: 1 }, faults: { backwards: 1 } })
    expect(funnel.outcomes?.medianDaysToWin).toBeNull()
  })
})
