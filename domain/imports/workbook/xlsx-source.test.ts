import type { CellValue } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../archive/zip-of.fixture.ts'
import { importContent, inWords, withFile } from '../trial-import.ts'
import { openSource } from '../open-source.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const frame = (sheet: string | Buffer, more: Record<string, string> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })

const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>客户</t></is></c><c r="B1" t="inlineStr"><is><t>日期</t></is></c><c r="C1" t="inlineStr"><is><t>金额</t></is></c></row>'
const sheetXml = (rows: string, tail = '') =>
  `<?xml version="1.0"?><worksheet><sheetData>${head}${rows}</sheetData>${tail}</worksheet>`

describe('xlsxSource', () => {
  it('reads what another library writes: strings, numbers, days, blanks', async () => {
    const rows = [
      ['2024年销售', null, null, null],
      ['客户名称', '订单日期', '金额(万元)', '备注'],
      ['华为 & <合作>', new Date(Date.UTC(2024, 2, 5)), 1.25, null],
      [null, null, null, null],
      ['中兴', '2024/3/6', 0.1 + 0.2, '"急"'],
      ['合计', null, 1.55, null],
    ]
    const bytes = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['请看下一页']] },
        { name: '销售', rows },
      ],
    })
    const { summary, lines, leftOut } = await importContent(bytes)
    expect(lines.map((line) => `${line.row} ${inWords(line)}`)).toEqual([
      '3 华为 & <合作> 2024-03-05 12500',
      '5 中兴 2024-03-06 3000',
    ])
    expect(leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'blankRow'],
      [6, 'totalRow'],
    ])
    expect(summary).toMatchObject({ encoding: 'binary', sheet: '销售', rows: 4 })
  })

  it('counts rows that nobody sees, and says so', async () => {
    const cells = (row: number): string =>
      `<c r="A${row}" t="inlineStr"><is><t>客户${row}</t></is></c><c r="B${row}" t="inlineStr"><is><t>2024-03-0${row}</t></is></c><c r="C${row}"><v>5</v></c>`
    const rows = `<row r="2">${cells(2)}</row><row r="3" hidden="1">${cells(3)}</row><row r="4" hidden="true"/><row r="5" hidden="0">${cells(5)}</row><row hidden="1" r="6">${cells(6)}</row>`
    const { summary, lines } = await importContent(frame(sheetXml(rows)))
    expect(lines).toHaveLength(4)
    expect(summary).toMatchObject({ accepted: 4, hidden: { rows: 2, firstRow: 3 } })
  })

  it('reads every cell as the other library does', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [
      `客户${row % 7}`,
      row * 1.1,
      row % 2 === 0,
      '多 行\n"文本" & <标记>',
      null,
      `x${row}`,
    ])
    const bytes = await writeXlsx({
      sheets: [{ name: 's', rows: [['客户', '金额', '标志', '备注', '空', '订单号'], ...rows] }],
    })
    const oracle = (await readXlsx(bytes)).sheets[0]?.rows ?? []
    const own = await withFile(bytes, async (path) => {
      const cells: string[][] = []
      for await (const batch of (await openSource({ path })).rows()) cells.push(...batch.rows)
      return cells
    })
    const text = (value: CellValue) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? ''))
    expect(own).toHaveLength(oracle.length)
    for (const [index, cells] of own.entries()) {
      const expected = (oracle[index] ?? []).map(text)
      for (let column = 0; column < 6; column += 1) expect(cells[column] ?? '').toBe(expected[column] ?? '')
    }
  })

  it('reads prefixed names, rich text, formulas, errors, dates by style and rows without references', async () => {
    const xml = `<x:worksheet xmlns:x="main"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>金额</x:t></x:is></x:c></x:row>
<x:row><x:c t="s"><x:v>2</x:v></x:c><x:c s="1"><x:v>45356.5</x:v></x:c><x:c><x:f>A1*2</x:f><x:v>82.799999999999997</x:v></x:c></x:row>
<x:row><x:c t="str"><x:v>中&amp;兴</x:v></x:c><x:c s="2"><x:v>45357</x:v></x:c><x:c><x:v>1.5E-5</x:v></x:c></x:row>
<x:row><x:c t="str"><x:v>联想</x:v></x:c><x:c s="1"><x:v>45358</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const bytes = frame(xml, {
      'xl/sharedStrings.xml':
        '<x:sst xmlns:x="main"><x:si><x:t>客户</x:t></x:si><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>日</x:t></x:r><x:r><x:t>期</x:t></x:r><x:rPh><x:t>ひ</x:t></x:rPh></x:si><x:si><x:t xml:space="preserve"> 华为_x000D_</x:t></x:si></x:sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    })
    const { lines, leftOut } = await importContent(bytes)
    expect(lines.map((line) => `${line.row} ${inWords(line)}`)).toEqual([
      '2 华为 2024-03-05 82.8',
      '3 中&兴 2024-03-06 0.000015',
    ])
    expect(leftOut.map(({ reason }) => reason)).toEqual(['amountMissing'])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const bytes = frame(
      sheetXml('<row r="2"><c r="A2" t="str"><v>华为</v></c><c r="B2"><v>43894</v></c><c r="C2"><v>1</v></c></row>'),
      {
        'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><workbookPr date1904="1"/><sheets><sheet name="Sheet1" r:id="rId1"/></sheets></workbook>`,
      },
    )
    expect((await importContent(bytes)).lines.map(inWords)).toEqual(['华为 2024-03-05 1'])
  })

  it('repeats merged texts downwards, and never figures', async () => {
    const row = (number: number, customer: string, amount: string) =>
      `<row r="${number}">${customer}<c r="B${number}" t="str"><v>2024-03-05</v></c>${amount}</row>`
    const bytes = frame(
      sheetXml(
        row(2, '<c r="A2" t="str"><v>华为</v></c>', '<c r="C2"><v>10</v></c>') +
          row(3, '<c r="A3"/>', '<c r="C3"/>') +
          row(5, '', '<c r="C5"><v>1</v></c>'),
        '<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="C2:C3"/></mergeCells>',
      ),
    )
    const { lines, leftOut } = await importContent(bytes)
    expect(lines.map(inWords)).toEqual(['华为 2024-03-05 10', '华为 2024-03-05 1'])
    expect(leftOut.map(({ row: number, reason }) => [number, reason])).toEqual([
      [3, 'amountMissing'],
      [4, 'titleRow'],
    ])
  })

  it('takes the sheet that is asked for', async () => {
    const sheet = (name: string, customer: string) => ({
      name,
      rows: [
        ['客户', '日期', '金额'],
        [customer, '2024-03-05', 1],
      ],
    })
    const bytes = await writeXlsx({ sheets: [sheet('一月', '甲'), sheet('二月', '乙')] })
    expect((await importContent(bytes, { sheet: '二月' })).lines.map(inWords)).toEqual(['乙 2024-03-05 1'])
    await expect(importContent(bytes, { sheet: '三月' })).rejects.toMatchObject({
      code: 'input.sheetNotFound',
      details: { sheets: '一月, 二月' },
    })
  })

  it('refuses document types, bombs and too many entries', async () => {
    const entity = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sheetXml('')}`
    await expect(importContent(frame(entity))).rejects.toMatchObject({
      code: 'input.damaged',
      details: { problem: 'DOCTYPE' },
    })
    await expect(
      importContent(frame(sheetXml(''), { 'xl/sharedStrings.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>' })),
    ).rejects.toMatchObject({ code: 'input.damaged' })
    const row = '<row><c t="str"><v>华为</v></c><c><v>45356</v></c><c><v>1</v></c></row>'
    const bomb = frame(Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(150 * 1024 ** 2, row)]))
    expect(bomb.length).toBeLessThan(2 * 1024 ** 2)
    const before = process.memoryUsage().rss
    await expect(importContent(bomb)).rejects.toMatchObject({ code: 'input.tooLarge' })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2)
    const many = zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`part${index}`, ''])))
    await expect(importContent(many)).rejects.toMatchObject({ code: 'input.tooLarge' })
  })

  it('is not led into memory by one cell in the last corner', async () => {
    const corner =
      '<row r="2"><c r="A2" t="str"><v>华为</v></c><c r="B2"><v>45356</v></c><c r="C2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    const { summary, leftOut } = await importContent(frame(sheetXml(corner)))
    expect(summary).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
    expect(leftOut[0]).toMatchObject({ row: 1_048_576, reason: 'rowDamaged' })
  })

  it('says when a workbook is cut off', async () => {
    const bytes = frame(sheetXml('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>').slice(0, -20))
    await expect(importContent(bytes)).rejects.toMatchObject({ code: 'input.damaged' })
    await expect(importContent(frame(sheetXml('')).subarray(0, 600))).rejects.toMatchObject({ code: 'input.damaged' })
  })

  it('reads an .xls of Excel 97', async () => {
    const { summary, lines } = await importContent(inflateSync(Buffer.from(excel97, 'base64')))
    expect(lines.map((line) => `${line.row} ${inWords(line)}`)).toEqual([
      '3 华为技术有限公司 2024-03-05 12500',
      '4 中兴通讯 2024-03-06 25000',
    ])
    expect(summary).toMatchObject({ sheet: '销售', rows: 3, setAside: 1 })
  })
})

/** Two sheets, 说明 and 销售, in BIFF8 and deflated: title, header, a day, a day as text, a total. */
const excel97 =
  'eNrtl09sVFUUxn/3vjszb9rp9E0LQqsWnGhECRQ7FIgJ5YEuGhInLQMhEYMwSGcMkJLSDRtT/60qCSw0mugCFiSu0I1GY2LZsDMoS1dgohtdPJImuMCO3vPemz6KJEMhCKYnuWfmfu/ee85957vn3Pfj5cLVs1/2XmOBDOEw18iSTmAK0HHHC/u2zTUajRhuLMkjJX81Go25qBkgBRLzuQS+1P7fzZ5pB0jGPwO4QBZoA9qBHNAB5IHOMAVQALqAbmAZsBx4DFgBrAR6gF7gceAJ4EmgD1i1xLGHou3i3sSQUnEuUS3OsVwTckn9qFCnRIlJdjJ41/a70GJfR7Wndb9D2cs4ExyhyjjjHFm0/VhamWPf0ycZ7pvcrf2kbB7YNHAvtrOuB+kU1YkfMtkZRToD19B8YS7KXeEX4DWO23xSqZdKkzsrPBDZIT4cVNaHGQVblUGh+RRNgR7xrUt0t+gLMvI70Vslo8GBiZmXt0QRm1W+jDsluig6j0bxtcz5WZAX6CWQGaejw5BS25ngTQ5ylD4zyBZWooq0lYcr/bSXhyurKVKnTpEdY0WOcYwi6V1FTnCCIldO2udXJbXC7ILwLuEPFl8oIZ6/DT8glHifHN9IrtNqdjo/Zvtyx0IrPly/5wMsJRW/U7XlNHhV5qaD1VGKdKLrtmb+qh33S7QHlqTf4+LyttoO7ozy/9E+fde9sFC7OXBXgHsDvJtxxo0KenhwvVsObocQOofmDTrlf0Gsebjc/Pz6lVeqI9teF/x5wdeKfkeQqcT67wr+XvixoPPNpBdqozuiLwiNvJg/GLHmguHQVOAmNtyJE2yQXxOsESwbeP8SCk1bc569wwzpLr6Sjxc/MepblYmN1txuam6yKImHdfdZ6u6CWmWXNbeVj//iLaaa1o1+KnqLOdQAGxhgI5P7KR/ad36/pVd+7NJbRhdkW56l2rl9m6sdu4OTIagicHpP5dfDq2pGL5f86JFG/XTms4/XkCm/NPqcREvhhNE6fvjyGaN7mttR5cqL5alqfy1bG/no6OifFUfnox1bmXrmNz9ENHHQZreFiNNEnvatR07s5rry5Gjv6QvT1o4jbrrzG+ynRD+bMLoTR1Z17MP1DGKXdRLLbvSt6yYmmrv77LTRWTlzdoiy403CsbwfIvMrDPl3YqZeBDN1K8y0gVssM42AMTNblL8B3BUhXw=='
