import { expect, test } from 'vitest'
import { prepareClusterLines } from './prepare-cluster-lines.ts'
import { prepareCrosstab } from './prepare-crosstab.ts'
import { scatterGroups } from './prepare-scatter.ts'
import { prepareTree } from './prepare-tree.ts'
import { segmentsSearch } from './segments-search.ts'

const projection = { clusters: [1, 1, 2, 2, 2, 1] }

test('points are grouped by cluster, each with a shape of its own', () => {
  const groups = scatterGroups(projection, null)
  expect(groups.map(({ key, members }) => [key, members])).toEqual([
    ['1', [0, 1, 5]],
    ['2', [2, 3, 4]],
  ])
  expect(new Set(groups.map(({ symbol }) => symbol)).size).toBe(2)
})

test('values of a field are groups, the most frequent first; what is not known stands apart', () => {
  const groups = scatterGroups(projection, ['b', 'a', 'b', '', null, 'a'])
  expect(groups.map(({ key, kind, members }) => [key, kind, members])).toEqual([
    ['a', 'value', [1, 5]],
    ['b', 'value', [0, 2]],
    ['', 'unknown', [3, 4]],
  ])
  const many = Array.from({ length: 12 }, (_, i) => `v${String(i).padStart(2, '0')}`)
  const last = scatterGroups({ clusters: many.map(() => 1) }, many).at(-1)
  expect(last).toMatchObject({ kind: 'others', members: [8, 9, 10, 11] })
})

test('figures are fifths, equal figures stay together, and every point has its group once', () => {
  const figures = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6]
  const fifths = scatterGroups({ clusters: figures.map(() => 1) }, figures)
  expect(fifths).toHaveLength(5)
  expect(fifths.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(figures.map((_, i) => i))
  expect(fifths.at(-1)?.tone).toBe('var(--vf-amount-5)')
  expect(scatterGroups({ clusters: [1, 1, 1] }, [7, 7, 7]).map(({ members }) => members)).toEqual([[0, 1, 2]])
  expect(scatterGroups({ clusters: [] }, [])).toEqual([])
})

test('the line of a cluster is the middle of the ranks of its accounts', () => {
  const trait = { title: 'A' }
  const lines = prepareClusterLines({
    // Only what the picture reads.
    features: [trait, { title: 'B' }].map(({ title }) => ({
      name: title,
      title,
      kind: 'figure',
      unit: 'number',
      transform: 'none',
      lambda: null,
      scale: 'zscore',
      missing: 0,
      filledWith: null,
    })),
    clusters: [1, 2].map((id) => ({
      id,
      name: `g${id}`,
      size: 3,
      share: 0.5,
      amount: null,
      amountShare: null,
      stability: null,
      verdict: null,
      silhouette: null,
      profile: [],
      typical: [],
      borderline: [],
    })),
    projection: {
      axes: [],
      accounts: [],
      accountNames: [],
      clusters: [1, 1, 2, 1],
      x: [],
      y: [],
      u: null,
      v: null,
      ranks: [
        [0.1, 0.2, 0.9, 0.6],
        [null, null, null, 0.5],
      ],
      amounts: null,
    },
  })
  expect(lines.lines.map(({ ranks }) => ranks)).toEqual([
    [0.2, 0.5],
    [0.9, null],
  ])
})

test('a tree stands on its leaves, without crossing lines, its last join on top', () => {
  const tree = prepareTree({
    leaves: [
      { accounts: 3, cluster: 1 },
      { accounts: 1, cluster: 2 },
      { accounts: 2, cluster: 1 },
    ],
    joins: [
      { left: 0, right: 2, height: 1 },
      { left: 1, right: 3, height: 4 },
    ],
  })
  expect(tree.leaves.map(({ accounts }) => accounts)).toEqual([1, 3, 2])
  expect(tree.joins.map(({ cluster, accounts }) => [cluster, accounts])).toEqual([
    [1, 5],
    [null, 6],
  ])
  expect(tree.joins[1]?.path).toMatch(/V12H/)
  expect(prepareTree({ leaves: [{ accounts: 2, cluster: 1 }], joins: [] })).toMatchObject({ joins: [], ticks: [] })
})

test('corresponding clusters stand under one another; who moved comes the most first', () => {
  const side = (name: string) => ({
    name,
    asOf: '2026-01-01',
    segments: [1, 2].map((cluster) => ({ cluster, name: `${cluster}` })),
  })
  const cell = (one: number, other: number, accounts: number) => ({ one, other, accounts, netRevenue: accounts })
  const table = prepareCrosstab({
    one: side('a'),
    other: side('b'),
    cells: [cell(1, 2, 8), cell(1, 1, 2), cell(2, 1, 5), cell(0, 1, 4)],
    shared: 15,
    stayed: 13,
    matches: [
      { one: 1, other: 2 },
      { one: 2, other: 1 },
    ],
  })
  expect(table.columns).toEqual([2, 1])
  expect(table.lines.map(({ one, cells }) => [one, cells.map(({ accounts }) => accounts)])).toEqual([
    [1, [8, 2]],
    [2, [0, 5]],
    [0, [0, 4]],
  ])
  expect(table.moves).toEqual([cell(1, 1, 2)])
  expect(table.lines[0]?.cells[0]).toMatchObject({ share: 0.8, isMatch: true })
})

test('an address that says something odd still opens the page', () => {
  expect(segmentsSearch({ part: 'x', trial: '../..', open: 3 })).toEqual({})
  const open = '00000000-0000-4000-8000-000000000000'
  expect(segmentsSearch({ part: 'saved', open })).toEqual({ part: 'saved', open })
})
