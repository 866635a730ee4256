import { expect, test } from 'vitest'
import { conditionCount, joinFilter, splitFilter } from './filter-parts.ts'

const tier = { field: 'tier' as const, operator: 'in' as const, values: ['key'] }
const stage = { field: 'lifecycleStage' as const, operator: 'in' as const, values: ['lost', 'dormant'] }
const large = { field: 'netRevenue' as const, operator: 'gte' as const, value: 1000 }

test('the form takes what it can show, the builder the rest', () => {
  expect(splitFilter({ all: [tier, stage, large] })).toEqual({
    quick: { tier: ['key'], lifecycleStage: ['lost', 'dormant'] },
    built: [large],
  })
  expect(splitFilter(tier)).toEqual({ quick: { tier: ['key'] }, built: [] })
  expect(splitFilter({ any: [tier, stage] }).built).toEqual([{ any: [tier, stage] }])
  expect(splitFilter(undefined)).toEqual({ quick: {}, built: [] })
})

test('a field asked for twice is shown once by the form, once by the builder', () => {
  const again = { ...tier, values: ['strategic'] }
  expect(splitFilter({ all: [tier, again] })).toEqual({ quick: { tier: ['key'] }, built: [again] })
})

test('both together are the filter again', () => {
  for (const filter of [tier, large, { all: [tier, stage, large] }, { any: [tier, large] }])
    expect(joinFilter(splitFilter(filter))).toEqual(filter)
  expect(joinFilter({ quick: { tier: [] }, built: [] })).toBeUndefined()
})

test('conditions are counted at any depth', () => {
  expect(conditionCount([tier, { any: [large, { all: [stage, large] }] }])).toBe(4)
})
