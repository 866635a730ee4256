import { describe, expect, test } from 'vitest'
import { exampleReport } from '../report/example-report.fixture.ts'
import { exampleUnknownValue, exampleValue } from '../report/example-value.fixture.ts'
import { prepareScoreboard } from './prepare-scoreboard.ts'

const value = exampleValue(exampleReport(60).accounts)
const board = prepareScoreboard(value)
const line = (name: string) => board.lines.find((entry) => entry.name === name)

describe('prepareScoreboard', () => {
  test('lists models before what they have to beat, the NBD once, the model of spend not at all', () => {
    expect(board.lines.map(({ name }) => name)).toEqual([
      'pareto-nbd',
      'bg-nbd',
      'mbg-nbd',
      'mbg-cnbd-k',
      'nbd',
      'lastYear',
      'rfmCell',
    ])
    expect(board.lines.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(['mbg-cnbd-k'])
  })

  test('the bias is forecast ÷ outcome − 1, and the smallest of either sign is best', () => {
    expect(line('nbd')?.bias).toBeCloseTo(1893 / 1318 - 1, 12)
    expect(line('mbg-cnbd-k')?.best).toEqual(new Set(['bias', 'mae', 'spearman', 'topDecileShare']))
    expect(line('pareto-nbd')?.best).toEqual(new Set(['topDecileShare']))
  })

  test('one forecast alone is not the best of anything, and without outcomes there is no bias', () => {
    const [model] = value.models
    if (model?.holdout === null || model === undefined) throw new Error('the example has a scored model')
    const alone = { ...model, holdout: { ...model.holdout, actual: 0 } }
    const { lines } = prepareScoreboard({ ...value, models: [alone], baselines: [] })
    expect(lines).toMatchObject([{ bias: null, best: new Set() }])
  })

  test('where nothing could be judged it says so', () => {
    expect(prepareScoreboard(exampleUnknownValue(value))).toMatchObject({ isScored: false, actual: null })
  })
})
