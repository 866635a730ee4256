import { expect, test } from 'vitest'
import { prepareSpells } from './prepare-spells.ts'

test('a stage lasts until the next one, the last until the day of the run', () => {
  const spells = [
    { stage: 'new' as const, from: '2024-01-01', until: '2024-01-31', netRevenue: 5 },
    { stage: 'lost' as const, from: '2024-01-31', until: null, netRevenue: 0 },
  ]
  expect(prepareSpells(spells, '2024-04-30').map(({ days, share }) => [days, share])).toEqual([
    [30, 0.25],
    [90, 0.75],
  ])
  const today = [{ stage: 'prospect' as const, from: '2024-04-30', until: null, netRevenue: 0 }]
  expect(prepareSpells(today, '2024-04-30')).toMatchObject([{ days: 0, share: 1 }])
})
