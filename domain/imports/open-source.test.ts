import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { openSource } from './open-source.ts'
import { importContent, inWords, withFile } from './trial-import.ts'

const csv = '客户名称,订单日期,金额\n华为技术有限公司,2024-03-05,1.5\n中兴通讯,2024-03-06,2.5\n'
const expected = ['华为技术有限公司 2024-03-05 1.5', '中兴通讯 2024-03-06 2.5']

describe('openSource', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imports-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'input.unknownFormat'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'input.unknownFormat'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919 + ((index * index) % 251)) % 256)),
      'input.unknownFormat',
    ],
    ['an ORC file', Buffer.from('ORC\n\u0001'), 'input.unknownFormat'],
    ['a zip that is no workbook', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'), 'input.unknownFormat'],
    ['half a zip', Buffer.from('UEsDBBQAAAAIAAAAIQAAAAAAAAAAAAAAAAAEAAAA', 'base64'), 'input.damaged'],
    [
      'half an OLE2 file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 1)]),
      'input.damaged',
    ],
    ['half a Parquet file', Buffer.from('PAR1 and nothing that follows'), 'input.damaged'],
    ['a gzip file cut off', gzipSync(Buffer.from(csv.repeat(2_000))).subarray(0, 150), 'input.damaged'],
    ['a gzip file of nothing', gzipSync(Buffer.alloc(0)), 'input.empty'],
    ['an empty file', Buffer.alloc(0), 'input.empty'],
    ['blank lines', Buffer.from('\n\n  \n'), 'input.noRows'],
    ['a header alone', Buffer.from('客户名称,订单日期,金额\n'), 'input.noRows'],
    ['a gzip file in a gzip file', gzipSync(gzipSync(Buffer.from(csv))), 'input.unknownFormat'],
  ])('refuses %s', async (_, content, code) => {
    await expect(importContent(content)).rejects.toMatchObject({ code })
  })

  it('refuses what is no file', async () => {
    await expect(openSource({ path: join(folder, 'nothing.csv') })).rejects.toMatchObject({ code: 'input.notFound' })
    await mkdir(join(folder, 'a folder'))
    await expect(openSource({ path: join(folder, 'a folder') })).rejects.toMatchObject({ code: 'input.isDirectory' })
    await expect(openSource({ path: '/dev/null' })).rejects.toMatchObject({ code: 'input.unknownFormat' })
  })

  it.skipIf(process.getuid?.() === 0)('refuses a file that it may not read', async () => {
    const path = join(folder, 'closed.csv')
    await writeFile(path, csv, { mode: 0o000 })
    await expect(openSource({ path })).rejects.toMatchObject({ code: 'input.noPermission' })
  })

  it('refuses a line of two gigabytes at once, and says which', async () => {
    const path = join(folder, 'line.csv')
    const file = await open(path, 'w')
    await file.write(`客户,日期,金额\na,b,c\n${'x'.repeat(8_192)}`)
    await file.truncate(2 * 1024 ** 3)
    await file.close()
    const before = process.memoryUsage().rss
    const usage = process.cpuUsage()
    await expect(openSource({ path })).rejects.toMatchObject({
      code: 'input.lineTooLong',
      details: { row: 3, limit: '1 MiB' },
    })
    const { user, system } = process.cpuUsage(usage)
    expect((user + system) / 1000).toBeLessThan(3_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2)
  })

  it('refuses a gzip file that inflates beyond measure', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 ** 2, 'customer,2024-01-02,5\n'))
    expect(bomb.length).toBeLessThan(1024 ** 2)
    await expect(importContent(bomb)).rejects.toMatchObject({ code: 'input.tooLarge' })
  })

  it('refuses a table of more than 512 columns', async () => {
    const wide = Array.from({ length: 600 }, (_, index) => `column ${index}`).join(',')
    await expect(importContent(`customer,date,amount,${wide}\nA,2024-01-02,1,${wide}\n`)).rejects.toMatchObject({
      code: 'input.tooManyColumns',
    })
  })

  const utf16 = Buffer.from(csv, 'utf16le')
  it.each([
    ['utf-8', Buffer.from(csv)],
    ['utf-8', Buffer.from(`\ufeff${csv}`)],
    ['utf-16le', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    // The same text in GB18030.
    [
      'gb18030',
      Buffer.from(
        'bfcdbba7c3fbb3c62cb6a9b5a5c8d5c6da2cbdf0b6ee0abbaaceaabcbccaf5d3d0cfdeb9abcbbe2c323032342d30332d30352c312e350ad6d0d0cbcda8d1b62c323032342d30332d30362c322e350a',
        'hex',
      ),
    ],
    ['utf-8', gzipSync(csv)],
    ['utf-8', Buffer.from(csv.replaceAll('\n', '\r\n'))],
    ['utf-8', Buffer.from(csv.replaceAll('\n', '\r'))],
    ['utf-8', Buffer.from(csv.replaceAll(',', '\t'))],
  ])('reads the same lines from %s', async (encoding, content) => {
    const { summary, lines } = await importContent(content)
    expect(lines.map(inWords)).toEqual(expected)
    expect(lines.map(({ row }) => row)).toEqual([2, 3])
    expect(summary.encoding).toBe(encoding)
  })

  it('reads an HTML table that calls itself .xls', async () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body>
<table><tr><td colspan=3>销售&nbsp;明细</td></tr><tr><th>客户名称</th><th>订单日期</th><th>金额</th></tr>
<tr><td rowspan="2">华为 &amp; 合作</td><td>2024-03-05</td><td style="x:num">1,234.50</td></tr><tr><td>2024-03-06</td><td>(2)</td></tr>
<tr><td>合计</td><td></td><td>1,232.50</td></tr></table></body></html>`
    const { summary, lines } = await importContent(html)
    expect(lines.map(inWords)).toEqual(['华为 & 合作 2024-03-05 1234.5', '华为 & 合作 2024-03-06 -2'])
    expect(summary).toMatchObject({ rows: 3, setAside: 1 })
  })

  it('reads an XML spreadsheet of 2003', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="销售"><Table><Row><Cell><Data ss:Type="String">客户名称</Data></Cell><Cell><Data ss:Type="String">订单日期</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">金额</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">华为</Data></Cell><Cell><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>`
    const { summary, lines } = await importContent(xml)
    expect(lines.map((line) => `${line.row} ${inWords(line)}`)).toEqual(['3 华为 2024-03-05 1.5'])
    expect(summary).toMatchObject({ sheet: '销售', rows: 2, setAside: 1 })
  })

  it('reads JSON records, one per line or in an array', async () => {
    const records = [
      { 客户名称: '华为', order: { date: '2024-03-05' }, 金额: 1.5, 标签: ['a'] },
      { 客户名称: '中兴', order: { date: '2024-03-06' }, 金额: 0.1, 备注: null },
    ]
    const rows = ['华为 2024-03-05 1.5', '中兴 2024-03-06 0.1']
    const byLine = await importContent(`${records.map((record) => JSON.stringify(record)).join('\n')}\n{broken\n`)
    expect(byLine.lines.map(inWords)).toEqual(rows)
    expect(byLine.summary).toMatchObject({ rows: 3, rejected: 1, mapping: { date: 'order.date' } })
    expect(byLine.lines.map(({ row }) => row)).toEqual([1, 2])
    const byArray = await importContent(JSON.stringify(records, null, 2))
    expect(byArray.lines.map(inWords)).toEqual(rows)
  })

  it.each([
    ['tags without end', '<table><a"'.repeat(200_000)],
    ['rows without end', `<?xml version="1.0"?><Workbook>${'<Worksheet><Row><Cell>'.repeat(100_000)}`],
    ['header cells of brackets', `${'('.repeat(60_000)},日期,金额\n${'1'.repeat(60_000)} ,2024-01-02,1\n`],
    ['quotes without end', `客户,日期,金额\n${'a,"b\n'.repeat(100_000)}`],
  ])('is not kept busy by %s', async (_, content) => {
    const before = process.cpuUsage()
    const outcome: unknown = await importContent(content).catch((error: unknown) => error)
    expect(outcome instanceof Error ? outcome : null).toSatisfy(
      (error) => error === null || error instanceof ProductError,
    )
    // Of the processor, which says the same on a busy machine.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(5_000)
  })

  it('tells a name from a format by looking inside', () =>
    withFile(csv, async (path) => expect((await openSource({ path })).format).toBe('delimited')))
})
