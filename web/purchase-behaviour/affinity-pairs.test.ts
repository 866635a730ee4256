import type { AffinityRule } from '@vitalfew/contract/purchase-behaviour.ts'
import { expect, test } from 'vitest'
import { affinityPairs } from './affinity-pairs.ts'

const rule = (from: string[], to: string, confidence: number): AffinityRule => ({
  from,
  to,
  fromNames: from,
  toName: to,
  count: 1,
  fromCount: 1,
  toCount: 1,
  support: 0.1,
  confidence,
  lift: 2,
  leverage: 0.05,
  pValue: 0.01,
  qValue: 0.01,
})

test('of each set of items the surest direction is kept', () => {
  const rules = [rule(['a'], 'b', 0.4), rule(['b'], 'a', 0.7), rule(['a', 'b'], 'c', 0.5), rule(['c', 'a'], 'b', 0.2)]
  expect(affinityPairs(rules).map(({ from, to }) => [...from, to].join(''))).toEqual(['ba', 'abc'])
})
