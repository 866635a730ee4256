import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, microsText, multiplyMicros } from './micros.ts'
import { parseAmount, plainMicros } from './parse-amount.ts'

const micros = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n })

describe('amounts', () => {
  it('come back from their own text', () => {
    fc.assert(
      fc.property(micros, (value) => {
        expect(parseAmount(microsText(value), '.')).toBe(value)
      }),
    )
  })

  it('mean the same with grouped digits, a currency sign and either decimal mark', () => {
    fc.assert(
      fc.property(micros, (value) => {
        const [whole = '', fraction] = microsText(value < 0n ? -value : value).split('.')
        const sign = value < 0n ? '-' : ''
        const grouped = (comma: string) => whole.replace(/\B(?=(\d{3})+$)/g, comma)
        const tail = (mark: string) => (fraction === undefined ? '' : mark + fraction)
        expect(parseAmount(`${sign}￥${grouped(',')}${tail('.')}`, '.')).toBe(value)
        expect(parseAmount(`${sign}${grouped('.')}${tail(',')} €`, ',')).toBe(value)
        expect(parseAmount(sign === '' ? `${grouped(',')}${tail('.')}` : `(${grouped(',')}${tail('.')})`, '.')).toBe(
          value,
        )
      }),
    )
  })

  it('agree between the fast path and the slow one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,9}(\.\d{1,6})?$/), (text) => {
        expect(plainMicros(text)).toBe(parseAmount(` ${text} `, '.'))
      }),
    )
  })

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.constantFrom('.' as const, ',' as const),
        (text, mark) => {
          expect(['bigint', 'object']).toContain(typeof parseAmount(text, mark))
        },
      ),
    )
  })

  it('multiply exactly, rounded half away from zero', () => {
    fc.assert(
      fc.property(micros, fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (one, other) => {
        const exact = one * other
        const size = (exact < 0n ? -exact : exact) * 2n
        const expected = (size + 1_000_000n) / 2_000_000n
        expect(multiplyMicros(one, other)).toBe(exact < 0n ? -expected : expected)
      }),
    )
  })

  it('divide with the remainder at most half the divisor', () => {
    fc.assert(
      fc.property(micros, fc.bigInt({ min: 1n, max: 10n ** 9n }), (value, divisor) => {
        const rest = value - divideRounded(value, divisor) * divisor
        expect((rest < 0n ? -rest : rest) * 2n <= divisor).toBe(true)
      }),
    )
  })
})
