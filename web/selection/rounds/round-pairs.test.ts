import { expect, test } from 'vitest'
import { nextPair, roundPairs } from './round-pairs.ts'

const text = { 'zh-CN': '', en: '' }
const children = ['a', 'b', 'c'].map((name) => ({ name, title: text }))
const round = { nodes: [{ name: '', title: text, children }] }

test('pairs come in the order of the criteria, with what was said of them', () => {
  const judgements = [
    { first: 'a', second: 'c', judgement: 3, reason: 'why' },
    { first: 'b', second: 'c', judgement: null, reason: '' },
  ]
  const pairs = roundPairs(round, judgements)
  expect(pairs.map(({ first, second, judgement }) => [first, second, judgement])).toEqual([
    ['a', 'b', undefined],
    ['a', 'c', 3],
    ['b', 'c', null],
  ])
  expect(nextPair(pairs, 1)).toBe(0)
  expect(nextPair(pairs, 0)).toBe(1)
})

test('when all is judged it goes on to the next and stays at the last', () => {
  const judged = roundPairs(round, [
    { first: 'a', second: 'b', judgement: 1, reason: '' },
    { first: 'a', second: 'c', judgement: 1, reason: '' },
    { first: 'b', second: 'c', judgement: 1, reason: '' },
  ])
  expect(nextPair(judged, 0)).toBe(1)
  expect(nextPair(judged, 2)).toBe(2)
})
