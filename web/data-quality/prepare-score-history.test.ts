import { expect, test } from 'vitest'
import { prepareScoreHistory } from './prepare-score-history.ts'

const box = { width: 400, height: 100 }
const entry = (score: number, runId: string | null = null) => ({ at: '2024-01-01T00:00:00.000Z', score, runId })

test('scores stand in their order, the best at the top, and runs are told from other changes', () => {
  const { points, rules } = prepareScoreHistory([entry(0.6, 'a'), entry(1), entry(0.8)], box) ?? {
    points: [],
    rules: [],
  }
  expect(points.map(({ isRun }) => isRun)).toEqual([true, false, false])
  const [first, second, third] = points.map(({ y }) => y)
  expect(second).toBeLessThan(third ?? 0)
  expect(third).toBeLessThan(first ?? 0)
  expect(rules.map(({ score }) => score)).toEqual([1, 0.75, 0.5])
})

test('one score is a point in the middle, none is no chart, and a small loss can be seen', () => {
  expect(prepareScoreHistory([], box)).toBeNull()
  expect(prepareScoreHistory([entry(0.999)], box)?.rules.at(-1)?.score).toBe(0.99)
  expect(prepareScoreHistory([entry(0)], box)?.points[0]?.x).toBeCloseTo(219, 0)
})
