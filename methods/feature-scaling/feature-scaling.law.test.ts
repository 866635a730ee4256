import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureScales, fitScale, scaledColumn } from './feature-scale.ts'
import { featureTransforms, fitTransform, transformedColumn } from './feature-transform.ts'
import { gowerDistance, type MixedFeature } from './gower-distance.ts'
import { oneHot } from './one-hot.ts'
import { yeoJohnson, yeoJohnsonLambda } from './yeo-johnson.ts'

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const column = fc.array(fc.oneof({ weight: 9, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), {
  minLength: 1,
  maxLength: 40,
})

describe('transforms and scales', () => {
  it('keep the order of the figures and leave unknown ones unknown', () => {
    fc.assert(
      fc.property(
        column,
        fc.constantFrom(...featureTransforms),
        fc.constantFrom(...featureScales),
        (figures, transform, scale) => {
          const turned = transformedColumn(figures, fitTransform(figures, transform))
          const scaled = scaledColumn(turned, fitScale(turned, scale))
          const order = figures.map((_, i) => i).filter((i) => !Number.isNaN(figures[i]))
          order.sort((one, other) => (figures[one] ?? 0) - (figures[other] ?? 0))
          order.slice(1).forEach((row, i) => {
            expect(scaled[row]).toBeGreaterThanOrEqual((scaled[order[i] ?? 0] ?? 0) - 1e-9)
          })
          figures.forEach((value, i) => expect(Number.isNaN(scaled[i])).toBe(Number.isNaN(value)))
        },
      ),
    )
  })

  it('z-scores have mean 0 and deviation 1, min–max lies in 0..1, ranks have mean ½', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 40 }), (figures) => {
        const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
        const z = scaledColumn(figures, fitScale(figures, 'zscore'))
        expect(mean(z)).toBeCloseTo(0, 6)
        const spread = mean(z.map((value) => value * value))
        expect(Math.abs(spread) < 1e-6 || Math.abs(spread - 1) < 1e-6).toBe(true)
        const unit = scaledColumn(figures, fitScale(figures, 'minmax'))
        expect([Math.min(...unit) >= 0, Math.max(...unit) <= 1 + 1e-12]).toEqual([true, true])
        expect(mean(scaledColumn(figures, fitScale(figures, 'rank')))).toBeCloseTo(0.5, 9)
      }),
      { examples: [[[3.8e-162, 0]], [[5e-324, 0]], [[1e6, 1e6 - 2 ** -33]], [[1e6, 999_999]]] },
    )
  })
})

describe('Yeo–Johnson', () => {
  it('is continuous in λ at its two special powers', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (value) => {
        expect(yeoJohnson(value, 1e-9)).toBeCloseTo(yeoJohnson(value, 0), 4)
        expect(yeoJohnson(value, 2 - 1e-9)).toBeCloseTo(yeoJohnson(value, 2), 4)
        expect(yeoJohnson(value, 1)).toBeCloseTo(value, 9)
      }),
    )
  })

  it('finds the power that figures were bent by', () => {
    // Quantiles of a normal distribution, bent by the inverse of the power 0.3.
    const bent = Array.from({ length: 400 }, (_, i) => {
      const place = (i + 0.5) / 400
      const normal = 4 + Math.log(place / (1 - place)) * 0.55
      return (normal * 0.3 + 1) ** (1 / 0.3) - 1
    })
    expect(yeoJohnsonLambda(bent)).toBeCloseTo(0.3, 1)
  })
})

describe('oneHot', () => {
  it('gives every row exactly one 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { minLength: 1 }),
        fc.integer({ min: 2, max: 4 }),
        (labels, most) => {
          const { columns } = oneHot(labels, most)
          expect(columns.length).toBeLessThanOrEqual(most)
          labels.forEach((_, i) => expect(columns.reduce((sum, each) => sum + (each[i] ?? 0), 0)).toBe(1))
        },
      ),
    )
  })
})

describe('gowerDistance', () => {
  it('is symmetric, between 0 and 1, and 0 to itself where anything is known', () => {
    const labels = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 6, maxLength: 6 })
    const figures = fc.array(fc.oneof(figure, fc.constant(Number.NaN)), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(labels, figures, (category, numbers) => {
        const features: MixedFeature[] = [
          { kind: 'category', labels: category },
          { kind: 'figure', figures: numbers },
        ]
        const distance = gowerDistance(features)
        for (let one = 0; one < 6; one++) {
          const isKnown = category[one] !== '' || !Number.isNaN(numbers[one])
          expect(distance(one, one)).toBe(isKnown ? 0 : 1)
          for (let other = 0; other < 6; other++) {
            expect(distance(one, other)).toBe(distance(other, one))
            expect(distance(one, other)).toBeGreaterThanOrEqual(0)
            expect(distance(one, other)).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })
})
