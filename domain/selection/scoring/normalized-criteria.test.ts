import type { NormalizationRule } from '@vitalfew/methods/scoring/normalization-rule.ts'
import { normalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import { seededRandom } from '@vitalfew/methods/simulation/seeded-random.ts'
import { describe, expect, test } from 'vitest'
import { normalizedCriteria } from './normalized-criteria.ts'

const rules: NormalizationRule[] = [
  { method: 'percentile' },
  { method: 'percentile', direction: 'lower', caps: { low: 0.01, high: 0.99 } },
  { method: 'min-max' },
  { method: 'log', caps: { low: 0, high: 0.9 } },
  { method: 'z-score' },
  {
    method: 'piecewise',
    points: [
      { figure: 0, value: 0 },
      { figure: 9, value: 1 },
    ],
  },
  { method: 'percentile' },
]

describe.each([0, 7, 20_000])('criteria of %i accounts', (accounts) => {
  const random = seededRandom(5)
  const criteria = rules.map((rule) => ({
    rule,
    figures: Float64Array.from({ length: accounts }, () =>
      random() < 0.1 ? Number.NaN : Math.floor(50 * random()) / 5,
    ),
  }))

  test('are normalised as one by one, and the same when asked again', () => {
    const found = normalizedCriteria(criteria)
    expect(normalizedCriteria(criteria)).toEqual(found)
    expect(found).toHaveLength(rules.length)
    for (const [place, { figures, rule }] of criteria.entries()) {
      const alone = normalizedPopulation(figures, rule)
      const values = found[place]?.values
      expect(values).toHaveLength(accounts)
      expect(alone.values.findIndex((value, account) => !Object.is(value, values?.[account]))).toBe(-1)
      expect(Object.keys(found[place]?.fitted ?? {})).toEqual(Object.keys(alone.fitted))
      expect({ ...found[place]?.fitted, sorted: null }).toEqual({ ...alone.fitted, sorted: null })
    }
    // The figures are still there.
    expect(criteria.map(({ figures }) => figures.length)).toEqual(rules.map(() => accounts))
  })

  test('that cannot be normalised are told as ever', () => {
    for (const broken of accounts === 0 ? [] : [0, 1, 6]) {
      const wrong = criteria.map(({ rule, figures }, place) => {
        const infinite = Float64Array.from(figures)
        if (place === broken) infinite[3] = Infinity
        return { rule, figures: infinite }
      })
      expect(() => normalizedCriteria(wrong)).toThrow(RangeError)
    }
  })
})
