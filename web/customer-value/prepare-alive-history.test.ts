import { expect, test } from 'vitest'
import { nearestTime, prepareAliveHistory } from './prepare-alive-history.ts'

const history = {
  account: 'C1',
  accountName: '',
  points: [
    { day: '2026-01-01', pAlive: 0.9 },
    { day: '2026-01-11', pAlive: 0.5 },
    { day: '2026-01-12', pAlive: 0.95 },
  ],
  purchaseDays: ['2025-06-01', '2026-01-12'],
}

test('marks purchases, draws those within the time shown, and says where it stands now', () => {
  const curve = prepareAliveHistory(history)
  expect(curve.points.map(({ isPurchase }) => isPurchase)).toEqual([false, false, true])
  expect(curve.purchases).toEqual([Date.UTC(2026, 0, 12)])
  expect([curve.purchaseCount, curve.now]).toEqual([2, 0.95])
})

test('a history without points is empty', () => {
  expect(prepareAliveHistory({ ...history, points: [] })).toMatchObject({ points: [], purchases: [], now: null })
})

test('finds the nearest point', () => {
  const points = [10, 20, 40].map((time) => ({ time }))
  expect([-5, 14, 16, 29, 31, 99].map((time) => nearestTime(points, time))).toEqual([0, 0, 1, 1, 2, 2])
  expect(nearestTime([], 3)).toBe(0)
  expect(nearestTime([{ time: 1 }], 3)).toBe(0)
})
