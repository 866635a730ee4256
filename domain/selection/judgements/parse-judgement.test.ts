import { describe, expect, it } from 'vitest'
import { parseJudgement } from './parse-judgement.ts'

describe('parseJudgement', () => {
  it.each([
    [3, 3],
    ['5', 5],
    ['５', 5],
    ['1/3', 1 / 3],
    ['１／３', 1 / 3],
    [' 1 : 7 ', 1 / 7],
    ['⅓', 1 / 3],
    ['3/1', 3],
    [0.33, 1 / 3],
    ['0.333', 1 / 3],
    ['0,17', 1 / 6],
    [0.13, 1 / 8],
    [0.125, 1 / 8],
    [0.3, 0.3],
    [0.4, 0.4],
    ['2.5', 2.5],
    ['三', 3],
    ['明显重要', 5],
    ['5 明显重要', 5],
    ['3倍', 3],
    ['9（极端）', 9],
    ['Very strong', 7],
    ['7 very strongly more important', 7],
    [new Date(Date.UTC(2026, 0, 5)), 1 / 5],
    [new Date(Date.UTC(2026, 4, 1)), 1 / 5],
    [0, 0],
    ['-3', -3],
  ])('%s is %d', (written, judgement) => {
    expect(parseJudgement(written)).toBe(judgement)
  })

  it.each([null, undefined, '', '  ', '-', '—', '?', 'N/A', '不清楚'])('%s is left out', (written) => {
    expect(parseJudgement(written)).toBeNull()
  })

  it.each(['很多', '#N/A', '1/3/5', '3-5', '1.2.3', true, '5 of 9 people', new Date(Date.UTC(2026, 1, 3))])(
    '%s is no judgement',
    (written) => {
      expect(parseJudgement(written)).toBeUndefined()
    },
  )
})
