import { expect, test } from 'vitest'
import { translator } from '@vitalfew/contract/locale.ts'
import { amountUnit, fittingScale } from './amount-scale.ts'

test('units as headers say them', () => {
  expect(amountUnit(translator('zh-CN'), { scale: 'base', currency: 'CNY' })).toBe('元')
  expect(amountUnit(translator('zh-CN'), { scale: 'large', currency: 'CNY' })).toBe('亿元')
  expect(amountUnit(translator('zh-CN'), { scale: 'middle', currency: 'USD' })).toBe('万 USD')
  expect(amountUnit(translator('en'), { scale: 'base', currency: 'CNY' })).toBe('CNY')
  expect(amountUnit(translator('en'), { scale: 'large', currency: 'EUR' })).toBe('EUR M')
})

test('the unit fits the amount it has to show', () => {
  expect(fittingScale('zh-CN', 900)).toBe('base')
  expect(fittingScale('zh-CN', 60_000)).toBe('middle')
  expect(fittingScale('zh-CN', 700_000_000)).toBe('large')
  expect(fittingScale('en', 60_000)).toBe('middle')
  expect(fittingScale('en', 0)).toBe('base')
})
