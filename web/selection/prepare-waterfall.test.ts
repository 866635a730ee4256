import { describe, expect, test } from 'vitest'
import { exampleReport } from '../report/example-report.fixture.ts'
import { prepareWaterfall } from './prepare-waterfall.ts'

const selection = exampleReport().run.selection
if (selection === null) throw new Error('the example is chosen')
const [account] = selection.accounts
if (account === undefined) throw new Error('the example has accounts')

const step = (points: number) => ({ criterion: `c${points}`, title: '', value: 1, normalized: 1, points, text: '' })

describe('prepareWaterfall', () => {
  test('each bar begins where the last one ended, from the mean to the score', () => {
    for (const each of selection.accounts) {
      const { mean, score, steps } = prepareWaterfall(each, selection.meanScore)
      expect([mean, ...steps.map(({ to }) => to)]).toEqual([...steps.map(({ from }) => from), score])
    }
  })

  test('as written, the points add up exactly, though each was rounded', () => {
    const contributions = [step(1.004), step(1.003), step(1.004)]
    const { mean, score, steps } = prepareWaterfall({ ...account, score: 53.02, contributions }, 50.005)
    const written = steps.map(({ points }) => Math.round(points * 100))
    expect(Math.round(mean * 100) + written.reduce((sum, points) => sum + points, 0)).toBe(Math.round(score * 100))
  })

  test('the largest step stands first, what weighs nothing and is unknown is left out', () => {
    const contributions = [step(-2), { ...step(0), value: null }, step(5)]
    const { steps } = prepareWaterfall({ ...account, score: 53, contributions }, 50)
    expect(steps.map(({ points }) => points)).toEqual([5, -2])
  })

  test('the scale holds a score beyond 100 and below 0', () => {
    const { scale } = prepareWaterfall({ ...account, score: -5, contributions: [step(60), step(-115)] }, 50)
    expect(scale).toEqual({ from: -5, to: 110 })
  })

  test('an account of which nothing is known has no steps', () => {
    expect(prepareWaterfall({ ...account, score: 50, contributions: [] }, 50).steps).toEqual([])
  })
})
