import { expect, test } from 'vitest'
import { distanceMap, weightMap } from './prepare-disagreement.ts'

const departments = [
  { department: 'Sales', share: 0.5, experts: ['a', 'b'], weights: [0.8, 0.2] },
  { department: 'Finance', share: 0.5, experts: ['c'], weights: [0.4, 0.6] },
]
const group = {
  weights: [0.6, 0.4],
  consistencyRatio: 0,
  consensus: 0.5,
  consensusBand: 'low' as const,
  departmentConsensus: 0.5,
  weightsByJudgements: [0.6, 0.4],
  weightsByPriorities: [0.6, 0.4],
}

test('the map says what each gives and how far that is from what was agreed', () => {
  const [sales, finance] = weightMap({ departments, group })
  expect(sales).toMatchObject({ department: 'Sales', experts: 2 })
  expect(sales?.cells[0]?.apart).toBeCloseTo(0.2)
  expect(finance?.cells[1]?.apart).toBeCloseTo(0.2)
  expect(sales?.cells.every(({ heat }) => Math.abs(heat - 1) < 1e-9)).toBe(true)
})

test('who is how far from whom, and on what; agreement is cold', () => {
  const disagreements = {
    departments: [
      { first: 'Finance', second: 'Sales', distance: 0.4, criterion: 'value', firstWeight: 0.4, secondWeight: 0.8 },
    ],
    experts: [],
    judgements: [],
  }
  const [sales] = distanceMap({ departments, disagreements })
  expect(sales?.cells).toEqual([null, { distance: 0.4, criterion: 'value', heat: 1 }])
  const none = distanceMap({ departments, disagreements: { ...disagreements, departments: [] } })
  expect(none[0]?.cells[1]).toEqual({ distance: 0, criterion: null, heat: 0 })
})
