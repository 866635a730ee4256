import { writeXlsx } from 'hucre/xlsx'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { importContent, inWords } from '../trial-import.ts'
import { zipOf } from './zip-of.fixture.ts'

const csv = '客户名称,订单日期,金额\n华为技术有限公司,2024-03-05,1.5\n中兴通讯,2024-03-06,2.5\n'
const rows = ['华为技术有限公司 2024-03-05 1.5', '中兴通讯 2024-03-06 2.5']
const json = rows
  .map((row) => row.split(' '))
  .map(([客户名称, 订单日期, 金额]) => JSON.stringify({ 客户名称, 订单日期, 金额 }))
const html = `<html><body><table>${csv
  .trim()
  .split('\n')
  .map((line) => `<tr><td>${line.split(',').join('</td><td>')}</td></tr>`)
  .join('')}</table></body></html>`
const xlsx = await writeXlsx({
  sheets: [{ name: '销售', rows: csv.split('\n').map((line) => line.split(',')) }],
})
const large = `客户,日期,金额\n${Array.from({ length: 60_000 }, (_, row) => `客户 ${row},2024-03-05,${row}.5\n`).join('')}`

describe('a packed table', () => {
  it.each([
    ['CSV in a zip archive', zipOf({ '销售/明细.csv': csv })],
    [
      'CSV beside what systems add',
      zipOf({ 'a/': '', 'a/.DS_Store': 'x', '__MACOSX/a/._sales.csv': 'x', 'a/sales.csv': csv }),
    ],
    ['CSV in UTF-16 in a zip archive', zipOf({ 'sales.txt': Buffer.from(`\ufeff${csv}`, 'utf16le') })],
    ['JSON lines in a zip archive', zipOf({ 'sales.json': json.join('\n') })],
    ['a JSON array in a zip archive', zipOf({ 'sales.json': `[${json.join(',\n')}]` })],
    ['a JSON array in a gzip file', gzipSync(`[${json.join(',\n')}]`)],
    ['a workbook in a zip archive', zipOf({ 'sales.xlsx': Buffer.from(xlsx) })],
    ['a workbook in a gzip file', gzipSync(xlsx)],
    ['an HTML table in a gzip file', gzipSync(html)],
    ['an HTML table in a zip archive', zipOf({ 'sales.xls': html })],
  ])('is read like one that is not: %s', async (_, content) => {
    const { lines } = await importContent(content)
    expect(lines.map(inWords)).toEqual(rows)
  })

  it('is read to its end when it is large', async () => {
    const { summary, lines } = await importContent(zipOf({ 'sales.csv': large }))
    expect(summary).toMatchObject({ rows: 60_000, accepted: 60_000 })
    expect(lines.at(-1)?.customer).toBe('客户 59999')
  })

  const damaged = zipOf({ 'sales.csv': csv })
  damaged.writeUInt32LE(1, damaged.lastIndexOf('PK\u0001\u0002') + 16)
  it.each([
    ['two tables', zipOf({ 'one.csv': csv, 'two.csv': csv }), 'input.unknownFormat'],
    ['a zip archive in a zip archive', zipOf({ 'sales.zip': zipOf({ 'sales.csv': csv }) }), 'input.unknownFormat'],
    ['a zip archive in a gzip file', gzipSync(zipOf({ 'sales.csv': csv })), 'input.unknownFormat'],
    ['a gzip file in a zip archive', zipOf({ 'sales.csv.gz': gzipSync(csv) }), 'input.unknownFormat'],
    ['a PDF in a zip archive', zipOf({ 'sales.pdf': '%PDF-1.7\n%âãÏÓ\n' }), 'input.unknownFormat'],
    ['an empty file in a zip archive', zipOf({ 'sales.csv': '' }), 'input.empty'],
    ['an archive cut off', zipOf({ 'sales.csv': large }).subarray(0, -100), 'input.damaged'],
    ['an archive with another checksum', damaged, 'input.damaged'],
    ['half a workbook in a gzip file', gzipSync(Buffer.from(xlsx).subarray(0, 900)), 'input.damaged'],
    ['a bomb', zipOf({ 'sales.csv': Buffer.alloc(100 * 2 ** 20, 'customer,2024-01-02,5\n') }), 'input.tooLarge'],
    [
      'a bomb that calls itself a workbook',
      gzipSync(Buffer.concat([xlsx, Buffer.alloc(100 * 2 ** 20)])),
      'input.tooLarge',
    ],
  ])('is refused: %s', async (_, content, code) => {
    const outcome = importContent(content)
    await expect(outcome).rejects.toBeInstanceOf(ProductError)
    await expect(outcome).rejects.toMatchObject({ code })
  })
})
