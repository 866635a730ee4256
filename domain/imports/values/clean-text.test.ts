import { describe, expect, it } from 'vitest'
import { formulaText } from '../rejected/formula-text.ts'
import { cleanIdentifier, cleanText } from './clean-text.ts'
import { isPlaceholder } from './placeholders.ts'

describe('cleanText', () => {
  it.each([
    ['  华为 ', '华为'],
    ['\u3000华为\u00a0', '华为'],
    ['华\u200b为\ufeff', '华为'],
    ['="00123"', '00123'],
    ["'00123", "'00123"],
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'+86 138", '+86 138'],
    ["O'Neill", "O'Neill"],
    ['123456\t', '123456'],
  ])('makes %j into %j', (raw, expected) => {
    expect(cleanText(raw)).toBe(expected)
  })

  it.each(['=1+1', '@x', '+86 138', '-cmd', ' =1', '"=1', '＝1', '\t=1', '-', '--'])(
    'undoes the protection of %j',
    (cell) => {
      expect(formulaText(cell)).toBe(`'${cell}`)
      expect(cleanText(formulaText(cell))).toBe(cell.trim())
    },
  )

  it.each(['-500', '-1,234.50', '(500.00)', '+7', '-￥3', '华为', "O'Neill"])('leaves %j unprotected', (cell) => {
    expect(formulaText(cell)).toBe(cell)
  })
})

describe('cleanIdentifier', () => {
  it('takes off what a float added', () => {
    expect(cleanIdentifier('17850.0')).toBe('17850')
    expect(cleanIdentifier('17850.00')).toBe('17850')
    expect(cleanIdentifier('17850.50')).toBe('17850.50')
    expect(cleanIdentifier('V1.0')).toBe('V1.0')
    expect(cleanIdentifier('00100')).toBe('00100')
  })
})

describe('isPlaceholder', () => {
  it.each(['', '无', 'N/A', '-', '未知', 'null', 'NULL', '#N/A', 'Ｎ／Ａ', '——'])('%j says nothing', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  it.each(['散客', '其他', '无锡药厂', 'Nan Ya', '0'])('%j says something', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })
})
