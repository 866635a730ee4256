import { describe, expect, it } from 'vitest'
import type { LeftOutRow } from './sales-line.ts'
import { importContent, inWords } from './trial-import.ts'
import { microsText } from './values/micros.ts'

function reasons(leftOut: readonly LeftOutRow[]): string[] {
  return leftOut.map(({ row, reason, value }) => [row, reason, ...(value === undefined ? [] : [value])].join(' '))
}

describe('readSalesFile', () => {
  it('accounts for every row of a report made by hand', async () => {
    const { summary, lines, leftOut } = await importContent(`2024年销售明细表,,,
制表:张三,,,
客户名称,订单日期,金额(万元),备注
华为技术有限公司,2024/3/5,1.25,
,,,
中兴通讯,2024年3月6日,"￥2.5",
小计,,3.75,
客户名称,订单日期,金额(万元),备注
无,2024-03-07,1,
散客,20240308,0.05,
联想,2018-02-29,1,
联想,,1,
联想,2024-03-09,abc,
联想,2024-03-09,,
联想,1899-12-30,1,
联想,2024-03-09,1,2,3
联想,2024-03-10,-0.1,退货
合计,,5.05,
制表人:张三,审核:李四,,
,,,
,,,
`)
    expect(lines.map((line) => `${line.row} ${inWords(line)} ${line.kind}`)).toEqual([
      '4 华为技术有限公司 2024-03-05 12500 sale',
      '6 中兴通讯 2024-03-06 25000 sale',
      '10 散客 2024-03-08 500 sale',
      '17 联想 2024-03-10 -1000 return',
    ])
    expect(reasons(leftOut)).toEqual([
      '5 blankRow',
      '7 totalRow',
      '8 headerRow',
      '9 customerMissing 无',
      '11 dateInvalid 2018-02-29',
      '12 dateMissing ',
      '13 amountInvalid abc',
      '14 amountMissing ',
      '15 dateOutOfRange 1899-12-30',
      '16 rowDamaged',
      '18 totalRow',
      '19 titleRow',
    ])
    expect(summary).toMatchObject({ rows: 16, accepted: 4, rejected: 7, setAside: 5, units: { amount: 10_000 } })
    expect(leftOut[3]).toMatchObject({ column: '客户名称', cells: ['无', '2024-03-07', '1', ''] })
  })

  it('computes the amount from quantity, price and discount, and only without an amount column', async () => {
    const header = 'Customer,Date,Quantity,UnitPrice,Discount'
    const byPrice = await importContent(
      `${header}\nA,2024-01-02,12,14,0.15\nB,2024-01-02,-3,2.5,0\nC,2024-01-02,2,x,0\nD,2024-01-02,2,1,7\nE,2024-01-02,,1,0\nF,2024-01-02,y,1,0\n`,
    )
    expect(byPrice.lines.map(inWords)).toEqual(['A 2024-01-02 142.8', 'B 2024-01-02 -7.5'])
    expect(reasons(byPrice.leftOut)).toEqual([
      '4 priceInvalid x',
      '5 discountInvalid 7',
      '6 amountMissing 1',
      '7 quantityInvalid y',
    ])
    const byAmount = await importContent(`${header},Sales\nA,2024-01-02,12,14,0.15,100\n`)
    expect(byAmount.lines.map(inWords)).toEqual(['A 2024-01-02 100'])
    expect(byAmount.summary.unusedHeaders).toEqual(['UnitPrice', 'Discount'])
  })

  it.each([
    ['a fraction', '折扣', '0.2', '80'],
    ['a percentage with its sign', '折扣', '20%', '80'],
    ['a percentage', '折扣率', '20', '80'],
    ['money', '折扣金额', '20', '80'],
  ])('takes a discount that is %s', async (_, header, discount, expected) => {
    const { lines } = await importContent(`客户,日期,数量,单价,${header}\nA,2024-01-02,10,10,${discount}\n`)
    expect(lines.map(inWords)).toEqual([`A 2024-01-02 ${expected}`])
  })

  it('knows profit from profit, from cost, or from unit cost', async () => {
    const profit = async (content: string) => {
      const { lines } = await importContent(content)
      return lines.map(({ grossProfit }) => (grossProfit === null ? null : microsText(grossProfit)))
    }
    expect(await profit('客户,日期,金额,毛利,成本\nA,2024-01-02,10,3,9\nA,2024-01-02,10,,9\n')).toEqual(['3', null])
    expect(await profit('客户,日期,金额,成本\nA,2024-01-02,10,8\nA,2024-01-02,-10,-8\nA,2024-01-02,-10,8\n')).toEqual([
      '2',
      '-2',
      '-2',
    ])
    expect(await profit('客户,日期,金额,数量,单位成本\nA,2024-01-02,10,2,4.5\n')).toEqual(['1'])
    const { leftOut } = await importContent('客户,日期,金额,成本\nA,2024-01-02,10,8\nB,2024-01-02,10,?x\n')
    expect(reasons(leftOut)).toEqual(['3 costInvalid ?x'])
  })

  it('tells returns and cancellations from sales', async () => {
    const { lines } = await importContent(`客户,日期,数量,金额,成本,订单状态,是否退货
A,2024-01-02,1,10,6,已完成,否
A,2024-01-02,1,10,6,已取消,否
A,2024-01-02,1,10,6,已完成,是
A,2024-01-02,-1,-10,-6,已取消,否
A,2024-01-02,1,10,6,已退货,否
A,2024-01-02,1,10,6,未退货,
`)
    expect(
      lines.map(
        (line) =>
          `${line.kind} ${microsText(line.netRevenue)} ${microsText(line.quantity ?? 0n)} ${microsText(line.grossProfit ?? 0n)}`,
      ),
    ).toEqual([
      'sale 10 1 4',
      'cancelled 10 1 4',
      'return -10 -1 -4',
      'return -10 -1 -4',
      'return -10 -1 -4',
      'sale 10 1 4',
    ])
  })

  it('reads document types as return flags', async () => {
    const { lines } = await importContent(
      '客户,日期,金额,单据类型\nA,2024-01-02,10,销售出库单\nA,2024-01-02,10,销售退货单\n',
    )
    expect(lines.map(({ kind }) => kind)).toEqual(['sale', 'return'])
  })

  it('names a customer by the identifier, and by the name where that is missing', async () => {
    const { lines } = await importContent(
      '客户编码,客户名称,日期,金额\n17850.0,华为,2024-01-02,1\n,中兴,2024-01-02,2\n',
    )
    expect(lines.map(({ customer, customerName }) => [customer, customerName])).toEqual([
      ['17850', '华为'],
      ['中兴', '中兴'],
    ])
  })

  it('settles the order of days over the whole column', async () => {
    const early = Array.from({ length: 6_000 }, () => 'A,03/04/2024,1').join('\n')
    const { summary, lines } = await importContent(
      `Customer,Date,Amount\n${early}\nA,25/04/2024,1\nA,04/25/2024,1\nA,26/04/2024,1\n`,
    )
    expect(summary).toMatchObject({ dateOrder: 'dmy', accepted: 6_002, rejected: 1 })
    expect(lines.slice(0, 1).map(inWords)).toEqual(['A 2024-04-03 1'])
  })

  it('settles the decimal mark over the whole column', async () => {
    const { lines } = await importContent('Kunde;Datum;Customer;Amount\nA;01.02.2024;A;1.234\nB;13.02.2024;B;99,95\n')
    expect(lines.map(inWords)).toEqual(['A 2024-02-01 1234', 'B 2024-02-13 99.95'])
  })

  it('reads amounts exactly and refuses what does not fit', async () => {
    const { lines, leftOut } = await importContent(
      '客户,日期,金额\nA,2024-01-02,0.1\nA,2024-01-02,9000000000000\nA,2024-01-02,9000000000000.01\nA,2024-01-02,1.0000005\n',
    )
    expect(lines.map(({ netRevenue }) => netRevenue)).toEqual([100_000n, 9_000_000_000_000_000_000n, 1_000_001n])
    expect(reasons(leftOut)).toEqual(['4 amountOutOfRange 9000000000000.01'])
  })

  it('lets the user name the columns', async () => {
    const content = 'Kunde,Wann,Summe netto,x\nA,2024-01-02,5,7\n'
    const { summary, lines } = await importContent(content, {
      overrides: { customer: 'Kunde', date: 'wann', amount: 'D' },
    })
    expect(lines.map(inWords)).toEqual(['A 2024-01-02 7'])
    expect(summary).toMatchObject({
      mapping: { customer: 'Kunde', date: 'Wann', amount: 'x' },
      confidence: { customer: 1, amount: 1 },
    })
  })

  it('says which columns it did not find and what to type', async () => {
    const content = 'Wer,Wann,Was\nA,2024-01-02,5.5\nB,2024-01-03,6.5\nA,2024-01-03,7.5\n'
    await expect(importContent(content)).rejects.toMatchObject({
      code: 'mapping.fieldMissing',
      details: {
        fields: 'customer, amount',
        headers: 'Wer, Wann, Was',
        suggestion: '--map customer=Wer --map amount=Was',
      },
    })
    await expect(importContent(content, { overrides: { customer: 'Nobody' } })).rejects.toMatchObject({
      code: 'mapping.headerNotFound',
      details: { field: 'customer', header: 'Nobody', headers: 'Wer, Wann, Was' },
    })
    await expect(importContent(content, { overrides: { kunde: 'Wer' } })).rejects.toMatchObject({
      code: 'mapping.unknownField',
    })
  })

  it('stops when it is told to', async () => {
    await expect(
      importContent('客户,日期,金额\nA,2024-01-02,1\n', { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'run.cancelled' })
  })

  it('keeps a unit of currency from the header and the currency of a row', async () => {
    const one = await importContent('Customer,Date,Amount (USD)\nA,2024-01-02,1\n')
    expect(one.lines[0]?.currency).toBe('USD')
    const two = await importContent('客户,日期,金额,币种\nA,2024-01-02,1,EUR\n')
    expect(two.lines[0]?.currency).toBe('EUR')
  })
})
