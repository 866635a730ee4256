import { expect, test } from 'vitest'
import { prepareSankey } from './prepare-sankey.ts'

const paths = [
  { stages: ['a', 'b', 'c'], cases: 6 },
  { stages: ['a', 'b'], cases: 3 },
  { stages: ['a'], cases: 1 },
]

test('what comes to a stage goes on or ends, and nothing is lost on the way', () => {
  const { nodes, links, steps } = prepareSankey(paths)
  expect(steps).toBe(3)
  const found = nodes.map(({ step, stage, cases }) => [step, stage, cases])
  expect(found).toEqual([
    [0, 'a', 10],
    [1, 'b', 9],
    [2, 'c', 6],
    [2, null, 3],
    [1, null, 1],
  ])
  for (const node of nodes) {
    const into = links.filter(({ to }) => to === node).reduce((sum, { cases }) => sum + cases, 0)
    const out = links.filter(({ from }) => from === node).reduce((sum, { cases }) => sum + cases, 0)
    expect(node.step > 0 ? into : node.cases).toBe(node.cases)
    expect(node.step < 2 && node.stage !== null ? out : node.cases).toBe(node.cases)
  }
})

test('what is over does not stop once more', () => {
  const { nodes } = prepareSankey(paths, { ends: new Set(['b', 'c']) })
  expect(nodes.filter(({ stage }) => stage === null).map(({ step, cases }) => [step, cases])).toEqual([[1, 1]])
})

test('flows end where their nodes stand', () => {
  const { links, height } = prepareSankey(paths)
  for (const { from, to, fromY, toY, width } of links) {
    expect(fromY + width / 2).toBeLessThanOrEqual(from.y + from.height + 1e-9)
    expect(toY + width / 2).toBeLessThanOrEqual(to.y + to.height + 1e-9)
    expect(toY).toBeLessThan(height)
  }
})

test('long paths are cut off, a stage may come twice, and nothing draws nothing', () => {
  const back = prepareSankey([{ stages: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'], cases: 2 }], { mostSteps: 4 })
  expect([back.nodes.length, back.links.length]).toEqual([4, 3])
  expect(prepareSankey([])).toMatchObject({ nodes: [], links: [], steps: 0 })
})
