import { describe, expect, it } from 'vitest'
import { averageLinkage } from './average-linkage.ts'
import { connectedComponents } from './connected-components.ts'
import { damerauLevenshtein } from './damerau-levenshtein.ts'
import { fitLinkage, matchProbabilities } from './fit-linkage.ts'
import { calibratedProbability, isotonicCalibration } from './isotonic-calibration.ts'
import { jaroWinkler } from './jaro-winkler.ts'

describe('string similarities', () => {
  // Winkler 2006, "Overview of record linkage and current research directions", table 6.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['JULIES', 'JULIUS', 0.933],
    ['TANYA', 'TONYA', 0.88],
    ['SEAN', 'SUSAN', 0.805],
    ['JON', 'JOHN', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
  ])('%s and %s: %d', (left, right, published) => {
    expect(jaroWinkler(left, right)).toBeCloseTo(published, 2)
  })

  it('a swap is one edit, and no part is edited twice', () => {
    expect(damerauLevenshtein('ab', 'ba', { limit: 5 })).toBe(1)
    expect(damerauLevenshtein('ca', 'abc', { limit: 5 })).toBe(3)
    expect(() => damerauLevenshtein('a', 'b', { limit: Number.NaN })).toThrow(RangeError)
  })
})

describe('a model learned without labels', () => {
  // 2 fields, prior .1, m .9/.1 and .8/.2, u .05/.95 and .2/.8: the expected counts of 100,000 pairs.
  const truth = {
    prior: 0.1,
    fields: [
      { m: [0, 0.9, 0.1], u: [0, 0.05, 0.95] },
      { m: [0, 0.8, 0.2], u: [0, 0.2, 0.8] },
      { m: [0, 0.7, 0.3], u: [0, 0.1, 0.9] },
    ],
  }
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [1 + (bits & 1), 1 + ((bits >> 1) & 1), 1 + (bits >> 2)])
  const chance = (levels: readonly number[], side: 'm' | 'u'): number =>
    levels.reduce((product, level, field) => product * (truth.fields[field]?.[side][level] ?? 0), 1)
  const patterns = {
    levels: [0, 1, 2].map((field) => Uint8Array.from(rows, (row) => row[field] ?? 0)),
    counts: Float64Array.from(rows, (row) => 100_000 * (0.1 * chance(row, 'm') + 0.9 * chance(row, 'u'))),
  }

  it('finds the figures that made the counts', () => {
    const start = { prior: 0.3, fields: truth.fields.map(({ u }) => ({ m: [0, 0.6, 0.4], u })) }
    const { prior, fields } = fitLinkage(patterns, { start, startPairs: 0.001, rounds: 5000 })
    expect(prior).toBeCloseTo(0.1, 2)
    const equal = fields.map(({ m }) => (m[1] ?? 0).toFixed(1))
    expect(equal).toEqual(['0.9', '0.8', '0.7'])
  })

  it('gives probabilities by the rule of Bayes, and a field that is held out says nothing', () => {
    const [first = 0] = matchProbabilities(patterns, { model: truth })
    const same = 0.1 * 0.9 * 0.8 * 0.7
    expect(first).toBeCloseTo(same / (same + 0.9 * 0.05 * 0.2 * 0.1), 10)
    const [alone = 0] = matchProbabilities(patterns, { model: truth, heldOut: new Set([0, 1, 2]) })
    expect(alone).toBeCloseTo(0.1, 12)
  })
})

describe('groups', () => {
  it('do not chain, keep apart what must not be together, and do not depend on the order of links', () => {
    const chain = { left: [0, 1, 2], right: [1, 2, 3], missing: -8, cut: 0 }
    expect([...connectedComponents(4, chain)]).toEqual([0, 0, 0, 0])
    expect([...averageLinkage(4, { ...chain, weights: [5, 2, 5] })]).toEqual([0, 0, 2, 2])
    const veto = { left: [0, 0, 1], right: [1, 2, 2], weights: [5, 4, -Infinity], missing: -2, cut: 0 }
    expect([...averageLinkage(3, veto)]).toEqual([0, 0, 2])
    const reversed = { left: [2, 0, 0], right: [1, 2, 1], weights: [-Infinity, 4, 5], missing: -2, cut: 0 }
    expect([...averageLinkage(3, reversed)]).toEqual([0, 0, 2])
    expect([...averageLinkage(0, { left: [], right: [], weights: [], missing: 0, cut: 0 })]).toEqual([])
  })
})

it('a calibration rises, and is the mean of the answers overall', () => {
  const weights = [5, 1, 4, 2, 3, 3]
  const answers = [1, 0, 0, 1, 1, 0]
  const steps = isotonicCalibration(weights, answers)
  expect([...steps.probability]).toEqual([...steps.probability].toSorted((a, b) => a - b))
  const mean = weights.reduce((sum, weight) => sum + calibratedProbability(steps, weight), 0) / weights.length
  expect(mean).toBeCloseTo(0.5, 12)
  expect(() => isotonicCalibration([], [])).toThrow(RangeError)
})
