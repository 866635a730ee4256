import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { importRecords } from '../../imports/index.ts'
import { analysedContracts } from '../contracts/contract-churn.ts'
import { measuredFiles } from '../measured-files.fixture.ts'
import { accountRecords } from './account-records.ts'
import { currentChurnImports, importedRecords } from './imported-records.ts'
import { textTable } from './text-table.ts'
import { ticketRecords } from './ticket-records.ts'

let opened: TestWarehouse
beforeAll(async () => {
  opened = await openTestWarehouse(inject('cluster'))
})
afterAll(() => opened.close())

const locale = 'zh-CN'
const terms = { horizonMonths: 6, listed: 200 }

async function imported(kind: 'contracts' | 'tickets', path: string): Promise<void> {
  const asked = { source: '', settings: {}, origin: null, acceptDrift: false, isPreview: false, locale } as const
  await importRecords(opened.warehouse, { ...asked, kind, paths: [path] })
}

test('contracts and tickets of a workspace tell what the files they came from tell', async () => {
  const { warehouse } = opened
  const asOf = '2025-07-01'
  const { scope } = await measuredFiles(warehouse, [sampleFile(locale, 'sales')], { asOf })
  const asked = async (factors: string[] = []) =>
    importedRecords(warehouse, { ...scope, ...terms, locale, factors, imports: await currentChurnImports(warehouse) })
  const nothing = await asked()
  await expect(asked(['x'])).rejects.toMatchObject({ code: 'argument.invalid', details: { argument: '--factors' } })
  expect(nothing).toEqual({ events: { complaints: null, contractEnds: null }, reasons: new Map(), contracts: null })

  const files = { contracts: sampleFile(locale, 'contracts'), tickets: sampleFile(locale, 'tickets') }
  await imported('contracts', files.contracts)
  await imported('tickets', files.tickets)
  const found = await asked()
  const { churn, subjects } = analysedContracts(await textTable(files.contracts, {}), {
    ...terms,
    asOf: dayFromIso(asOf),
    factors: [],
  })
  const tickets = ticketRecords(await textTable(files.tickets, {})).filter(({ day }) => day < dayFromIso(asOf))
  const told = await accountRecords(warehouse, { ...scope, contracts: subjects, tickets })
  expect(found.events.complaints?.size).toBeGreaterThan(50)
  expect(found.events.contractEnds?.size).toBeGreaterThan(50)
  const sorted = (days: ReadonlyMap<bigint, readonly number[]> | null) =>
    new Map([...(days ?? [])].map(([key, each]) => [key, each.toSorted((a, b) => a - b)]))
  expect(sorted(found.events.complaints)).toEqual(sorted(told.events.complaints))
  expect(found.events.contractEnds).toEqual(told.events.contractEnds)
  const { contracts, running, ended, rate, renewals } = churn
  expect(found.contracts).toMatchObject({ contracts, running, ended, rate, renewals })

  const t = translator(locale)
  const [amount, kind] = [t('imports.field.yearlyAmount'), t('imports.kind.contracts')]
  await expect(asked(['x'])).rejects.toMatchObject({
    code: 'mapping.headerNotFound',
    details: { header: 'x', file: kind, headers: expect.stringContaining(amount) },
  })
  expect((await asked([amount])).contracts?.factors.map(({ column }) => column)).toEqual([amount])
})
