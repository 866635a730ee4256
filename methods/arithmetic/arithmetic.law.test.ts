import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountFromMicros } from './amount-from-micros.ts'
import { cumulativeSums } from './cumulative-sums.ts'
import { exactRatio } from './exact-ratio.ts'
import { microsFromDecimal } from './micros-from-decimal.ts'
import { roundDecimals } from './round-decimals.ts'
import { total } from './total.ts'

const micros = fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n })

describe('total', () => {
  it('of whole numbers is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 200 }), (values) => {
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n)
        expect(total(values)).toBe(Number(exact))
      }),
    )
  })

  it('of cents is the nearest double, where plain addition is not', () => {
    const cents = Array.from({ length: 10_000 }, () => 0.1)
    expect(total(cents)).toBe(1000)
    expect(cents.reduce((sum, value) => sum + value, 0)).not.toBe(1000)
  })

  it('refuses what has no sum', () => {
    expect(() => total([1, Number.NaN])).toThrow('values[1] must be a finite number, got NaN')
    expect(() => cumulativeSums([1e308, 1e308])).toThrow('values must have a finite sum, got Infinity')
  })
})

describe('micro-units', () => {
  it('come back from their decimal writing', () => {
    fc.assert(
      fc.property(micros, (amount) => {
        const digits = String(amount < 0n ? -amount : amount).padStart(7, '0')
        const text = `${amount < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
        expect(microsFromDecimal(text)).toBe(amount)
        expect(amountFromMicros(amount)).toBe(Number(text))
      }),
    )
  })

  it.each(['', '.', '1.', '.5', '1.0000001', '1,5', '+1', '--1', 'NaN'])('refuse %j', (text) => {
    expect(() => microsFromDecimal(text)).toThrow(RangeError)
  })
})

describe('exactRatio', () => {
  it('is the same for the same ratio', () => {
    const part = fc.bigInt({ min: 1n, max: 1_000_000n })
    fc.assert(
      fc.property(part, part, part, (numerator, denominator, factor) => {
        expect(exactRatio(numerator * factor, denominator * factor)).toBe(exactRatio(numerator, denominator))
      }),
    )
  })
})

describe('roundDecimals', () => {
  it('gives back what has no more than the places asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousandths) => {
        expect(roundDecimals(thousandths / 1000, 3)).toBe(thousandths / 1000)
      }),
    )
  })

  it('refuses half a place', () => {
    expect(() => roundDecimals(1, 0.5)).toThrow('places must be an integer from 0 to 15, got 0.5')
  })
})
