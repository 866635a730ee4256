import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { ascendingOrder } from './ascending-order.ts'
import { fitNormalization } from './fit-normalization.ts'
import { emptyFigures } from './keyed-figures.ts'
import type { DirectedRule } from './normalization-rule.ts'
import { normalizedColumn } from './normalized-column.ts'
import { normalizedPopulation } from './normalized-population.ts'
import { normalizedValue } from './normalized-value.ts'
import { percentileRanks } from './percentile-ranks.ts'
import { radixOrder } from './radix-order.ts'
import { sortedFigures } from './sorted-figures.ts'

const figure = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.constantFrom(0, -0, 1e-300, -1e300, 1 + 2 ** -40, 1 + 2 ** -41),
)
const figures = fc.array(figure, { maxLength: 80 })
const rule: fc.Arbitrary<DirectedRule> = fc
  .record({
    method: fc.constantFrom('percentile' as const, 'min-max' as const, 'z-score' as const, 'log' as const),
    direction: fc.constantFrom('higher' as const, 'lower' as const),
    capped: fc.boolean(),
  })
  .map(({ method, direction, capped }) =>
    capped ? { method, direction, caps: { low: 0.1, high: 0.8 } } : { method, direction },
  )

describe('ascendingOrder', () => {
  it('is the stable order of the known figures', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const expected = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]))
        expected.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
        expect([...ascendingOrder(values)]).toEqual(expected)
      }),
    )
  })

  it('sorts many figures that share their upper half', () => {
    const close = Float64Array.from({ length: 500 }, (_, i) => 1 + ((i * 7919) % 500) * 2 ** -45)
    const sorted = [...ascendingOrder(close)].map((i) => close[i])
    expect(sorted).toEqual([...close].sort((a, b) => a - b))
  })
})

describe('sortedFigures', () => {
  it('sorts by the lower halves too, without taking for ever, and keeps the order of equals', () => {
    const at = (sign: number) =>
      Float64Array.from({ length: 20_000 }, (_, i) => sign * (1 + ((i * 7919) % 5000) * 2 ** -50))
    for (const close of [at(1), at(-1), Float64Array.from([...at(1), ...at(-1), -0, 0, Infinity, -Infinity])]) {
      const expected = Array.from(close, (_, i) => i).sort((a, b) => (close[a] ?? 0) - (close[b] ?? 0))
      const { sorted, order } = sortedFigures(close)
      expect(order).toEqual(Uint32Array.from(expected))
      expect(sorted).toEqual(Float64Array.from(expected, (i) => close[i] ?? 0))
    }
  })

  it('starts from the order given and leaves out what is unknown', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const backwards = Array.from(values, (_, i) => values.length - 1 - i)
        const expected = backwards.filter((i) => !Number.isNaN(values[i]))
        expected.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
        expect([...sortedFigures(values, backwards).order]).toEqual(expected)
      }),
    )
  })

  it('sorts many figures of every kind', () => {
    const random = seededRandom(6)
    const kinds = [
      () => random() - 0.5,
      () => Math.floor(12 * random()),
      () => (random() < 0.5 ? 0 : Math.exp(8 * random())),
      () => (random() < 0.9 ? 1 + random() * 2 ** -30 : -1e300),
      () => (random() < 0.3 ? Number.NaN : -Math.exp(600 * random())),
      () => 5,
      () => Number.NaN,
      () => (random() < 0.1 ? -0 : Number.MIN_VALUE * Math.floor(9 * random() - 4)),
    ]
    const columns = kinds.map((drawn) => Float64Array.from({ length: 20_000 }, drawn))
    // More in one bucket than are sorted by their places.
    columns.push(Float64Array.from({ length: 80_000 }, () => 1 + random() * 2 ** -10))
    for (const values of columns) {
      const expected = Array.from(values, (_, i) => i).filter((i) => !Number.isNaN(values[i]))
      expected.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
      const { sorted, order } = sortedFigures(values)
      expect(order).toEqual(Uint32Array.from(expected))
      expect(sorted).toEqual(Float64Array.from(expected, (i) => values[i] ?? 0))
    }
  })

  it('orders keys from one end of 32 bits to the other', () => {
    const key = fc.oneof(fc.integer(), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0, -1, 4096, 8192))
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const given = {
          keys: Int32Array.from(keys),
          figures: Float64Array.from(keys),
          positions: Uint32Array.from(keys, (_, i) => i),
        }
        const { positions } = radixOrder(given, emptyFigures(keys.length))
        const expected = Array.from(keys, (_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
        expect([...positions]).toEqual(expected)
      }),
    )
  })
})

describe('normalisation', () => {
  it('gives values from 0 to 1 for what is known, NaN for what is not, the same one by one as at once', () => {
    fc.assert(
      fc.property(figures, rule, (values, each) => {
        const { fitted, values: normalized } = normalizedPopulation(values, each)
        const one = values.map((value) => normalizedValue(value, fitted))
        expect([...normalized]).toEqual([...normalizedColumn(values, fitted)])
        normalized.forEach((value, i) => {
          expect(Number.isNaN(value) || Math.abs(value - (one[i] ?? 0)) < 1e-12).toBe(true)
        })
        values.forEach((value, i) => {
          const at = normalized[i] ?? Number.NaN
          expect(Number.isNaN(at)).toBe(Number.isNaN(value))
          expect(Number.isNaN(value) || (at >= 0 && at <= 1)).toBe(true)
        })
      }),
    )
  })

  it('never turns the order round', () => {
    fc.assert(
      fc.property(figures, rule, figure, figure, (values, each, a, b) => {
        fc.pre(values.some((value) => !Number.isNaN(value)) && a < b)
        const fitted = fitNormalization(values, each)
        const change = normalizedValue(b, fitted) - normalizedValue(a, fitted)
        expect(each.direction === 'lower' ? -change : change).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })

  it('agrees with the percentiles of the first form', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const first = percentileRanks(values).map((rank) => rank ?? Number.NaN)
        expect([...normalizedPopulation(values, { method: 'percentile' }).values]).toEqual(first)
      }),
    )
  })

  it('keeps the mean of percentiles at one half', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const ranks = normalizedPopulation(values, { method: 'percentile' }).values
        expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 12)
      }),
    )
  })
})
