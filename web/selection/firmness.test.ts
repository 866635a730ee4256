import { expect, test } from 'vitest'
import { firmness } from './firmness.ts'

const of = (probability: number) => ({
  tier: 'key',
  tierRule: 'score' as const,
  probabilities: [{ tier: 'key', probability }],
})

test('firm from nine draws of ten, shaky below one of two', () => {
  expect([1, 0.9, 0.89, 0.5, 0.49].map((probability) => firmness(of(probability))?.level)).toEqual([
    'firm',
    'firm',
    'likely',
    'likely',
    'shaky',
  ])
})

test('a tier by rules is ruled unless a score may lift the account above it', () => {
  expect(firmness({ ...of(1), tierRule: 'rules' })?.level).toBe('ruled')
  expect(firmness({ ...of(0.7), tierRule: 'rules' })?.level).toBe('likely')
})

test('says nothing where weights did not decide or nobody looked', () => {
  expect(firmness({ ...of(1), tierRule: 'override' })).toBeNull()
  expect(firmness({ ...of(1), probabilities: null })).toBeNull()
})
