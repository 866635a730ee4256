import { describe, expect, it } from 'vitest'
import { isTotalPhrase, isTotalWord } from './set-aside.ts'

describe('isTotalWord', () => {
  it.each([
    '合计',
    '合 计',
    '小计:',
    '小计：',
    '总计',
    '本页合计',
    '本月小计',
    '累计',
    '客户小计',
    '【合计】',
    'Total',
    'TOTAL',
    'Grand Total',
    'Sub-Total',
    'subtotal:',
    'Totals',
    'Sum',
    '＊合计＊',
  ])('%s is one', (cell) => {
    expect(isTotalWord(cell)).toBe(true)
  })

  it.each([
    '',
    '华东合计',
    'Total Wine & More',
    'TotalEnergies',
    'Totalität',
    '合计科技有限公司',
    'Summit',
    '设计',
    '12',
  ])('%j is none', (cell) => {
    expect(isTotalWord(cell)).toBe(false)
  })
})

describe('isTotalPhrase', () => {
  it.each([
    '华东区 小计',
    '张三合计:',
    '合计（元）',
    'Total for March',
    'Grand total: 12',
    'North region total',
    'Total 2024',
  ])('%s is one', (cell) => {
    expect(isTotalPhrase(cell)).toBe(true)
  })

  it.each(['Total Wine & More', 'TotalEnergies', '设计院', '合肥', '会计事务所'])('%s is none', (cell) => {
    expect(isTotalPhrase(cell)).toBe(false)
  })
})
