import { describe, expect, it } from 'vitest'
import { consistency } from './consistency.ts'
import { type CriteriaNode, treeFaults } from './criteria-tree.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { globalWeights } from './global-weights.ts'
import { hierarchyPriorities } from './hierarchy-priorities.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'

const nodes: CriteriaNode[] = [
  { name: '利润', parent: '价值' },
  { name: '目标', parent: null },
  { name: '价值', parent: '目标' },
  { name: '关系', parent: '目标' },
  { name: '收入', parent: '价值' },
  { name: '增长', parent: '价值' },
  { name: '忠诚', parent: '关系' },
]
const value = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
]
const judgements = new Map<string, JudgementMatrix>([
  [
    '目标',
    [
      [1, 4],
      [1 / 4, 1],
    ],
  ],
  ['价值', value],
])

describe('hierarchyPriorities', () => {
  const found = hierarchyPriorities(nodes, judgements)
  const of = (name: string) => found.nodes.find((node) => node.name === name)

  it('multiplies from the goal down', () => {
    const [profit = 0] = eigenvectorPriorities(value).weights
    expect(of('利润')).toMatchObject({ localWeight: profit, globalWeight: 0.8 * profit, isCriterion: true })
    expect(of('价值')).toMatchObject({ globalWeight: 0.8, isCriterion: false })
    expect(of('忠诚')).toMatchObject({ localWeight: 1, globalWeight: 0.2, consistency: null })
    const sum = found.nodes.filter((node) => node.isCriterion).reduce((part, node) => part + node.globalWeight, 0)
    expect(sum).toBeCloseTo(1, 12)
  })

  it('weighs the consistency of its nodes', () => {
    // The goal has two children: index and random index are 0.
    expect(found.consistencyRatio).toBeCloseTo(consistency(value).ratio, 12)
    expect(of('价值')?.consistency).toEqual(consistency(value))
  })

  it('names what is wrong', () => {
    expect(() => hierarchyPriorities(nodes, new Map([['目标', judgements.get('目标') ?? []]]))).toThrow(
      'judgements must have a matrix for 价值, got none',
    )
    expect(() => hierarchyPriorities(nodes, new Map([...judgements, ['利润', [[1]]]]))).toThrow('got 利润')
    expect(() => hierarchyPriorities(nodes, new Map([...judgements, ['价值', [[1]]]]))).toThrow(
      'judgements of 价值 must have 3 rows, got 1',
    )
    expect(() =>
      hierarchyPriorities(
        nodes,
        new Map([
          ...judgements,
          [
            '价值',
            [
              [1, 3, 5],
              [3, 1, 3],
              [0.2, 1 / 3, 1],
            ],
          ],
        ]),
      ),
    ).toThrow('judgements of 价值[利润][收入] must be 1 /')
  })
})

describe('treeFaults', () => {
  const node = (name: string, parent: string | null): CriteriaNode => ({ name, parent })

  it.each([
    ['no nodes', [], [{ kind: 'noGoal' }]],
    ['a node its own parent', [node('g', null), node('a', 'a')], [{ kind: 'cycle', names: ['a'] }]],
    [
      'a circle of three, and one below it',
      [node('g', null), node('x', 'a'), node('a', 'c'), node('b', 'a'), node('c', 'b')],
      [{ kind: 'cycle', names: ['a', 'b', 'c'] }],
    ],
    ['only a circle', [node('a', 'b'), node('b', 'a')], [{ kind: 'noGoal' }, { kind: 'cycle', names: ['a', 'b'] }]],
    ['two goals', [node('g', null), node('h', null)], [{ kind: 'severalGoals', names: ['g', 'h'] }]],
    ['a node twice', [node('g', null), node('a', 'g'), node('a', 'g')], [{ kind: 'duplicate', name: 'a' }]],
    ['an unknown parent', [node('g', null), node('a', 'h')], [{ kind: 'unknownParent', name: 'a', parent: 'h' }]],
    ['a tree', nodes, []],
  ])('%s', (_, tree, faults) => {
    expect(treeFaults(tree)).toEqual(faults)
  })

  it('what is no tree has no weights', () => {
    const weighted = [node('g', null), node('a', 'b'), node('b', 'a')].map((each) => ({ ...each, weight: 1 }))
    expect(() => globalWeights(weighted)).toThrow('nodes must form a tree, got the circle a > b')
    expect(() => globalWeights([])).toThrow('nodes must have one without a parent, got 0 without such')
    expect(() => hierarchyPriorities([node('g', null), node('a', 'h')], new Map())).toThrow(
      'parent of a must be a node, got h',
    )
    expect(() => hierarchyPriorities([node('g', null), node('h', null)], new Map())).toThrow('got g, h')
    expect(() => hierarchyPriorities([node('g', null), node('a', 'g'), node('a', 'g')], new Map())).toThrow(
      'got a twice',
    )
  })

  it('two circles are two faults', () => {
    const tree = [node('g', null), node('a', 'b'), node('b', 'a'), node('c', 'd'), node('d', 'c')]
    expect(treeFaults(tree)).toHaveLength(2)
  })

  it('a chain of a thousand levels is a tree', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => ({
      name: `${i}`,
      parent: i === 0 ? null : `${i - 1}`,
      weight: 1,
    }))
    expect(globalWeights(chain.toReversed()).get('999')).toBe(1)
  })
})

describe('globalWeights', () => {
  it('names the node whose children do not sum to 1', () => {
    const weighted = nodes.map((node) => ({ ...node, weight: node.parent === '价值' ? 0.25 : 0.5 }))
    expect(() => globalWeights(weighted)).toThrow('weights below 价值 must sum to 1, got 0.75')
  })
})
