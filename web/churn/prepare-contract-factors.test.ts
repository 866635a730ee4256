import { expect, test } from 'vitest'
import { exampleContracts } from '../report/example-churn.fixture.ts'
import { prepareContractFactors } from './prepare-contract-factors.ts'

const [factor] = exampleContracts.factors

test('half as likely stands as far from the middle as twice as likely; the strongest comes first', () => {
  if (factor === undefined) throw new Error('the example has factors')
  const { lines, scale } = prepareContractFactors([
    { ...factor, hazardRatio: 1.5, lower: 1, upper: 2 },
    { ...factor, hazardRatio: 0.25, lower: 0.125, upper: 0.5 },
  ])
  expect(lines.map(({ interval }) => interval.value)).toEqual([-2, Math.log2(1.5)])
  expect(scale).toEqual({ from: -3, to: 3 })
})

test('a ratio without bounds is drawn to the end of the scale', () => {
  if (factor === undefined) throw new Error('the example has factors')
  const { lines, scale } = prepareContractFactors([{ ...factor, hazardRatio: 40, lower: 0, upper: 1e9 }])
  expect(lines[0]?.interval).toEqual({ value: 5, lower: -5, upper: 5 })
  expect(scale).toEqual({ from: -5, to: 5 })
})
