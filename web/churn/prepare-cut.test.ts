import { describe, expect, test } from 'vitest'
import type { ChurnRate } from '@vitalfew/contract/churn.ts'
import { prepareCut } from './prepare-cut.ts'

const rate = (accounts: number, left: number): ChurnRate => ({
  accounts,
  left,
  rate: accounts > 0 ? left / accounts : 0,
  lower: 0,
  upper: accounts > 0 ? Math.min(1, left / accounts + 0.1) : 1,
  wonBack: 0,
  revenueLost: 0,
})
const cut = (values: readonly (readonly [string, ChurnRate])[], omitted = 0) => ({
  dimension: 'region',
  omitted,
  values: values.map(([value, own]) => ({ value, rate: own })),
})

describe('prepareCut', () => {
  test('the highest rate first, values without accounts not at all', () => {
    const plot = prepareCut(
      cut([
        ['a', rate(10, 1)],
        ['b', rate(10, 4)],
        ['c', rate(0, 0)],
      ]),
    )
    expect(plot.lines.map(({ value }) => value)).toEqual(['b', 'a'])
    expect(plot).toMatchObject({ overall: 0.25, leftOut: 0, scale: { from: 0, to: 0.5 } })
  })

  test('years keep their order', () => {
    const plot = prepareCut(
      cut([
        ['2024', rate(10, 1)],
        ['2023', rate(10, 4)],
        ['2025', rate(10, 2)],
      ]),
    )
    expect(plot.lines.map(({ value }) => value)).toEqual(['2023', '2024', '2025'])
  })

  test('of many values those with most accounts are drawn, and the others counted', () => {
    const many = Array.from({ length: 20 }, (_, index) => [`v${String(index)}`, rate(index + 1, 1)] as const)
    const plot = prepareCut(cut(many, 7))
    expect(plot.lines).toHaveLength(12)
    expect(plot.lines.every(({ rate: own }) => own.accounts > 8)).toBe(true)
    expect(plot.leftOut).toBe(15)
  })

  test('a cut of nobody is empty', () => {
    expect(prepareCut(cut([]))).toMatchObject({ lines: [], overall: null, scale: { from: 0, to: 0.05 } })
  })
})
