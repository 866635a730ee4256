import { Readable } from 'node:stream'
import { readFile } from 'node:fs/promises'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { listAccounts, getAccount, runNamed } from '../accounts/index.ts'
import { previewFile } from '../imports/index.ts'
import { getOverview } from '../overview/index.ts'
import { verifyAudit } from '../audit/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from './analysed-company.fixture.ts'
import { madeLines, salesCsv } from './company-sales.fixture.ts'
import { changeImport, listImports, planImport, rejectedPath, startImport, takeUpload } from './index.ts'
import { harmlessName } from './uploads/upload-paths.ts'

const everything = { page: 1, pageSize: 200, sort: [], withMonths: true }
let company: Company
beforeAll(async () => {
  company = await openCompany()
}, 120_000)
afterAll(() => company.close())

const plan = (reading: Parameters<typeof planImport>[2]) =>
  planImport(administrator, { ...company.sources, previewFile }, reading)

/** Every table that pages are made from, byte for byte. */
async function figures(): Promise<string[]> {
  const { run_id: runId } = await runNamed(company.database)
  const tables = ['account_row', 'account_metrics', 'account_score', 'account_churn', 'account_value', 'account_scope']
  return Promise.all(
    tables.map(async (table) => {
      const parameters = z.object({ runId: z.string() })
      const sql = `SELECT * EXCEPT (run_id) FROM ${table} WHERE run_id = {runId:String} ORDER BY ALL`
      const query = defineQuery({ name: `all-of-${table}`, parameters, row: z.unknown(), sql })
      const bytes = await company.warehouse.bytes(query, { parameters: { runId }, format: 'CSVWithNames' })
      return (await bytes.setEncoding('utf8').toArray()).join('')
    }),
  )
}

it('an import undone leaves every figure as before, put back makes them as after', async () => {
  const { sources } = company
  const lines = madeLines(24)
  const first = await sendFile(company, '一月.csv', salesCsv(lines.filter(({ day }) => day < '2024-06-01')))
  const one = await startImport(administrator, sources, { files: [{ uploadId: first.id }] })
  const { imports = [] } = await finishJob(company, one.jobId)
  const before = await figures()
  const shown = await listAccounts(administrator, sources, everything)
  const second = await sendFile(company, '二月.csv', salesCsv(lines.filter(({ day }) => day >= '2024-06-01')))
  const two = await startImport(administrator, sources, { files: [{ uploadId: second.id }] })
  const { imports: added = [] } = await finishJob(company, two.jobId)
  const after = await figures()
  expect(after).not.toEqual(before)
  const importId = added[0] ?? 0
  await finishJob(company, (await changeImport(administrator, sources, { importId, action: 'withdraw' })).jobId)
  expect(await figures()).toEqual(before)
  expect((await listAccounts(administrator, sources, everything)).rows).toEqual(shown.rows)
  const history = await listImports(administrator, sources, { page: 1, pageSize: 10 })
  expect(history.rows.map(({ id, state, canRedo }) => [id, state, canRedo])).toEqual([
    [importId, 'undone', true],
    [imports[0], 'current', false],
  ])
  const again = changeImport(administrator, sources, { importId, action: 'withdraw' })
  await expect(again).rejects.toMatchObject({ code: 'import.notCurrent' })
  await finishJob(company, (await changeImport(administrator, sources, { importId, action: 'restore' })).jobId)
  expect(await figures()).toEqual(after)
  for (const id of [importId, imports[0] ?? 0]) {
    await finishJob(company, (await changeImport(administrator, sources, { importId: id, action: 'withdraw' })).jobId)
  }
  await expect(getOverview(administrator, sources)).rejects.toMatchObject({ code: 'run.none' })
  // The same file may come again, and then the one that was taken out may not.
  const anew = await sendFile(company, '一月.csv', salesCsv(lines.filter(({ day }) => day < '2024-06-01')))
  await finishJob(company, (await startImport(administrator, sources, { files: [{ uploadId: anew.id }] })).jobId)
  expect((await listAccounts(administrator, sources, everything)).rows).toEqual(shown.rows)
  const twice = changeImport(administrator, sources, { importId: imports[0] ?? 0, action: 'restore' })
  await expect(twice).rejects.toMatchObject({ code: 'import.twice' })
  expect((await verifyAudit(company.database)).intact).toBe(true)
}, 240_000)

it('a header named by hand and cells put right are read so, kept with the import, and listed with it', async () => {
  const { sources } = company
  const file =
    '甲方,何时,多少,备注\n新客户,2024-03-01,100,a\n新客户,2024-13-45,200,b\n新客户,2024-03-03,abc,c\n,2024-03-04,5,d\n合计,,305,\n'
  const { id: uploadId } = await sendFile(company, '../../etc/客户 "x".csv', file)
  const undecided = await plan({ uploadId })
  expect(undecided.headers).toEqual(['甲方', '何时', '多少', '备注'])
  expect(undecided.missing.length).toBeGreaterThan(0)
  const mapping = { customer: '甲方', date: '何时', amount: '多少' }
  const mapped = await plan({ uploadId, mapping })
  expect(mapped).toMatchObject({ accepted: 1, rejected: 3, setAside: 1, missing: [], sameAs: null })
  expect(mapped.rowsLeftOut.map(({ row, column, value }) => [row, column, value])).toEqual([
    [3, '何时', '2024-13-45'],
    [4, '多少', 'abc'],
    [5, '甲方', ''],
    [6, null, null],
  ])
  const fixes = [
    { row: 3, column: '何时', value: '2024-03-02' },
    { row: 4, column: '多少', value: '300' },
  ]
  const fixed = await plan({ uploadId, mapping, fixes })
  expect(fixed).toMatchObject({ accepted: 3, rejected: 1, totals: { netRevenue: 600, customers: 1 } })
  expect(fixed.preview[1]).toEqual({ row: 3, cells: ['新客户', '2024-03-02', '200', 'b'], fixed: ['何时'] })
  const wrong = plan({ uploadId, mapping, fixes: [{ row: 3, column: '没有', value: '' }] })
  await expect(wrong).rejects.toMatchObject({ code: 'import.fixColumn' })
  const { jobId } = await startImport(administrator, sources, {
    files: [{ uploadId, mapping, fixes }],
    onOverlap: 'append',
  })
  const { imports = [] } = await finishJob(company, jobId)
  const { rows } = await listImports(administrator, sources, { page: 1, pageSize: 1 })
  expect(rows[0]).toMatchObject({ id: imports[0], fixes, hasRejectedFile: true, importedBy: 'Ada', state: 'current' })
  expect(rows[0]?.summary).toMatchObject({ accepted: 3, rejected: 1, setAside: 1, fixes })
  const rejected = await readFile(rejectedPath(company.uploadsDirectory, imports[0] ?? 0), 'utf8')
  expect(rejected).toContain('2024-03-04')
  const list = await listAccounts(administrator, sources, { ...everything, search: '新客户' })
  expect(list.rows[0]).toMatchObject({ netRevenue: 600, orders: 3 })
  const page = await getAccount(administrator, sources, { key: list.rows[0]?.key ?? '' })
  expect(page.months.map(({ month, netRevenue }) => [month, netRevenue])).toEqual([['2024-03-01', 600]])
  expect((await plan({ uploadId, mapping, fixes })).sameAs).toMatchObject({ importId: imports[0], isReadAlike: true })
  expect((await listAccounts(administrator, sources, { ...everything, search: 'xkh' })).rows[0]?.account).toBe('新客户')
}, 120_000)

it('an upload that is too large or empty leaves nothing, and a name is only a name', async () => {
  const { database, uploadsDirectory } = company
  const send = (bytes: Readable, mostBytes = 10) =>
    takeUpload(administrator, database, { uploadsDirectory, file: 'x.csv', mostBytes, bytes })
  await expect(send(Readable.from([Buffer.alloc(11)]))).rejects.toMatchObject({ code: 'upload.tooLarge' })
  await expect(send(Readable.from([]))).rejects.toMatchObject({ code: 'input.empty' })
  const viewer = { ...administrator, role: 'viewer' as const }
  const refused = takeUpload(viewer, database, {
    uploadsDirectory,
    file: 'x',
    mostBytes: 1,
    bytes: Readable.from(['a']),
  })
  await expect(refused).rejects.toMatchObject({ code: 'access.notAllowed' })
  expect(['../../a.csv', 'C:\\b\\c.xlsx', '...', 'a\u0000b\u202E.csv', '..'].map(harmlessName)).toEqual([
    'a.csv',
    'c.xlsx',
    'file',
    'a_b_.csv',
    'file',
  ])
  expect(Buffer.byteLength(harmlessName(`${'客'.repeat(300)}.csv`))).toBeLessThan(200)
})
