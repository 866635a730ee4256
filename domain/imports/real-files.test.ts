import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSalesFile } from './read-sales-file.ts'
import { importContent, inWords, trialImport, type TrialImport } from './trial-import.ts'
import { microsText } from './values/micros.ts'

const data = resolve(import.meta.dirname, '../../../shared/data')

function revenue({ lines }: TrialImport): string {
  return microsText(lines.reduce((sum, { netRevenue }) => sum + netRevenue, 0n))
}

function counts({ leftOut }: TrialImport): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, rows]) => [reason, rows.length]),
  )
}

// Public data sets that stand beside the repository and are not part of it.
describe.skipIf(!existsSync(data))('real files', () => {
  it('superstore: every row, its sales to the cent, the discount not applied again', async () => {
    const result = await trialImport({ path: `${data}/superstore/Sample - Superstore.csv` })
    expect(result.summary).toMatchObject({ rows: 9_994, accepted: 9_994, rejected: 0, setAside: 0, dateOrder: 'mdy' })
    expect(result.summary.mapping).toMatchObject({
      customer: 'Customer ID',
      date: 'Order Date',
      amount: 'Sales',
      grossProfit: 'Profit',
    })
    expect(revenue(result)).toBe('2297200.8603')
    expect(result.lines[0]).toMatchObject({
      row: 2,
      customer: 'CG-12520',
      customerName: 'Claire Gute',
      orderNumber: 'CA-2018-152156',
    })
  })

  it('northwind: quantity × price less discount, one column standing twice', async () => {
    const result = await trialImport({ path: `${data}/northwind/orders.csv` })
    expect(result.summary).toMatchObject({ rows: 2_155, accepted: 2_155 })
    expect(result.summary.unusedHeaders).toContain('OrderID (2)')
    expect(Math.abs(Number(revenue(result)) - 1_265_793.04)).toBeLessThan(0.01)
  })

  it('online retail: half a million rows, all accounted for', async () => {
    const path = `${data}/online-retail/online_retail.csv.gz`
    let lines = 0
    let negative = 0
    let leftOut = 0
    let cancelled = 0
    let otherwise = 0
    const summary = await readSalesFile({
      path,
      onLines: (batch) => {
        lines += batch.length
        for (const { quantity, kind } of batch) {
          if (quantity !== null && quantity < 0n) negative += 1
          if (kind === 'cancelled') cancelled += 1
        }
      },
      onLeftOut: (rows) => {
        leftOut += rows.length
        for (const { cells, reason } of rows) {
          if (reason !== 'customerMissing') otherwise += 1
          if ((cells[3] ?? '').startsWith('-')) negative += 1
        }
      },
    })
    expect(summary).toMatchObject({ rows: 541_909, accepted: 406_829, rejected: 135_080, setAside: 0 })
    expect({ lines, leftOut, negative, cancelled, otherwise }).toEqual({
      lines: 406_829,
      leftOut: 135_080,
      negative: 10_624,
      cancelled: 0,
      otherwise: 0,
    })
  })

  it('a hospital pharmacy: days that do not exist are rejected, what was received counts', async () => {
    const result = await trialImport({ path: `${data}/hospital-pharmacy-zh/朝阳医院2018年销售数据.xlsx` })
    expect(result.summary).toMatchObject({
      rows: 6_578,
      mapping: { customer: '社保卡号', date: '购药时间', amount: '实收金额', product: '商品编码' },
    })
    expect(result.summary.accepted + result.summary.rejected + result.summary.setAside).toBe(6_578)
    expect(counts(result)).toEqual({ dateInvalid: 23, dateMissing: 1, blankRow: 1 })
    const days = new Set(
      result.leftOut.flatMap(({ reason, value = '' }) => (reason === 'dateInvalid' ? [value.slice(0, 10)] : [])),
    )
    expect([...days]).toEqual(['2018-02-29'])
  })

  it('CDNOW: columns set apart by blanks', async () => {
    const result = await trialImport({ path: `${data}/cdnow/CDNOW_master.txt` })
    expect(result.summary).toMatchObject({ rows: 69_659, accepted: 69_659 })
    expect(result.lines.slice(0, 1).map(inWords)).toEqual(['00001 1997-01-01 11.77'])
  })

  it('a sales pipeline: deals without a closing date are rejected by row', async () => {
    const result = await trialImport({ path: `${data}/maven-crm/sales_pipeline.csv` })
    expect(result.summary.mapping).toMatchObject({
      customer: 'account',
      date: 'close_date',
      amount: 'close_value',
      salesperson: 'sales_agent',
    })
    expect(result.summary.rows).toBe(8_800)
    expect(result.summary.accepted).toBe(6_711)
  })

  it.each([
    'telco/Telco-Customer-Churn.csv',
    'wholesale/wholesale_440.csv',
    'kumar-crm/customerRetentionTransactions.csv',
    'maven-crm/data_dictionary.csv',
  ])('%s is no sales file, and is told so', async (file) => {
    await expect(trialImport({ path: `${data}/${file}` })).rejects.toMatchObject({ code: 'mapping.fieldMissing' })
  })

  it('the same lines whatever the encoding of a Chinese file', async () => {
    const names = (await readFile(`${data}/matching-companies-zh/company.csv`, 'utf8')).split('\n').slice(1, 2_000)
    const rows = names.map(
      (line, index) => `${line.split(',')[1]?.trim()},2024-01-${String((index % 28) + 1).padStart(2, '0')},${index}.5`,
    )
    const text = `客户名称,订单日期,金额\n${rows.join('\n')}\n`
    const utf8 = await importContent(text)
    expect(utf8.summary.accepted).toBeGreaterThan(1_900)
    const gbk = Buffer.from(text.split('').flatMap((character) => gb18030Bytes(character)))
    const utf16 = Buffer.from(text, 'utf16le')
    for (const [encoding, bytes] of [
      ['utf-8', Buffer.from(`\ufeff${text}`)],
      ['gb18030', gbk],
      ['utf-16le', utf16],
      ['utf-16be', Buffer.from(utf16).swap16()],
    ] as const) {
      const copy = await importContent(bytes)
      expect(copy.summary.encoding).toBe(encoding)
      expect(copy.lines).toEqual(utf8.lines)
    }
  })
})

const bytesOf = new Map(
  Array.from({ length: 0x7e * 0xbf }, (_, index) => [0x81 + Math.floor(index / 0xbf), 0x40 + (index % 0xbf)])
    .filter(([, trail]) => trail !== 0x7f)
    .map((bytes) => [new TextDecoder('gb18030').decode(Buffer.from(bytes)), bytes] as const),
)

/** GB18030 bytes of a character of the two-byte plane; Node decodes this encoding and does not write it. */
function gb18030Bytes(character: string): readonly number[] {
  return (character.codePointAt(0) ?? 0) < 0x80 ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? [0x3f])
}
