import { describe, expect, it } from 'vitest'
import { discountMode } from './discount-mode.ts'

describe('discountMode', () => {
  it.each([
    ['Discount', ['0', '0.15', '0.2'], 'fraction'],
    ['Discount', ['0', '15', '20'], 'percent'],
    ['折扣', ['15%', '0'], 'percent'],
    ['折扣', ['0', '250.5', '30'], 'money'],
    ['优惠金额', ['0.5', '1'], 'money'],
    ['Discount Amount', ['5'], 'money'],
    ['Discount', ['0', '0'], 'fraction'],
    ['Discount', ['0.1', '0.2', '0.3', '7'], 'fraction'],
  ] as const)('of %s over %j is %s', (header, samples, expected) => {
    expect(discountMode(header, samples)).toBe(expected)
  })
})
