import { expect, test } from 'vitest'
import { packHistory, unpackHistory } from './packed-history.ts'

test('a history survives, to four decimals; days before the first point too', () => {
  const history = {
    account: 'C1',
    accountName: '',
    points: [
      { day: '2024-02-28', pAlive: 0.123456 },
      { day: '2024-03-01', pAlive: 1 },
    ],
    purchaseDays: ['2023-12-31', '2024-03-01'],
  }
  expect(unpackHistory(packHistory(history))).toEqual({
    ...history,
    points: [
      { day: '2024-02-28', pAlive: 0.1235 },
      { day: '2024-03-01', pAlive: 1 },
    ],
  })
})

test('an empty history stays empty', () => {
  const empty = { account: 'C1', accountName: '', points: [], purchaseDays: [] }
  expect(unpackHistory(packHistory(empty))).toEqual(empty)
})
