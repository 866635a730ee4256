import { describe, expect, it } from 'vitest'
import { headerKey, headerTokens } from './header-key.ts'
import { headerUnit } from './header-unit.ts'

describe('headerUnit', () => {
  it.each([
    ['金额(万元)', '金额', 10_000, ''],
    ['金额（万元）', '金额', 10_000, ''],
    ['销售额/千元', '销售额', 1_000, ''],
    ['金额:亿', '金额', 100_000_000, ''],
    ['金额_万元', '金额', 10_000, ''],
    ['销售额 万元', '销售额', 10_000, ''],
    ['金额万元', '金额', 10_000, ''],
    ['金额【单位:万元】', '金额', 10_000, ''],
    ['金额(分)', '金额', 0.01, ''],
    ['金额(元)', '金额', 1, ''],
    ['金额(万美元)', '金额', 10_000, 'USD'],
    ['金额(人民币)', '金额', 1, 'CNY'],
    ['Revenue ($k)', 'Revenue', 1_000, ''],
    ['Sales (in thousands)', 'Sales', 1_000, ''],
    ['Sales in millions', 'Sales', 1_000_000, ''],
    ['Amount (USD)', 'Amount', 1, 'USD'],
    ['amount_usd', 'amount', 1, 'USD'],
    ["Net Sales ('000)", 'Net Sales', 1_000, ''],
    ['金额(含税)', '金额', 1, ''],
    ['客户名称*', '客户名称*', 1, ''],
    ['美元', '美元', 1, ''],
  ])('of %s is %s × %d %s', (header, name, factor, currency) => {
    expect(headerUnit(header)).toMatchObject({ name, factor, currency })
  })
})

describe('headerKey', () => {
  it('forgets spelling', () => {
    for (const header of ['Order_Date', 'orderDate', 'ORDER DATE', ' order-date: ', 'ＯｒｄｅｒDate'])
      expect(headerKey(header)).toBe('orderdate')
    expect(headerKey('Invoice #')).toBe('invoiceno')
    expect(headerKey('*客户 名称')).toBe('客户名称')
  })
})

describe('headerTokens', () => {
  it('parts words at blanks, signs, capitals and scripts', () => {
    expect(headerTokens('shipPostalCode')).toEqual(['ship', 'postal', 'code'])
    expect(headerTokens('TotalNETSales_2024')).toEqual(['total', 'net', 'sales', '2024'])
    expect(headerTokens('客户ID')).toEqual(['客户', 'id'])
  })
})
