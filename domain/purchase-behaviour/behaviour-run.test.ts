import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import type { PurchaseBehaviour } from '@vitalfew/contract/behaviour-run.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '../imports/index.ts'
import { dataExtent } from '../metrics/index.ts'
import { behaviourRun } from './behaviour-run.ts'

const onlineRetail = join(import.meta.dirname, '../../../shared/data/online-retail/online_retail.csv.gz')

/** Imports a file into a warehouse of its own and says how its accounts buy. */
async function behaviourOf(path: string, asOf: string) {
  const opened = await openTestWarehouse(undefined)
  const { signal } = new AbortController()
  const plans = await planSalesFiles({ paths: [path], overrides: {}, signal })
  await importSalesFiles(opened.warehouse, {
    plans,
    dropDuplicates: false,
    signal,
    onLeftOut: () => Promise.resolve(),
    onProgress: () => undefined,
  })
  return { opened, run: () => runOn(opened.warehouse, asOf) }
}

async function runOn(
  warehouse: Warehouse,
  asOf: string,
  calendar: readonly CalendarDays[] = [],
): Promise<PurchaseBehaviour> {
  const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
  const [extent] = await warehouse.rows(dataExtent, { imports, before: asOf })
  const scope = { imports, membershipSequence: 0, asOf }
  return behaviourRun(warehouse, {
    scope,
    calendar,
    currency: 'CNY',
    dataStart: extent?.firstDay ?? asOf,
    locale: 'zh-CN',
  })
}

describe('the sample company', () => {
  let opened: TestWarehouse
  let behaviour: PurchaseBehaviour
  let again: PurchaseBehaviour

  beforeAll(async () => {
    const found = await behaviourOf(sampleFile('zh-CN', 'sales'), '2026-01-01')
    opened = found.opened
    behaviour = await found.run()
    again = await found.run()
  }, 120_000)
  afterAll(() => opened.close())

  it('says the same twice', () => {
    expect(again).toEqual(behaviour)
  })

  it('counts every account that ever bought in one cohort, and its money once', () => {
    const { cohorts } = behaviour
    const accounts = cohorts?.cohorts.reduce((sum, cohort) => sum + cohort.accounts, 0)
    expect(accounts).toBe(behaviour.cycle?.accounts)
    for (const cohort of cohorts?.cohorts ?? []) {
      expect(cohort.cells[0]?.retention).toBe(1)
      for (const { lower, retention, upper } of cohort.cells) {
        expect(lower).toBeLessThanOrEqual(retention)
        expect(upper).toBeGreaterThanOrEqual(retention)
      }
    }
  })

  it('offers nobody what it buys, and takes its evidence from those who buy it', () => {
    expect(behaviour.whitespace?.offers.length).toBeGreaterThan(20)
    for (const offer of behaviour.whitespace?.offers ?? []) {
      expect(offer.buyers / offer.peers).toBeGreaterThan(offer.usualShare)
      expect(offer.evidence.length).toBeGreaterThan(0)
      expect(offer.evidence).not.toContain(offer.accountName)
    }
  })

  it('forecasts by month better than repeating last year, with limits around what it expects', () => {
    const { forecast } = behaviour
    expect(forecast?.comparison.error).toBeLessThan(forecast?.comparison.seasonalNaiveError ?? 0)
    expect(forecast?.series[0]?.forecast.map(({ month }) => month)[0]).toBe('2026-01-01')
    for (const { forecast: months } of forecast?.series ?? []) {
      for (const { lower95, lower80, mean, upper80, upper95 } of months) {
        const sorted = [lower95, lower80, mean, upper80, upper95]
        expect(sorted).toEqual(sorted.toSorted((one, other) => one - other))
      }
    }
  })
})

describe.skipIf(!existsSync(onlineRetail))('Online Retail', () => {
  it('takes a bounded time and gives the retention that counting by hand gives', async () => {
    const { opened, run } = await behaviourOf(onlineRetail, '2011-12-10')
    const before = process.cpuUsage()
    const behaviour = await run()
    const { user, system } = process.cpuUsage(before)
    await opened.close()
    // 885 customers bought first in December 2010, 324 of them again in January.
    expect(behaviour.cohorts?.cohorts[0]).toMatchObject({ cohort: '2010-12-01', accounts: 885 })
    expect(behaviour.cohorts?.cohorts[0]?.cells[1]).toMatchObject({ active: 324 })
    expect(behaviour.affinity?.rules.length).toBe(60)
    expect((user + system) / 1e6).toBeLessThan(4)
    process.stderr.write(`behaviour of Online Retail: ${((user + system) / 1e6).toFixed(2)} s of the processor\n`)
  }, 120_000)
})

it('knows the calendar of the company', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar '))
  const path = join(folder, 'sales.csv')
  const days = Array.from({ length: 300 }, (_, index) => isoFromDay(20_000 + index))
  writeFileSync(path, ['客户,日期,金额', ...days.map((day, index) => `C${index % 7},${day},100`)].join('\n'))
  const { opened } = await behaviourOf(path, '2025-08-01')
  const own = { name: '盘点', from: '2025-06-02', to: '2025-06-04', isWorked: false }
  const plain = await runOn(opened.warehouse, '2025-08-01')
  const told = await runOn(opened.warehouse, '2025-08-01', [own])
  await opened.close()
  rmSync(folder, { recursive: true })
  const names = ({ cycle }: PurchaseBehaviour) => cycle?.calendar.festivals.map(({ name }) => name)
  expect(names(plain)).not.toContain('盘点')
  expect(names(told)).toContain('盘点')
}, 120_000)

it('nothing at all is nothing, not an error', async () => {
  const opened = await openTestWarehouse(undefined)
  const behaviour = await runOn(opened.warehouse, '2024-01-01')
  await opened.close()
  expect(Object.values(behaviour)).toEqual(Array.from({ length: 8 }, () => null))
})
