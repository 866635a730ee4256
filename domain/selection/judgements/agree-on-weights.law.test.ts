import { hierarchyPriorities } from '@vitalfew/methods/pairwise/hierarchy-priorities.ts'
import { reciprocalJudgements } from '@vitalfew/methods/pairwise/reciprocal-judgements.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreeOnWeights } from './agree-on-weights.ts'
import { checkJudgements } from './check-judgements.ts'
import { jsonJudgements } from './json-judgements.ts'
import { treeWeights } from './tree-weights.ts'

const scale = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 6, 8, 9]
const upper = (size: number) => {
  const length = (size * (size - 1)) / 2
  return fc.array(fc.constantFrom(...scale), { minLength: length, maxLength: length })
}
const names = ['价值', '增长', '关系', '品牌']
const request = { method: 'eigenvector', aggregation: 'judgements' } as const

describe('agreeOnWeights', () => {
  test('is the same whatever the order of people and of criteria', () => {
    const people = fc.array(upper(4), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(people, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (given, order) => {
        const experts = given.map((values, index) => ({
          name: `${index}`,
          department: index % 2 === 0 ? '销售部' : '财务部',
          matrix: reciprocalJudgements(4, values),
        }))
        const shuffled = experts
          .map(({ matrix, ...who }) => ({ ...who, matrix: order.map((i) => order.map((j) => matrix[i]?.[j])) }))
          .toReversed()
        const one = agreeOnWeights(partOf({ criteria: names, experts }), request)
        const criteria = order.map((place) => names[place])
        const other = agreeOnWeights(partOf({ criteria, experts: shuffled }), request)
        for (const [index, place] of order.entries()) {
          expect(other.group.weights[index]).toBeCloseTo(one.group.weights[place] ?? Number.NaN, 9)
        }
        expect(other.group.consensus).toBeCloseTo(one.group.consensus, 9)
        expect(other.judgements.sha256).toBe(one.judgements.sha256)
        expect(one.group.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      }),
      { numRuns: 60 },
    )
  })
})

describe('treeWeights', () => {
  test('are those of the published method for hierarchies', () => {
    const tree = [
      { name: '目标', parent: null },
      { name: 'a', parent: '目标' },
      { name: 'b', parent: '目标' },
      { name: 'c', parent: '目标' },
      ...['d', 'e', 'f'].map((name) => ({ name, parent: 'a' })),
      { name: 'g', parent: 'b' },
    ]
    const criteria = ['c', 'd', 'e', 'f', 'g']
    fc.assert(
      fc.property(upper(3), upper(3), (goal, below) => {
        const matrices = [reciprocalJudgements(3, goal), reciprocalJudgements(3, below)]
        const judgements = new Map([goal, below].map((_, index) => [index === 0 ? '目标' : 'a', matrices[index] ?? []]))
        const expected = hierarchyPriorities(tree, judgements)
        const found = treeWeights({ tree, criteria }, { matrices, method: 'eigenvector' })
        for (const { name, globalWeight } of expected.nodes) expect(found.nodes.get(name)).toBeCloseTo(globalWeight, 12)
        expect(found.consistencyRatio).toBeCloseTo(expected.consistencyRatio, 12)
      }),
      { numRuns: 60 },
    )
  })
})

function partOf(document: object) {
  const part = jsonJudgements(JSON.stringify(document), 'a.json')
  checkJudgements(part)
  return part
}
