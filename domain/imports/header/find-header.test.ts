import { describe, expect, it } from 'vitest'
import { columnLetter, distinctHeaders, findHeader } from './find-header.ts'

function table(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'))
}

describe('findHeader', () => {
  it('reads over titles and remarks', () => {
    const found = findHeader(
      table(`
      某某公司2024年销售明细表|||
      制表日期:2024-03-31||单位:元|
      |||
      客户名称|订单日期|金额|备注
      华为|2024-01-02|5|
      中兴|2024-01-03|6|急`),
    )
    expect(found).toEqual({ headers: ['客户名称', '订单日期', '金额', '备注'], at: 3, below: 4 })
  })

  it('joins a header of two rows', () => {
    const found = findHeader(
      table(`
      客户||销售||日期
      编码|名称|数量|金额|
      K1|华为|2|5|2024-01-02
      K2|中兴|3|6|2024-01-03`),
    )
    expect(found.headers).toEqual(['客户编码', '客户名称', '销售数量', '销售金额', '日期'])
    expect(found.below).toBe(2)
  })

  it('takes a second row of units into the header', () => {
    expect(
      findHeader(
        table(`
      客户|日期|金额|数量
      ||(万元)|个
      华为|2024-01-02|5|1`),
      ).headers,
    ).toEqual(['客户', '日期', '金额(万元)', '数量(个)'])
  })

  it('does not take the first row of data for a second header row', () => {
    expect(
      findHeader(
        table(`
      Customer|Date|Amount|Note
      Acme|2024-01-02|5|first
      Bolt|2024-01-03|6|`),
      ).below,
    ).toBe(1)
  })

  it('cuts empty columns at the end and keeps one that has content', () => {
    expect(
      findHeader(
        table(`
      客户|日期|金额|||
      华为|2024-01-02|5|||
      中兴|2024-01-03|6|||`),
      ).headers,
    ).toHaveLength(3)
    expect(
      findHeader(
        table(`
      客户|日期|金额||
      华为|2024-01-02|5|x|
      中兴|2024-01-03|6|y|`),
      ).headers,
    ).toEqual(['客户', '日期', '金额', 'D'])
  })

  it('says when there is no header', () => {
    const found = findHeader(
      table(`
      Acme|2024-01-02|5
      Bolt|2024-01-03|6`),
    )
    expect(found).toEqual({ headers: ['A', 'B', 'C'], at: -1, below: 0 })
  })
})

describe('distinctHeaders', () => {
  it('numbers repetitions and names what has no name', () => {
    expect(distinctHeaders(['OrderID', 'OrderID', '', 'OrderID (2)'])).toEqual([
      'OrderID',
      'OrderID (2)',
      'C',
      'OrderID (2) (2)',
    ])
    expect(columnLetter(0)).toBe('A')
    expect(columnLetter(27)).toBe('AB')
  })
})
