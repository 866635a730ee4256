import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { type OpenWarehouse, openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lineWriter } from '../commit/line-writer.ts'
import { planSalesFile } from '../plan-sales-file.ts'
import { readSalesFile } from '../read-sales-file.ts'
import { importPlainFile, readStagedRows } from './import-plain-file.ts'

let open: OpenWarehouse
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitalfew-plain-'))
  open = await openEmbeddedWarehouse({ directory: join(folder, 'warehouse'), durable: false })
})
afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const differences = defineQuery({
  name: 'differences',
  parameters: z.object({ one: z.int(), other: z.int() }),
  row: z.object({ side: z.string(), line: z.string() }),
  sql: `
WITH
  one AS (SELECT toString(tuple(* EXCEPT import_id)) AS line FROM sales_line WHERE import_id = {one:UInt32}),
  other AS (SELECT toString(tuple(* EXCEPT import_id)) AS line FROM sales_line WHERE import_id = {other:UInt32})
SELECT 'engine' AS side, line FROM one WHERE line NOT IN (SELECT line FROM other)
UNION ALL
SELECT 'reader' AS side, line FROM other WHERE line NOT IN (SELECT line FROM one)
LIMIT 20
`,
})

const oddText = fc.constantFrom(
  '上海（集团）有限公司',
  ' 两端有空格 ',
  '无',
  'N/A',
  '-',
  '合计',
  '合 计',
  'Ｎ／Ａ',
  '中国设计院',
  "'=1+1",
  '=1+1',
  "O'Brien",
  '\u200B隐形',
  '全角　空格',
  '17850.0',
  '00123',
  '1.0',
  'Total Tools Ltd',
  'sum',
  '“引号”',
  'a',
  '（空）',
  '？？',
  '未知',
  'x\u00A0',
)
const oddDay = fc.constantFrom(
  '2024-02-30',
  '2024-2-5',
  '2024/03/05',
  '2024-03-05 08:30:00',
  '2024-03-05T23:59',
  '2024-03-05 25:00',
  '',
  '20240305',
  '1969-12-31',
  '2100-01-01',
  '2024年3月5日',
  '2024-13-01',
  '2023-02-29',
)
const oddAmount = fc.constantFrom(
  '',
  '1,234.50',
  '(500.00)',
  '1e5',
  '+5',
  '5.',
  '.5',
  '12.3456789',
  '-0',
  '9000000000000',
  '9000000000001',
  '-9000000000000',
  '99999999999999999999',
  '1.2万',
  '￥10',
  'abc',
  '0.0000001',
  '-12.345678',
  '0x10',
  'inf',
  'nan',
  ' 7 ',
)
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Mostly plain rows, as in a real export, with odd cells sprinkled among them. */
const row = fc.record({
  customer: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 50 }).map((n) => `客户${n}`) },
    { weight: 1, arbitrary: oddText },
  ),
  day: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .integer({ min: 0, max: 364 })
        .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)),
    },
    { weight: 1, arbitrary: oddDay },
  ),
  amount: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -99_999, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)) },
    { weight: 1, arbitrary: oddAmount },
  ),
  cost: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 10)) },
    { weight: 1, arbitrary: oddAmount },
  ),
  quantity: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 99 }).map(String) },
    { weight: 1, arbitrary: oddAmount },
  ),
  product: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('P1', 'P2', '', '阀门, 大', '5" 管') },
    { weight: 1, arbitrary: oddText },
  ),
  status: fc.constantFrom('已完成', '已完成', '已完成', '', '已取消', '退货'),
})

describe('a plain file', () => {
  test('gives the same lines and the same left-out rows whether the engine or the careful reader takes it', async () => {
    const takenByEngine: number[] = []
    let importId = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 150, maxLength: 400 }), fc.boolean(), async (rows, withoutOdd) => {
        const header = '客户名称,订单日期,金额,成本,数量,产品,订单状态'
        // The sample decides what counts as plain, so every file begins with plain rows.
        const plain = Array.from(
          { length: 5001 },
          (_, n) => `客户${n % 40},2024-05-${10 + (n % 20)},${n}.50,${n},${1 + (n % 9)},P${n % 7},已完成`,
        )
        const odd = withoutOdd ? [] : rows.map((cells) => Object.values(cells).map(quoted).join(','))
        const path = join(folder, 'file.csv')
        writeFileSync(path, `${[header, ...plain, ...odd].join('\n')}\n`)
        const plan = await planSalesFile({ path })
        const [engineId, readerId] = [(importId += 1), (importId += 1)]
        const taken = await importPlainFile(open.warehouse, { plan, importId: engineId, worthwhileBytes: 0 })
        takenByEngine.push(taken ?? -1)
        if (taken === null) return
        const byEngine = await careful(engineId, {
          ...plan,
          source: { ...plan.source, rows: () => readStagedRows(open.warehouse, engineId) },
        })
        const byReader = await careful(readerId, plan)
        expect(byEngine.leftOut).toEqual(byReader.leftOut)
        expect(byEngine.accepted + taken).toBe(byReader.accepted)
        expect(await open.warehouse.rows(differences, { one: engineId, other: readerId })).toEqual([])
      }),
      { numRuns: 12, seed: 20_240_305 },
    )
    expect(takenByEngine.filter((taken) => taken >= 5001).length).toBeGreaterThan(8)
  }, 120_000)
})

async function careful(importId: number, plan: Awaited<ReturnType<typeof planSalesFile>>) {
  const writer = lineWriter(open.warehouse, importId)
  const leftOut: string[] = []
  const summary = await readSalesFile({
    path: plan.path,
    plan,
    onLines: (lines) => writer.write(lines),
    onLeftOut: (rows) => void leftOut.push(...rows.map((left) => `${left.row} ${left.reason} ${left.value ?? ''}`)),
  })
  await writer.end()
  return { accepted: summary.accepted, leftOut: leftOut.toSorted() }
}
