import { describe, expect, it } from 'vitest'
import { consensus } from './consensus.ts'
import { departmentWeights } from './department-weights.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { groupJudgements } from './group-judgements.ts'
import { judgementSpreads } from './judgement-spreads.ts'
import { priorityDisagreements } from './priority-disagreements.ts'

const sales = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
]
const finance = [
  [1, 1 / 3, 1 / 2],
  [3, 1, 2],
  [2, 1 / 2, 1],
]
const service = [
  [1, null, 4],
  [null, 1, null],
  [1 / 4, null, 1],
]

describe('groupJudgements', () => {
  it('is worked by hand', () => {
    const group = groupJudgements([sales, finance, service])
    expect(group[0]?.[1]).toBe(1) // √(3 · 1/3)
    expect(group[0]?.[2]).toBeCloseTo(10 ** (1 / 3), 12) // ∛(5 · 1/2 · 4)
    expect(group[1]?.[2]).toBeCloseTo(Math.sqrt(6), 12)
  })

  it('with weights', () => {
    expect(groupJudgements([sales, finance], { expertWeights: [3, 1] })[0]?.[1]).toBeCloseTo(Math.sqrt(3), 12)
    expect(groupJudgements([sales, finance], { expertWeights: [0, 2] })).toEqual(groupJudgements([finance]))
    expect(groupJudgements([sales, service], { expertWeights: [0, 1] })[0]?.[1]).toBeNull()
  })

  it('names what is wrong', () => {
    expect(() =>
      groupJudgements([
        sales,
        [
          [1, 2],
          [0.5, 1],
        ],
      ]),
    ).toThrow('matrices[1].length must be 3, got 2')
    expect(() =>
      groupJudgements([
        sales,
        [
          [1, 2, 2],
          [3, 1, 1],
          [0.5, 1, 1],
        ],
      ]),
    ).toThrow('matrices[1][0][1] must be')
    expect(() => groupJudgements([sales], { expertWeights: [-1] })).toThrow('expertWeights[0]')
    expect(() => groupJudgements([sales], { expertWeights: [1, 1] })).toThrow('expertWeights.length must be 1, got 2')
  })
})

describe('departmentWeights', () => {
  const experts = [
    { department: '销售', weights: [0.6, 0.4] },
    { department: '财务', weights: [0.2, 0.8] },
    { department: '销售', weights: [0.8, 0.2], share: 3 },
  ]

  it('is worked by hand', () => {
    const found = departmentWeights(experts, {
      mean: 'arithmetic',
      departmentShares: new Map([
        ['财务', 1],
        ['销售', 3],
      ]),
    })
    expect(found.departments.map((each) => [each.department, each.experts])).toEqual([
      ['销售', [0, 2]],
      ['财务', [1]],
    ])
    expect(found.departments[0]?.weights[0]).toBeCloseTo(0.75, 12)
    expect(found.weights[0]).toBeCloseTo((3 * 0.75 + 0.2) / 4, 12)
  })

  it('by the geometric mean unless told', () => {
    const found = departmentWeights([experts[0], experts[1]].flatMap((expert) => expert ?? []))
    const [first, second] = [Math.sqrt(0.6 * 0.2), Math.sqrt(0.4 * 0.8)]
    expect(found.weights[0]).toBeCloseTo(first / (first + second), 12)
  })

  it('names what is missing', () => {
    const departmentShares = new Map([['销售', 1]])
    expect(() => departmentWeights(experts, { departmentShares })).toThrow('a share for 财务')
    expect(() => departmentWeights([])).toThrow('vectors must have weights, got none')
    expect(() => departmentWeights(experts, { departmentShares: new Map([['IT', 1]]) })).toThrow('got IT')
  })
})

describe('consensus', () => {
  it('is 0 where each puts 9 to 1 on another criterion, as many experts as criteria', () => {
    for (const size of [2, 3, 5, 9]) {
      const vectors = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => (i === j ? 9 : 1) / (size + 8)),
      )
      expect(consensus(vectors).consensus).toBeCloseTo(0, 12)
      expect(consensus(vectors).gamma).toBeCloseTo(Math.log(size), 12)
    }
  })

  it('is Goepel’s formula', () => {
    // Two criteria, two experts: β = ln 2 − H(0.7), m = e^H(0.9) / 2.
    const entropy = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p)
    const least = Math.exp(entropy(0.9)) / 2
    const expected = (Math.exp(entropy(0.7) - Math.LN2) - least) / (1 - least)
    const found = consensus([
      [0.7, 0.3],
      [0.3, 0.7],
    ])
    expect(found.consensus).toBeCloseTo(expected, 12)
    expect(found.averageDistance).toBeCloseTo(0.4, 12)
    expect(found.beta).toBeCloseTo(Math.LN2 - entropy(0.7), 12)
  })

  it('stays within 0 and 1 where weights go beyond the scale', () => {
    expect(
      consensus([
        [1, 0],
        [0, 1],
      ]).consensus,
    ).toBe(0)
    expect(consensus([[1], [1]]).consensus).toBe(1)
    expect(consensus([[0.2, 0.3, 0.5]])).toMatchObject({ consensus: 1, beta: 0, averageDistance: 0 })
  })
})

describe('who disagrees with whom on what', () => {
  const vectors = [sales, finance].map((matrix) => eigenvectorPriorities(matrix).weights)

  it('by weights, the furthest apart first', () => {
    const third = [...(vectors[0] ?? [])]
    const found = priorityDisagreements([...vectors, third])
    expect(found.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [1, 2],
      [0, 2],
    ])
    expect(found[0]?.criterion).toBe(0)
    expect(found[2]).toMatchObject({ distance: 0, criterion: 0 })
  })

  it('by judgements, the widest spread first', () => {
    const found = judgementSpreads([sales, finance, service])
    expect(found.map(({ row, column }) => [row, column])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    expect(found[0]).toMatchObject({
      answers: 2,
      isOpposed: true,
      lowest: { expert: 1, judgement: 1 / 3 },
      highest: { expert: 0, judgement: 3 },
    })
    // Two answers, log 3 and −log 3: standard deviation √2 · log 3.
    expect(found[0]?.spread).toBeCloseTo(3 ** Math.SQRT2, 12)
    expect(found[2]?.isOpposed).toBe(false)
  })
})
