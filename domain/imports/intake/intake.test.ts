import { recordKinds } from '@vitalfew/contract/record-kinds.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importTables } from '../commit/import-log.query.ts'
import { restoreImport, withdrawImport } from '../commit/withdraw-import.ts'
import { costsByAccount } from '../costs/contribution.query.ts'
import { currentRecords } from '../kinds/current-records.query.ts'
import { columnOf } from '../kinds/record-kind.ts'
import { recordKindDefinitions } from '../kinds/record-kinds.ts'
import { importLog } from '../log/import-log.ts'
import { intakeFolder, salesThatCount } from './taken-in.fixture.ts'

let opened: TestWarehouse
const { take, remove } = intakeFolder(() => opened.warehouse)

beforeAll(async () => {
  opened = await openTestWarehouse(undefined)
})

afterAll(async () => {
  await opened.close()
  remove()
})

const header = 'Order No,Order Date,Customer Code,Customer Name,Product Code,Quantity,Amount'

function sales(...rows: string[]): string {
  return `${[header, ...rows].join('\n')}\n`
}

describe('periods of sales', () => {
  const january = sales('1,2025-01-05,C1,Alder,P1,2,100', '2,2025-01-20,C2,Birch,P2,1,50')
  const both = sales('2,2025-01-20,C2,Birch,P2,1,60', '3,2025-02-03,C1,Alder,P1,4,200')
  let first = 0

  test('the first file of a source is all new; the same bytes again are known', async () => {
    const report = await take('january.csv', january)
    expect(report).toMatchObject({ before: { rows: 0 }, after: { rows: 2, netRevenue: 150 } })
    expect(report.files[0]).toMatchObject({ state: 'imported', comparison: { added: 2, unknownCustomers: 2 } })
    first = report.files[0]?.id ?? 0
    expect((await take('again.csv', january)).files[0]).toMatchObject({ state: 'known', id: first })
  })

  test('an overlap is asked about, and leaves nothing behind', async () => {
    const partitions = await opened.warehouse.partitions(importTables)
    await expect(take('both.csv', both)).rejects.toMatchObject({
      code: 'import.overlap',
      details: { firstDay: '2025-01-20', imports: String(first), changed: 1, added: 1, same: 0 },
    })
    expect(await opened.warehouse.partitions(importTables)).toEqual(partitions)
  })

  test('another source does not overlap', async () => {
    const report = await take('shop.csv', sales('9,2025-01-20,C9,Oak,P1,1,9'), { source: 'shop', isPreview: true })
    expect(report.files[0]).toMatchObject({ overlaps: [], state: 'preview', id: 0 })
    expect(report.after).toMatchObject({ rows: 3, netRevenue: 159 })
    expect(await salesThatCount(opened.warehouse)).toHaveLength(2)
  })

  test.each([
    ['replace', ['C1 2025-01-05 100 - ', 'C2 2025-01-20 60 - ', 'C1 2025-02-03 200 - '], 360],
    ['append', ['C1 2025-01-05 100 - ', 'C2 2025-01-20 50 - ', 'C2 2025-01-20 60 - ', 'C1 2025-02-03 200 - '], 410],
    ['skip', ['C1 2025-01-05 100 - ', 'C2 2025-01-20 50 - ', 'C1 2025-02-03 200 - '], 350],
  ] as const)(
    '%s: what counts, what was promised, and all as before when undone',
    async (policy, lines, netRevenue) => {
      const { warehouse } = opened
      const before = await salesThatCount(warehouse)
      const promised = await take('both.csv', both, { policy, isPreview: true })
      const report = await take('both.csv', both, { policy })
      expect(promised.after).toEqual(report.after)
      expect(report.after.netRevenue).toBe(netRevenue)
      expect(await salesThatCount(warehouse)).toEqual(lines)
      const id = report.files[0]?.id ?? 0
      await withdrawImport(warehouse, id)
      expect(await salesThatCount(warehouse)).toEqual(before)
      await restoreImport(warehouse, id)
      expect(await salesThatCount(warehouse)).toEqual(lines)
      await withdrawImport(warehouse, id)
      expect(await salesThatCount(warehouse)).toEqual(before)
    },
  )

  test('what was replaced twice is put back from the last to the first', async () => {
    const { warehouse } = opened
    const before = await salesThatCount(warehouse)
    const one =
      (
        await take('one.csv', sales('5,2025-01-04,C5,Elm,P1,1,5', '6,2025-01-06,C6,Fir,P1,1,6'), {
          policy: 'replace',
          acceptDrift: true,
        })
      ).files[0]?.id ?? 0
    const between = await salesThatCount(warehouse)
    const two =
      (await take('two.csv', sales('7,2025-01-06,C7,Yew,P1,1,7'), { policy: 'replace', acceptDrift: true })).files[0]
        ?.id ?? 0
    expect(await salesThatCount(warehouse)).toEqual(['C5 2025-01-04 5 - ', 'C7 2025-01-06 7 - ', 'C2 2025-01-20 50 - '])
    await expect(withdrawImport(warehouse, one)).rejects.toMatchObject({
      code: 'import.changedSince',
      details: { later: two },
    })
    await withdrawImport(warehouse, two)
    expect(await salesThatCount(warehouse)).toEqual(between)
    await withdrawImport(warehouse, one)
    expect(await salesThatCount(warehouse)).toEqual(before)
  })
})

describe('what a source is remembered by', () => {
  const rows = (month: string, region: string) =>
    Array.from(
      { length: 30 },
      (_, index) => `2025-${month}-${String(1 + (index % 28)).padStart(2, '0')},D${index},${region},113`,
    )
  const file = (head: string, lines: string[]) => `${[head, ...lines].join('\n')}\n`
  const source = 'dealers'

  test('mapping, tax, currency and fixes are said once', async () => {
    const settings = {
      map: { customer: 'Who' },
      currency: 'CNY',
      taxIncluded: 0.13,
      fixes: [{ column: 'Region', from: 'EAST', to: 'East' }],
    }
    await take('march.csv', file('When,Who,Region,Amount', rows('03', 'EAST')), { source, settings, acceptDrift: true })
    const next = await take('april.csv', file('When,Who,Region,Amount', rows('04', 'EAST')), { source })
    expect(next.files[0]).toMatchObject({ drift: [], extent: { netRevenue: 3000, currencies: ['CNY'] } })
    const [entry] = await importLog(opened.warehouse)
    expect(entry?.detail?.settings).toEqual(settings)
  })

  test('a renamed column, a changed type and far fewer rows are told before anything counts', async () => {
    const count = (await importLog(opened.warehouse)).length
    const changed = file('When,Who,Region,Sum', rows('05', 'EAST'))
    await expect(take('may.csv', changed, { source })).rejects.toMatchObject({
      code: 'import.drift',
      details: { source, findings: 'column "Amount" is now "Sum"' },
    })
    await expect(
      take(
        'may.csv',
        file(
          'When,Who,Region,Amount',
          rows('05', 'EAST').filter((_, index) => index % 13 === 1),
        ),
        { source },
      ),
    ).rejects.toMatchObject({
      details: { findings: 'far more or fewer rows than usual (3 instead of about 29)' },
    })
    expect(await importLog(opened.warehouse)).toHaveLength(count)
    const accepted = await take('may.csv', changed, { source, acceptDrift: true })
    expect(accepted.files[0]?.drift).toMatchObject([{ kind: 'columnRenamed', isSerious: true }])
  })

  test('money is turned by the last rate of its day; profit comes from the cost of its product', async () => {
    await take('rates.csv', 'Currency,Date,Rate\nUSD,2025-01-01,7\nUSD,2025-06-01,8\n', { kind: 'rates' })
    await take('products.csv', 'Product Code,Standard Cost\nP1,10\n', { kind: 'products' })
    const lines = [
      'Order Date,Customer Code,Product Code,Quantity,Currency,Amount',
      '2025-05-31,X1,P1,2,USD,100',
      '2025-06-02,X2,P9,2,USD,100',
      '2025-06-03,X3,P1,2,CNY,100',
      '2025-06-03,X4,P1,1,EUR,100',
    ]
    const report = await take('export.csv', `${lines.join('\n')}\n`, { source: 'export', settings: { into: 'CNY' } })
    expect(report.files[0]).toMatchObject({ converted: 2, withoutRate: 1, profitFromProducts: 3 })
    expect((await salesThatCount(opened.warehouse)).filter((line) => line.startsWith('X'))).toEqual([
      'X1 2025-05-31 700 680 CNY',
      'X2 2025-06-02 800 - CNY',
      'X3 2025-06-03 100 80 CNY',
      'X4 2025-06-03 100 90 EUR',
    ])
  })
})

test('the worked example of the guide: tax off, into another currency, profit by the cost of the product', async () => {
  await take('guide-rates.csv', 'Currency,Date,Rate\nHKD,2025-05-01,7\n', { kind: 'rates', source: 'guide' })
  await take('guide-products.csv', 'Product Code,Unit Cost\nG1,300\n', { kind: 'products', source: 'guide' })
  const file = 'Order Date,Customer Code,Product Code,Quantity,Currency,Amount\n2025-05-10,G,G1,2,HKD,113\n'
  await take('guide.csv', file, { source: 'guide', settings: { into: 'CNY', taxIncluded: 0.13 } })
  expect(await salesThatCount(opened.warehouse)).toContain('G 2025-05-10 700 100 CNY')
})

describe('records', () => {
  test('products that come after sales give them their profit, and take it with them when undone', async () => {
    const { warehouse } = opened
    const file =
      'Order Date,Customer Code,Product Code,Quantity,Amount\n2025-01-02,Y1,LATE,-2,-30\n2025-01-03,Y2,LATE,2,30\n'
    await take('late.csv', file, { source: 'late' })
    const before = await salesThatCount(warehouse)
    const report = await take('late-products.csv', 'Product Code,Standard Cost\nLATE,4.5\n', { kind: 'products' })
    expect(report.files[0]).toMatchObject({ profitFromProducts: 2 })
    const lines = (await salesThatCount(warehouse)).filter((line) => line.startsWith('Y'))
    expect(lines).toEqual(['Y1 2025-01-02 -30 -21 ', 'Y2 2025-01-03 30 21 '])
    expect((await take('late.csv', file, { source: 'late' })).files[0]).toMatchObject({ state: 'known' })
    await withdrawImport(warehouse, report.files[0]?.id ?? 0)
    expect(await salesThatCount(warehouse)).toEqual(before)
  })

  test('what an account costs is what it cost to serve it and to wait for its money', async () => {
    const text =
      '客户编码,月份,费用金额,应收余额\nC1,2025-01,100,1200\nC1,2025-02,50,2400\nC2,2025-01,7,\nC1,2026-01,999,999\n'
    const report = await take('costs.csv', text, { kind: 'costs' })
    const imports = [report.files[0]?.id ?? 0]
    const asked = { imports, membershipSequence: 0, asOf: '2025-12-31', capitalRate: 0.06, currency: 'CNY' }
    const found = await opened.warehouse.rows(costsByAccount, asked)
    const days = { firstDay: '2025-01-01', lastDay: '2025-01-01' }
    const unpaid = { costOfReceivables: 0, receivables: 0, overdueReceivables: 0, ...days }
    expect(
      found.map(({ accountKey: _key, ...costs }) => costs).toSorted((a, b) => b.costToServe - a.costToServe),
    ).toEqual([
      { ...unpaid, costToServe: 150, costOfReceivables: 18, receivables: 2400, lastDay: '2025-02-01' },
      { ...unpaid, costToServe: 7 },
    ])
  })

  test('the newest row of a key counts, and undoing brings the earlier one back', async () => {
    const contact = (title: string) => `Contact Code,Customer Code,Name,Title,Has Left\nK1,C1,Ann,${title},no\n`
    const titles = async () =>
      (await currentRecords(opened.warehouse, 'contacts'))
        .filter(({ contact: code }) => code === 'K1')
        .map(({ title }) => title)
    await take('contacts-1.csv', contact('Buyer'), { kind: 'contacts' })
    const report = await take('contacts-2.csv', contact('Director'), { kind: 'contacts' })
    expect(report.files[0]).toMatchObject({ comparison: { changed: 1, added: 0, unknownCustomers: 0 } })
    expect(await titles()).toEqual(['Director'])
    const skipped = await take('contacts-3.csv', contact('Boss'), { kind: 'contacts', policy: 'skip' })
    expect(skipped.files[0]?.extent.rows).toBe(0)
    await withdrawImport(opened.warehouse, report.files[0]?.id ?? 0)
    expect(await titles()).toEqual(['Buyer'])
    const appended = take('contacts-4.csv', contact('Chief'), { kind: 'contacts', policy: 'append' })
    await expect(appended).rejects.toMatchObject({ code: 'import.notAppendable' })
  })

  test('a file that knows customers by name is attached to the keys of sales', async () => {
    await take('surveys.csv', '客户名称,填写日期,得分\nAlder,2025-03-01,9\n不认识的公司,2025-03-02,8\n', {
      kind: 'surveys',
    })
    const answers = await currentRecords(opened.warehouse, 'surveys')
    expect(answers.map(({ customer, score }) => [customer, score])).toEqual([
      ['C1', 9],
      ['不认识的公司', 8],
    ])
  })

  test('a needed value that is missing rejects the row, any other that cannot be read is left empty', async () => {
    const text =
      '客户编码,客户名称,提交时间,满意度\nC1,甲,2025-02-30,5\nC2,乙,2025-03-01 下午3:05,好\n,,2025-03-01,5\n合计,,,10\n'
    const report = await take('tickets.csv', text, { kind: 'tickets' })
    expect(report.files[0]).toMatchObject({ rows: 4, accepted: 1, rejected: 2, setAside: 1 })
    const [ticket] = (await currentRecords(opened.warehouse, 'tickets')).filter(({ customer }) => customer === 'C2')
    expect(ticket).toMatchObject({ opened_at: '2025-03-01T15:05:00Z', satisfaction: null })
  })
})

describe('every kind', () => {
  const values = {
    text: 'T1',
    label: 'L1',
    day: '2025-03-04',
    instant: '2025-03-04 05:06',
    figure: '7.5',
    share: '12%',
    flag: 'yes',
  }

  test.each(recordKinds)('%s: each field goes by its first name into the column of its table', async (kind) => {
    const { fields, keys } = recordKindDefinitions[kind]
    const headers = Object.values(fields).map(({ names }) => names[0]?.[1].split(' ')[0] ?? '')
    const cells = Object.values(fields).map(({ type }) => values[type])
    const map = Object.fromEntries(Object.keys(fields).map((field, index) => [field, headers[index] ?? '']))
    const given = { kind, source: `every ${kind}`, settings: { map } }
    const file = `${headers.join(',')}\n${cells.join(',')}\n`
    const report = await take(`${kind}.csv`, file, given)
    expect(report.files[0]).toMatchObject({ accepted: 1, comparison: { added: 1 } })
    const id = report.files[0]?.id
    const [record] = (await currentRecords(opened.warehouse, kind)).filter(({ import_id: of }) => of === id)
    const kept = { ...values, instant: '2025-03-04T05:06:00Z', figure: 7.5, share: 0.12, flag: 1 }
    const columns = Object.entries(fields).map(([field, { type }]) => [columnOf(field), kept[type]])
    expect(record).toMatchObject(Object.fromEntries(columns))
    const again = await take(`${kind}-again.csv`, `${file}\n`, { ...given, isPreview: true })
    expect(again.files[0]).toMatchObject({
      comparison: { same: 1, added: 0 },
      overlaps: keys.length > 0 ? [] : [{ id }],
    })
  })
})
