import { describe, expect, it } from 'vitest'
import { sampleBeta } from './sample-beta.ts'
import { sampleExponential } from './sample-exponential.ts'
import { sampleGamma } from './sample-gamma.ts'
import { sampleNormal } from './sample-normal.ts'
import { samplePoisson } from './sample-poisson.ts'
import { seededRandom } from './seeded-random.ts'

const draws = 40_000

describe('samples have the mean and the variance of their distribution', () => {
  it.each([
    ['uniform', seededRandom(1), 1 / 2, 1 / 12],
    ['exponential', withSource((random) => sampleExponential(random, 4)), 1 / 4, 1 / 16],
    ['normal', withSource(sampleNormal), 0, 1],
    ['gamma', withSource((random) => sampleGamma(random, { shape: 3, rate: 2 })), 3 / 2, 3 / 4],
    ['gamma of a shape below 1', withSource((random) => sampleGamma(random, { shape: 0.3, rate: 2 })), 0.15, 0.075],
    ['beta', withSource((random) => sampleBeta(random, { a: 2, b: 3 })), 0.4, 0.04],
    ['Poisson', withSource((random) => samplePoisson(random, 4)), 4, 4],
    ['Poisson of a large mean', withSource((random) => samplePoisson(random, 1200)), 1200, 1200],
  ])('%s', (name, draw, mean, variance) => {
    const count = name.endsWith('large mean') ? 2000 : draws
    const values = Array.from({ length: count }, draw)
    const average = values.reduce((sum, value) => sum + value, 0) / count
    const spread = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (count - 1)
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / count))
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.1)
  })
})

function withSource(draw: (random: () => number) => number): () => number {
  const random = seededRandom(20_240_601)
  return () => draw(random)
}
