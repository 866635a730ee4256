import { describe, expect, test } from 'vitest'
import { translator } from '@vitalfew/contract/locale.ts'
import { formats, missingMark } from './formats.ts'

const chinese = formats({ locale: 'zh-CN', t: translator('zh-CN'), currency: 'CNY', scale: 'middle' })
const english = formats({ locale: 'en', t: translator('en'), currency: 'USD', scale: 'middle' })

describe('amounts', () => {
  test('stand below a header that names the unit', () => {
    expect(chinese.unit).toBe('万元')
    expect(chinese.amount(12_345_678)).toBe('1,234.6')
    expect(english.unit).toBe('USD K')
    expect(english.amount(12_345_678)).toBe('12,345.7')
  })

  test('name their own unit when they stand alone', () => {
    expect(chinese.money(12_345_678)).toBe('¥1,234.6万')
    expect(english.money(-1_500)).toBe('−$1.5K')
  })

  test('that stand alone take a smaller unit rather than becoming nothing', () => {
    expect(chinese.money(8_387.4)).toBe('¥8,387')
    expect(formats({ locale: 'zh-CN', t: translator('zh-CN'), currency: 'CNY', scale: 'large' }).money(8_387_400)).toBe(
      '¥838.7万',
    )
  })

  test('that are not zero never read as zero', () => {
    expect(chinese.amount(12)).toBe('<0.1')
    expect(chinese.amount(-12)).toBe('>−0.1')
    expect(chinese.amount(0)).toBe('0.0')
  })

  test('without a currency show neither sign nor code', () => {
    const plain = formats({ locale: 'en', t: translator('en'), currency: 'XXX', scale: 'base' })
    expect(plain.unit).toBe('')
    expect(plain.money(1_234)).toBe('1,234')
  })

  test('in an unknown currency show what the data says', () => {
    expect(formats({ locale: 'en', t: translator('en'), currency: 'coins', scale: 'base' }).money(3)).toBe('coins 3')
  })
})

test('an instant is told at the hours of the workspace', () => {
  const instant = '2025-06-30T23:05:59.123Z'
  expect(chinese.instant(instant)).toBe('2025-06-30 23:05 UTC')
  const shanghai = { locale: 'zh-CN', t: translator('zh-CN'), currency: 'CNY', scale: 'middle' } as const
  expect(formats({ ...shanghai, timeZone: 'Asia/Shanghai' }).instant(instant)).toBe('2025-07-01 07:05')
})

describe('what is not known', () => {
  test.each([null, undefined, Number.NaN, Infinity])('%s is a mark, not a number', (value) => {
    expect(chinese.amount(value)).toBe(missingMark)
    expect(chinese.money(value)).toBe(missingMark)
    expect(chinese.percent(value)).toBe(missingMark)
    expect(chinese.change(value)).toBe(missingMark)
  })
})

describe('fractions', () => {
  test('a change has its sign, and from elevenfold on is a multiple', () => {
    expect(english.change(0.123)).toBe('+12.3%')
    expect(english.change(-0.123)).toBe('−12.3%')
    expect(english.change(0)).toBe('0.0%')
    expect(english.change(14.5)).toBe('×15.5')
  })

  test('a percentile is rounded down and never says 100 %', () => {
    expect(english.percentile(0.986)).toBe('98%')
    expect(english.percentile(0.9979)).toBe('99.7%')
    expect(english.percentile(0.99999)).toBe('99.9%')
    expect(english.percentile(1)).toBe('99.9%')
    expect(english.percentile(0.004)).toBe('0.4%')
  })
})

test('days are ISO in tables and words in sentences, whatever the zone of the reader', () => {
  expect(chinese.day('2026-06-30')).toBe('2026-06-30')
  expect(chinese.longDay('2026-06-30')).toBe('2026年6月30日')
  expect(english.longDay('2026-06-30')).toBe('June 30, 2026')
  expect(english.month('2026-06-01')).toBe('Jun 2026')
})
