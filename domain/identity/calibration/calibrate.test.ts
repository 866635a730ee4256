import type { IdentityAnswer, IdentityDecision, MatchedPair } from '@vitalfew/contract/identity.ts'
import { probabilityFromBits } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import { expect, test } from 'vitest'
import { calibratedBy, calibratedPair } from './calibrated-pair.ts'
import { calibrate } from './calibrate.ts'

const pairOf = (bits: number, index: number): MatchedPair => ({
  left: `a${index}`,
  right: `b${index}`,
  bits,
  probability: probabilityFromBits(bits),
  band: bits >= 13 ? 'auto' : 'review',
  together: bits > 0,
  priorBits: -6,
  fields: [],
})
const said = (index: number, answer: IdentityAnswer): IdentityDecision => ({
  sequence: index + 1,
  at: '2025-01-01T00:00:00Z',
  author: '王敏',
  reason: '',
  answer,
  left: `b${index}`,
  right: `a${index}`,
  bits: null,
})
const rest = { before: undefined, author: '王敏', at: '2025-01-02T00:00:00Z' }

test('five answers "different" at 14 bits take such pairs out of the band "auto"', () => {
  const pairs = Array.from({ length: 5 }, (_, i) => pairOf(14, i))
  const change = calibrate(pairs, { ...rest, decisions: pairs.map((_, i) => said(i, 'different')) })
  expect(change).toMatchObject({ same: 0, different: 5 })
  expect(calibratedBy(change.calibration, 14)).toBeCloseTo(0.8116, 3)
  expect(calibratedBy(change.calibration, 15)).toBeCloseTo(probabilityFromBits(15), 6)
  expect(change.bands.find(({ band }) => band === 'auto')).toEqual({ band: 'auto', before: 5, after: 0 })
  expect(change.surpriseAfter).toBeLessThan(change.surpriseBefore)
})

test('no number of answers "same" puts a pair into the band "auto"', () => {
  const pairs = Array.from({ length: 300 }, (_, i) => pairOf(12, i))
  const { calibration } = calibrate(pairs, { ...rest, decisions: pairs.map((_, i) => said(i, 'same')) })
  expect(calibratedBy(calibration, 12)).toBeGreaterThan(probabilityFromBits(12))
  expect(pairs.every((pair) => calibratedPair(pair, calibration).band === 'review')).toBe(true)
})

test('without answers nothing moves, and the newest answer of a pair counts', () => {
  const pairs = [pairOf(3, 0)]
  expect(calibrate(pairs, { ...rest, decisions: [] }).moved).toEqual([])
  const decisions = [said(0, 'same'), { ...said(0, 'different'), sequence: 9 }]
  expect(calibrate(pairs, { ...rest, decisions })).toMatchObject({ same: 0, different: 1 })
  expect(
    calibrate(pairs, { ...rest, decisions: [...decisions, { ...said(0, 'unsure'), sequence: 10 }] }).moved,
  ).toEqual([])
})
