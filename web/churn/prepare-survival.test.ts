import { describe, expect, test } from 'vitest'
import type { SurvivalCurve } from '@vitalfew/contract/churn.ts'
import { prepareSurvival, survivalDimensions } from './prepare-survival.ts'

const curve = (part: Partial<SurvivalCurve>): SurvivalCurve => ({
  dimension: '',
  group: '',
  accounts: 10,
  left: 3,
  medianMonths: null,
  medianLower: null,
  medianUpper: null,
  points: [
    { month: 1.5, survival: 0.9, lower: 0.8, upper: 1, atRisk: 9 },
    { month: 2, survival: 0.6, lower: 0.4, upper: 0.8, atRisk: 6 },
    { month: 4, survival: 0.5, lower: 0.3, upper: 0.7, atRisk: 4 },
  ],
  ...part,
})

describe('prepareSurvival', () => {
  test('a curve keeps its value until the next event, and begins with everybody', () => {
    const { months, lines } = prepareSurvival([curve({})])
    expect(months).toEqual([0, 1, 2, 3, 4])
    expect(lines[0]?.survival.map((point) => point?.value)).toEqual([1, 1, 0.6, 0.6, 0.5])
  })

  test('a shorter curve ends where nobody was seen any more', () => {
    const short = curve({
      group: 'b',
      accounts: 5,
      points: [{ month: 1, survival: 0.5, lower: 0, upper: 1, atRisk: 2 }],
    })
    const { lines } = prepareSurvival([short, curve({ group: 'a' })])
    expect(lines.map(({ group }) => group)).toEqual(['a', 'b'])
    expect(lines[1]?.survival.map((point) => point?.value ?? null)).toEqual([1, 0.5, null, null, null])
  })

  test('what is left after a year is known only where somebody was seen for a year', () => {
    const year = [...curve({}).points, { month: 13, survival: 0.2, lower: 0.1, upper: 0.3, atRisk: 1 }]
    expect(prepareSurvival([curve({})]).lines[0]?.afterYear).toBeNull()
    expect(prepareSurvival([curve({ points: year })]).lines[0]?.afterYear).toBe(0.5)
  })

  test('a long history is read in larger steps, many groups are cut to the largest five', () => {
    const long = curve({ points: [{ month: 300, survival: 0.5, lower: 0.4, upper: 0.6, atRisk: 1 }] })
    expect(prepareSurvival([long]).months).toHaveLength(101)
    const groups = Array.from({ length: 7 }, (_, index) => curve({ group: String(index), accounts: index }))
    expect(prepareSurvival(groups)).toMatchObject({ leftOut: 2 })
  })

  test('no curves, no lines', () => {
    expect(prepareSurvival([])).toEqual({ months: [0], lines: [], leftOut: 0 })
    expect(survivalDimensions([])).toEqual([])
  })
})

test('every cut is offered once', () => {
  expect(survivalDimensions([curve({}), curve({ dimension: 'abcClass' }), curve({ dimension: 'abcClass' })])).toEqual([
    '',
    'abcClass',
  ])
})
