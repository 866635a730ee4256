import { describe, expect, it } from 'vitest'
import { accountScores } from './account-scores.ts'
import { reasons } from './reasons.ts'
import { weightedScore } from './weighted-score.ts'

// Four accounts, the first model's weights, profit unknown for all and growth for the last: worked by hand.
const columns = [
  { criterion: 'value', weight: 0.35, figures: [100, 50, 50, 10] },
  { criterion: 'profit', weight: 0.25, figures: [null, null, null, null] },
  { criterion: 'growth', weight: 0.15, figures: [-0.5, 0.2, 0.1, null] },
  { criterion: 'loyalty', weight: 0.15, figures: [12, 3, 6, 1] },
  { criterion: 'breadth', weight: 0.1, figures: [1, 1, 1, 1] },
]

describe('a portfolio of four', () => {
  const scores = accountScores(columns)

  it('scores as worked by hand', () => {
    // percentiles: value .875 .5 .5 .125; growth 1/6 5/6 1/2 –; loyalty .875 .375 .625 .125; breadth .5
    const byHand = [
      0.35 * 0.875 + 0.15 / 6 + 0.15 * 0.875 + 0.1 * 0.5,
      0.35 * 0.5 + (0.15 * 5) / 6 + 0.15 * 0.375 + 0.1 * 0.5,
      0.35 * 0.5 + 0.15 / 2 + 0.15 * 0.625 + 0.1 * 0.5,
      0.35 * 0.125 + 0.15 / 2 + 0.15 * 0.125 + 0.1 * 0.5,
    ]
    scores.forEach(({ score }, i) => expect(score).toBeCloseTo((100 * (byHand[i] ?? 0)) / 0.75, 10))
  })

  it('says what is missing', () => {
    expect(scores.map((each) => each.missing)).toEqual([['profit'], ['profit'], ['profit'], ['profit', 'growth']])
  })

  it('says why', () => {
    const first = reasons(scores[0]?.ranks ?? [])
    expect(first.strongest.map((reason) => reason.criterion)).toEqual(['value', 'loyalty', 'breadth'])
    expect(first.weakest).toMatchObject({ criterion: 'growth', percentile: 1 / 6 })
    // growth is unknown and so neither reason nor weakness; with three left nothing is both
    const last = reasons(scores[3]?.ranks ?? [])
    expect(last.strongest.map((reason) => reason.criterion)).toEqual(['breadth', 'loyalty', 'value'])
    expect(last.weakest).toBeNull()
  })

  it('keeps the order of the model where criteria contribute alike', () => {
    const alike = ['d', 'a', 'c', 'b'].map((criterion) => ({ criterion, weight: 1, percentile: 0.75 }))
    expect(reasons(alike).strongest.map((reason) => reason.criterion)).toEqual(['d', 'a', 'c'])
    expect(reasons(alike).weakest?.criterion).toBe('b')
  })
})

describe('edges', () => {
  it('scores nobody where there is nobody', () => {
    expect(accountScores([{ criterion: 'value', weight: 1, figures: [] }])).toEqual([])
    expect(accountScores([])).toEqual([])
  })

  it('names what it cannot work with', () => {
    const rank = { criterion: 'value', weight: 1, percentile: 0.5 }
    expect(() => weightedScore([{ ...rank, weight: -1 }])).toThrow(
      'weight of value must be a finite number not below 0, got -1',
    )
    expect(() => weightedScore([{ ...rank, percentile: 1.5 }])).toThrow('percentile of value must lie in 0..1, got 1.5')
    expect(() => weightedScore([{ ...rank, weight: 0 }])).toThrow(RangeError)
    expect(() => accountScores([{ criterion: 'value', weight: 1, figures: [null] }])).toThrow(RangeError)
    expect(() =>
      accountScores([
        { criterion: 'value', weight: 1, figures: [1] },
        { criterion: 'growth', weight: 1, figures: [1, 2] },
      ]),
    ).toThrow('figures of growth.length must be 1, got 2')
  })
})
