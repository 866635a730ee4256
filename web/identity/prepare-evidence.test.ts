import { expect, test } from 'vitest'
import { prepareEvidence } from './prepare-evidence.ts'

const field = (bits: number) => ({ field: `f${bits}`, kind: 'company', level: 'equal', bits, left: 'a', right: 'b' })

test('every bar begins where the last ended, what weighs most comes first, and all add up', () => {
  const { prior, steps, total, scale } = prepareEvidence({ priorBits: -6, fields: [field(-2), field(12)] })
  expect(steps.map(({ bits }) => bits)).toEqual([12, -2])
  expect([prior, ...steps.map(({ to }) => to)]).toEqual([...steps.map(({ from }) => from), total])
  expect(total).toBe(4)
  expect(scale).toEqual({ from: -6, to: 6 })
})

test('nothing compared leaves what was likely before', () => {
  expect(prepareEvidence({ priorBits: -6, fields: [] })).toEqual({
    prior: -6,
    steps: [],
    total: -6,
    scale: { from: -6, to: 0 },
  })
})
