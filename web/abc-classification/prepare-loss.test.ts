import { expect, test } from 'vitest'
import { prepareLoss } from './prepare-loss.ts'

test('an account that brings a quarter takes a quarter', () => {
  expect(prepareLoss({ amount: 25, left: 75 })).toEqual({ change: -0.25, kept: 0.75, isGain: false })
})

test('without an account that loses money the whole would grow', () => {
  expect(prepareLoss({ amount: -10, left: 110 })).toEqual({ change: 0.1, kept: null, isGain: true })
})

test('a share of nothing or of a loss is not a share', () => {
  expect(prepareLoss({ amount: 5, left: -5 }).change).toBeNull()
  expect(prepareLoss({ amount: 5, left: -50 })).toEqual({ change: null, kept: null, isGain: false })
})

test('when the rest loses money there is no bar', () => {
  expect(prepareLoss({ amount: 100, left: -20 })).toEqual({ change: -1.25, kept: null, isGain: false })
})
