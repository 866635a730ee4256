import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { QualityReport } from '@vitalfew/contract/quality.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { currentSalesImports, importSalesFiles, planSalesFiles, withdrawImport } from '../imports/index.ts'
import { type BatchWarehouse, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { applySteps, type AskedStep, changeQuality, listDoubtfulLines, qualityReport, readControls } from './index.ts'

let opened: BatchWarehouse
let folder: string
const today = '2025-01-15'

beforeAll(async () => {
  opened = await openBatchWarehouse()
  folder = await mkdtemp(join(tmpdir(), 'quality-'))
})

afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true })
})

const tables = ['sales_line', 'import_event', 'quality_step', 'quality_application', 'quality_mark', 'quality_score']

beforeEach(async () => {
  for (const table of tables) await opened.warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
})

const header = '订单号,日期,客户编号,客户名称,金额,数量,区域'

async function take(file: string, rows: readonly string[], head = header): Promise<void> {
  const path = join(folder, file)
  writeFileSync(path, `${head}\n${rows.join('\n')}\n`)
  await importSalesFiles(opened.warehouse, {
    plans: await planSalesFiles({ paths: [path] }),
    onLeftOut: () => Promise.resolve(),
  })
}

let asked = 0
function step(given: Partial<AskedStep>) {
  asked += 1
  const usual = { action: 'exclude', check: 'duplicateLine', rule: {}, author: '王敏', reason: '核实过' } as const
  return changeQuality(opened.warehouse, { asked: { ...usual, token: `token ${asked}`, ...given }, today })
}

const report = (): Promise<QualityReport> => qualityReport(opened.warehouse, { today })
const stateOf = ({ checks }: QualityReport, name: string) => checks.find(({ check }) => check === name)?.state

const AnyImports = z.object({ imports: z.array(z.int()) })
const AnyRow = z.unknown()

/** Everything that is to be read now, as text. */
async function facts(): Promise<string> {
  const imports = (await currentSalesImports(opened.warehouse)).map(({ id }) => id)
  const query = {
    name: 'all-lines',
    parameters: AnyImports,
    row: AnyRow,
    sql: `SELECT row, customer, kind, toString(net_revenue) AS amount, region, customer_key = cityHash64(customer) AS is_keyed
      FROM sales_line WHERE import_id IN {imports:Array(UInt32)} ORDER BY row, customer`,
  }
  return text(await opened.warehouse.bytes(query, { parameters: { imports }, format: 'CSV' }))
}

const march = [
  'S1,2024-03-01,C01,云帆,100,1,华东',
  'S1,2024-03-01,C01,云帆,100,1,华东',
  'S2,2024-03-02,C02,远山,200,2,华东',
  'S3,2024-03-03,T1,测试客户,50,1,华东',
  'S4,2024-03-04,C02,远山,30,-1,华东',
  'S5,2024-03-05,C03,西溪,70,1,华东 区',
]

test('fixes are applied, replayed on the next file of the source, and taken back in any order: facts as before', async () => {
  await take('march.csv', march)
  const before = await facts()

  const first = await step({})
  expect(first).toMatchObject({ sequence: 1, rows: 1, amount: 100, isUndone: false })
  await step({ check: 'testCustomer' })
  await step({ check: 'quantityNotPositive', action: 'return' })
  await step({
    check: 'spellingDrift',
    action: 'set',
    rule: { values: [{ column: 'region', from: '华东 区', to: '华东' }] },
  })
  const fixed = await report()
  for (const name of ['duplicateLine', 'testCustomer', 'quantityNotPositive', 'spellingDrift']) {
    expect([name, stateOf(fixed, name)]).toEqual([name, 'fixed'])
  }
  expect(await facts()).toBe(
    '2,"C01","sale","100","华东",1\n4,"C02","sale","200","华东",1\n6,"C02","return","-30","华东",1\n7,"C03","sale","70","华东",1\n',
  )
  expect(fixed.imports).toMatchObject([{ rows: 4, fixedBy: [1, 2, 3, 4] }])
  expect(fixed.score).toBeGreaterThan(0.99)

  await take('april.csv', [
    'S6,2024-04-01,C01,云帆,110,1,华东',
    'S6,2024-04-01,C01,云帆,110,1,华东',
    'S7,2024-04-02,C02,远山,200,2,华东 区',
  ])
  expect(await applySteps(opened.warehouse, today)).toBeGreaterThan(0)
  expect(await applySteps(opened.warehouse, today)).toBe(0)
  const both = await report()
  expect(both.imports.map(({ file, rows }) => [file, rows])).toEqual([
    ['march.csv', 4],
    ['april.csv', 2],
  ])
  expect(both.steps[0]).toMatchObject({ rows: 2, amount: 210 })
  // The same file again is the same file, corrected or not.
  await take('march.csv', march)
  expect((await report()).imports).toHaveLength(2)

  const [, april] = await currentSalesImports(opened.warehouse)
  for (const undoes of [1, 3, 2, 4]) await step({ action: 'undo', undoes })
  await withdrawImport(opened.warehouse, april?.summary.corrects?.importId ?? 0)
  expect(await facts()).toBe(before)
  expect((await currentSalesImports(opened.warehouse)).map(({ id }) => id)).toEqual([1])
  await expect(step({ action: 'undo', undoes: 1 })).rejects.toMatchObject({ code: 'quality.alreadyUndone' })
  await expect(step({ action: 'undo', undoes: 99 })).rejects.toMatchObject({ code: 'quality.unknownStep' })
})

test('rows and customers can be named, money multiplied, a customer renamed; asking twice is asking once', async () => {
  await take('march.csv', march)
  await step({ check: 'outlierAmount', rule: { chosen: { importId: 1, rows: [4] } }, token: 'once' })
  await step({ check: 'outlierAmount', rule: { chosen: { importId: 1, rows: [4] } }, token: 'once' })
  expect((await report()).steps).toHaveLength(1)
  // Named by the number that the corrected copy has now.
  const [copy] = await currentSalesImports(opened.warehouse)
  await step({
    action: 'scale',
    check: 'outlierAmount',
    rule: { chosen: { importId: copy?.id ?? 0, rows: [7] }, factor: 0.0001 },
  })
  await step({
    action: 'set',
    check: 'lostZeros',
    rule: { customers: ['西溪'], values: [{ column: 'customer', from: 'C03', to: '003' }] },
  })
  expect((await facts()).split('\n').at(-2)).toBe('7,"003","sale","0.007","华东 区",1')
  expect(await facts()).not.toContain('"200"')
})

test('what is accepted no longer counts, for its source alone, and counts again when that is taken back', async () => {
  await take('march.csv', march)
  const before = await report()
  await step({ action: 'accept', check: 'duplicateLine' })
  const accepted = await report()
  expect(stateOf(accepted, 'duplicateLine')).toBe('accepted')
  expect(accepted.affected).toBeCloseTo(before.affected - 100, 6)
  await take('other.csv', ['X,2024-04-09,C01,云帆,5,1', 'X,2024-04-09,C01,云帆,5,1'], header.replace(',区域', ''))
  expect(stateOf(await report(), 'duplicateLine')).toBe('open')
  await step({ action: 'undo', undoes: 1 })
  const after = await report()
  expect(after.checks.find(({ check }) => check === 'duplicateLine')).toMatchObject({ state: 'open', rows: 2 })
  expect(after.history.length).toBeGreaterThanOrEqual(3)
})

test('what cannot be done is refused before anything is written', async () => {
  await take('march.csv', march)
  const refusals: [Partial<AskedStep>, string][] = [
    [{ check: 'notInvented' }, 'quality.unknownCheck'],
    [{ check: 'missingMonths' }, 'quality.notFixable'],
    [{ action: 'set' }, 'quality.ruleMissing'],
    [{ action: 'scale' }, 'quality.ruleMissing'],
    [{ action: 'control', rule: {} }, 'quality.ruleMissing'],
    [{ rule: { chosen: { importId: 77, rows: [1] } } }, 'import.notFound'],
  ]
  for (const [given, code] of refusals) await expect(step(given)).rejects.toMatchObject({ code })
  expect((await report()).steps).toEqual([])
})

test('every line of a finding is listed with all its doubts, and no cell runs as a formula', async () => {
  await take('march.csv', [...march, "S9,2024-03-09,C09,'=1+1,80,1,华东", "S9,2024-03-09,C09,'=1+1,80,1,华东"])
  const list = await text(await listDoubtfulLines(opened.warehouse, { check: 'duplicateLine', today, locale: 'zh-CN' }))
  const lines = list.trimEnd().split('\n')
  expect(lines[0]).toContain('文件,行号,客户,客户名称,日期,订单号')
  expect(lines.slice(1).map((row) => row.split(',').slice(0, 3).join())).toEqual([
    '"march.csv",3,"C01"',
    '"march.csv",9,"C09"',
  ])
  expect(lines[2]).toContain(`"'=1+1"`)
  expect(lines[1]).toContain('duplicateLine')
  const request = { today, locale: 'en' } as const
  await expect(listDoubtfulLines(opened.warehouse, { ...request, check: 'stale' })).rejects.toMatchObject({
    code: 'quality.notListed',
  })
})

test('control totals are read from the command line and from a file by month and department', async () => {
  expect(await readControls('净收入=1,250.50，rows=12')).toEqual([
    { measure: 'netRevenue', month: null, department: null, value: 1250.5 },
    { measure: 'rows', month: null, department: null, value: 12 },
  ])
  await expect(readControls('nonsense=1')).rejects.toMatchObject({ code: 'argument.invalid' })
  const path = join(folder, 'ledger.csv')
  writeFileSync(path, '月份,部门,金额\n2024年3月,一部,1200\n2024-04,一部,\n合计,,1200\n')
  expect(await readControls(path)).toEqual([
    { measure: 'netRevenue', month: '2024-03', department: '一部', value: 1200 },
  ])
  writeFileSync(path, 'a,b\n1,2\n')
  await expect(readControls(path)).rejects.toMatchObject({ code: 'quality.controlColumns' })
})
