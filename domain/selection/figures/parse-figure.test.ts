import { expect, test } from 'vitest'
import { parseFigure } from './parse-figure.ts'

test.each([
  ['0', 0],
  ['-0', 0],
  ['12.5%', 0.125],
  ['7 %', 0.07],
  ['１２％', 0.12],
  ['￥1,234.50', 1234.5],
  ['(500.00)', -500],
  ['1.2万', 12_000],
  ['-1.5e-9', -1.5e-9],
  ['.5', 0.5],
  ['+3', 3],
])('%s is a figure', (text, value) => {
  expect(parseFigure(text)).toBe(value)
})

test.each(['', 'n/a', '无', '%', '5%%', '1e999', 'NaN', 'Infinity', '1;2', '2025-01-01', '12 units'])(
  '%s is none',
  (text) => {
    expect(parseFigure(text)).toBeNull()
  },
)
