import type { CheckResult } from '@vitalfew/contract/quality.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BatchWarehouse, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { checkNames } from './checks/check-names.ts'
import { type Examined, examineQuality } from './examine-quality.ts'
import { type Fault, plantedFaults } from './planted-faults.fixture.ts'
import { line, plant, type PlantedLine, soundYear, summaryOf } from './quality-warehouse.fixture.ts'
import { importFindings } from './whole/import-findings.ts'
import { writeStep } from './steps/step-log.query.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

beforeEach(async () => {
  for (const table of [
    'sales_line',
    'membership',
    'quality_step',
    'import_event',
    'account_record',
    'product',
    'exchange_rate',
  ]) {
    await opened.warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
  }
})

const faults = plantedFaults

/** Checks that need other days than a whole sound year. */
const withoutMonth = (months: readonly string[]) => (item: PlantedLine) => !months.includes(item.day.slice(0, 7))

async function examine(
  fault: Fault = { rows: 0 },
  options: { readonly check?: string; readonly today?: string } = {},
): Promise<Examined> {
  const { check = '' } = options
  let sound = soundYear(120, fault.setting)
  if (check === 'missingMonths') sound = sound.filter(withoutMonth(['2024-05']))
  if (check === 'volumeDrop') sound = sound.filter((item, index) => !item.day.startsWith('2024-05') || index % 10 === 0)
  if (check === 'regionSilent') {
    sound = sound.map((item) => (item.day.startsWith('2024-05') ? { ...item, region: '华北' } : item))
  }
  const imports = [{ id: 1, summary: summaryOf(fault.second === undefined ? fault.summary : {}) }]
  await plant(opened.warehouse, { lines: [...sound, ...(check === 'missingMonths' ? [] : (fault.lines ?? []))] })
  if (fault.second !== undefined) {
    imports.push({ id: 2, summary: summaryOf({ file: 'second.csv', ...fault.summary }) })
    await plant(opened.warehouse, { lines: fault.second, importId: 2 })
  }
  const today = options.today ?? (check === 'stale' ? '2025-06-02' : '2025-01-15')
  return examineQuality(opened.warehouse, {
    imports,
    asOf: check === 'futureDate' ? '2026-01-01' : '2025-01-01',
    today,
    membershipSequence: 0,
  })
}

const found = ({ checks }: Examined, name: string): CheckResult | undefined =>
  checks.find(({ check }) => check === name)

test('of sound data no check finds anything, and every check has an answer', async () => {
  const examined = await examine()
  expect(examined.score).toBe(1)
  expect(examined.checks.filter(({ state }) => state !== 'clean' && state !== 'notApplicable')).toEqual([])
  expect(examined.checks.map(({ check }) => check).toSorted()).toEqual([...checkNames].toSorted())
})

/** Faults of one line that have nothing to do with each other: planted together, each with a customer of its own. */
const single = (
  'totalAsLine testCustomer internalCustomer walkInCustomer relatedCustomer mojibake ' +
  'swallowedRows codeDamaged formulaError personalData oddSigns zeroAmount ' +
  'futureDate earlyDate negativeSale quantityNotPositive cancelled genericCode ' +
  'mixedCurrency currencyMissing'
).split(' ')

/** Faults of reading: no line tells of them. */
const ofReading = Object.keys(faults).filter(
  (name) => faults[name]?.summary !== undefined && faults[name].second === undefined,
)

test('faults of single lines are found side by side, each with its row, its money and an example', async () => {
  const lines = single.flatMap((name, index) =>
    (faults[name]?.lines ?? []).map((item) => ({
      ...item,
      customer: item.customer === 'C001' ? `C9${index}` : item.customer,
      customerName: item.customerName === '远山食品有限公司' ? '' : item.customerName,
    })),
  )
  const examined = await examine({ lines, rows: 0 }, { check: 'futureDate' })
  const told = single.map((name) => {
    const { state, rows, amount, examples } = found(examined, name) ?? {}
    return [name, state, rows, Math.round(amount ?? -1), examples?.length]
  })
  expect(told).toEqual(single.map((name) => [name, 'open', 1, faults[name]?.amount, 1]))
})

test.each(ofReading)('%s is told by the reading of the file alone', (name) => {
  const { summary = {}, rows = 0, amount = 0 } = faults[name] ?? {}
  const finding = importFindings([{ id: 1, summary: summaryOf(summary) }]).find(({ check }) => check === name)
  expect(finding?.places).toEqual([{ importId: 1, rows, amount }])
  expect(finding?.examples).toHaveLength(1)
})

const byThemselves = Object.keys(faults).filter((name) => !single.includes(name) && !ofReading.includes(name))

test.each(byThemselves)('%s is found where it was planted, with its rows, its money and an example', async (name) => {
  const fault = faults[name] ?? { rows: 0 }
  const result = found(await examine(fault, { check: name }), name)
  expect(result).toMatchObject({ state: 'open', rows: fault.rows })
  expect(result?.amount).toBeCloseTo(fault.amount ?? result?.amount ?? -1, 6)
  expect(result?.examples.length ?? 0).toBeGreaterThanOrEqual(result?.isListed === true ? Math.min(5, fault.rows) : 0)
})

test('every check is planted somewhere', () => {
  const elsewhere = [
    'controlTotal',
    'accountUnknown',
    'productUnknown',
    'rateMissing',
    'contactInvalid',
    'contactGeneric',
  ]
  expect([...Object.keys(faults), ...elsewhere].toSorted()).toEqual([...checkNames].toSorted())
})

test('a line that several grave checks doubt lowers the score once', async () => {
  const { score, amount, affected } = await examine({
    lines: [line({ customer: '测试客户', customerName: '', currency: 'USD', orderNumber: '1E+17' })],
    rows: 0,
  })
  expect(affected).toBe(100)
  expect(score).toBeCloseTo(1 - 100 / amount, 12)
})

test('customers that were merged are one: neither their name nor their code is in doubt', async () => {
  const both = faults['creditCodeShared'] ?? { rows: 0 }
  await opened.warehouse.command(
    "INSERT INTO membership (sequence, customer_key, account_key, at) VALUES (1, cityHash64('C002'), cityHash64('C001'), now64(3))",
    'merge',
  )
  await plant(opened.warehouse, { lines: [...soundYear(), ...(both.lines ?? [])] })
  const request = { imports: [{ id: 1, summary: summaryOf() }], asOf: '2025-01-01', today: '2025-01-15' }
  const before = await examineQuality(opened.warehouse, { ...request, membershipSequence: 0 })
  const after = await examineQuality(opened.warehouse, { ...request, membershipSequence: 1 })
  expect([found(before, 'creditCodeShared')?.state, found(after, 'creditCodeShared')?.state]).toEqual(['open', 'clean'])
})

test('figures from elsewhere are compared in all, by month and by department', async () => {
  const sound = soundYear(120, { department: '一部' })
  const revenue = sound.reduce((sum, { netRevenue }) => sum + netRevenue, 0)
  const march = sound.filter(({ day }) => day.startsWith('2024-03')).length
  const control = (measure: 'netRevenue' | 'rows', value: number, month: string | null, department: string | null) => ({
    measure,
    value,
    month,
    department,
  })
  await writeStep(opened.warehouse, {
    sequence: 1,
    at: new Date().toISOString(),
    token: 'one',
    author: '王敏',
    reason: '',
    action: 'control',
    check: 'controlTotal',
    source: '',
    undoes: 0,
    rule: {
      controls: [
        control('netRevenue', revenue + 250, null, null),
        control('rows', march, '2024-03', null),
        control('rows', 120, null, '一部'),
        control('rows', 5, '2019-01', '没有的部门'),
      ],
    },
  })
  const examined = await examine({ setting: { department: '一部' }, rows: 0 })
  expect(examined.controls.map(({ difference }) => Math.round(difference))).toEqual([-250, 0, 0, -5])
  expect(found(examined, 'controlTotal')).toMatchObject({ state: 'open', rows: 2, amount: expect.closeTo(250, 3) })
  expect(examined.affected).toBeCloseTo(250, 3)
})

test('records beside the sales tell who and what they do not know, and which of their contacts cannot be', async () => {
  const { warehouse } = opened
  const kinds = ['accounts', 'contacts', 'products', 'rates']
  for (const [index, kind] of kinds.entries()) {
    await warehouse.command(
      `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary, kind)
        VALUES (${11 + index}, 1, 'committed', now64(3), '${kind}.csv', '', '', '${kind}')`,
      'declare',
    )
  }
  await warehouse.command(
    `INSERT INTO account_record (import_id, row, customer_key, customer, phone, email) SELECT 11, number,
      cityHash64(concat('C1', leftPad(toString(number), 2, '0'))), concat('C1', leftPad(toString(number), 2, '0')),
      ['021-62345678', '13912345678', '12', '13800138000'][1 + number % 4], ['a@b.cn', 'a.b.cn'][1 + (number = 5)]
      FROM numbers(12)`,
    'accounts',
  )
  await warehouse.command("INSERT INTO product (import_id, row, product) VALUES (13, 1, 'P1')", 'products')
  await warehouse.command(
    `INSERT INTO exchange_rate (import_id, row, currency, into_currency, day, rate)
      VALUES (14, 1, 'USD', 'CNY', '2024-06-01', 7.2)`,
    'rates',
  )
  const lines = [
    line({ customer: 'new', customerName: '', product: 'P2', netRevenue: 70 }),
    line({ customer: 'C100', product: 'P1', currency: 'USD', day: '2024-05-31', netRevenue: 30 }),
    line({ customer: 'C100', product: 'P1', currency: 'USD', day: '2024-06-01', netRevenue: 31 }),
  ]
  const examined = await examine({ lines, rows: 0 })
  const told = ['accountUnknown', 'productUnknown', 'rateMissing', 'contactInvalid', 'contactGeneric'].map((name) => {
    const { state, rows, amount } = found(examined, name) ?? {}
    return [name, state, rows, amount]
  })
  expect(told).toEqual([
    ['accountUnknown', 'open', 1, 70],
    ['productUnknown', 'open', 1, 70],
    ['rateMissing', 'open', 1, 30],
    ['contactInvalid', 'open', 4, 0],
    ['contactGeneric', 'open', 3, 0],
  ])
})

test('without a single line there is nothing to say', async () => {
  const nothing = await examineQuality(opened.warehouse, {
    imports: [],
    asOf: '2025-01-01',
    today: '2025-01-15',
    membershipSequence: 0,
  })
  expect(nothing).toMatchObject({ score: 0, amount: 0, affected: 0, imports: [] })
})
