import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitNormalization } from './fit-normalization.ts'
import { movedValue } from './moved-value.ts'
import { normalizedColumn } from './normalized-column.ts'
import { normalizedValue } from './normalized-value.ts'

const figure = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
const direction = fc.constantFrom('higher' as const, 'lower' as const)

it('is the percentile that everybody being ranked anew gives, and lifts nobody else', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 12 }), figure, direction, (figures, to, towards) => {
      const rule = { method: 'percentile', direction: towards } as const
      const fitted = fitNormalization(figures, rule)
      const [from = 0, ...others] = figures
      const anew = fitNormalization([to, ...others], rule)
      const value = movedValue(to, { from, fitted })
      expect(value).toBeCloseTo(normalizedValue(to, anew), 12)
      const isBetter = value > normalizedValue(from, fitted)
      const [before, after] = [normalizedColumn(others, fitted), normalizedColumn(others, anew)]
      const risen = before.filter((each, i) => isBetter && (after[i] ?? Infinity) > each + 1e-12)
      expect(risen).toHaveLength(0)
    }),
  )
})

it('is the value of the figure where there are no ranks, no move, or no such account', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 9 }), figure, (figures, to) => {
      const [from = 0, ...others] = figures
      const ranks = fitNormalization(figures, { method: 'percentile' })
      expect(movedValue(from, { from, fitted: ranks })).toBe(normalizedValue(from, ranks))
      const range = fitNormalization(figures, { method: 'min-max' })
      expect(movedValue(to, { from, fitted: range })).toBe(normalizedValue(to, range))
      const absent = fitNormalization(
        others.filter((each) => each !== from),
        { method: 'percentile' },
      )
      expect(movedValue(to, { from, fitted: absent })).toBe(normalizedValue(to, absent))
      expect(movedValue(Number.NaN, { from, fitted: ranks })).toBeNaN()
    }),
  )
})

it('meets caps where the figures of the population do', () => {
  const fitted = fitNormalization([1, 2, 3, 4, 500], { method: 'percentile', caps: { low: 0, high: 0.75 } })
  // Beyond the cap all are the same 4: three below, two equal, itself the third.
  expect(movedValue(900, { from: 1, fitted })).toBeCloseTo((2 + 1.5) / 5, 12)
  expect(movedValue(7, { from: 500, fitted })).toBe(normalizedValue(500, fitted))
})
