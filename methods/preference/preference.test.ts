import { expect, it } from 'vitest'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import { sampleNormal } from '../simulation/sample-normal.ts'
import { samplePoisson } from '../simulation/sample-poisson.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { preferenceVariance } from './preference-variance.ts'
import { priceElasticity } from './price-elasticity.ts'
import { shrunkenLift } from './shrunken-lift.ts'

it('the variance of preferences is read back from counts drawn with it, and the lifts come nearer to the truth', () => {
  const random = seededRandom(4)
  const drawn = Array.from({ length: 20_000 }, () => {
    const expected = 0.2 + 5 * random()
    const truth = sampleGamma(random, { shape: 2, rate: 2 })
    return { expected, truth, seen: samplePoisson(random, expected * truth) }
  })
  const variance = preferenceVariance(drawn)
  expect(variance).toBeGreaterThan(0.45)
  expect(variance).toBeLessThan(0.55)
  let [raw, shrunken, held] = [0, 0, 0]
  for (const { seen, expected, truth } of drawn) {
    const { lift, lower, upper } = shrunkenLift({ seen, expected }, { variance })
    raw += (seen / expected - truth) ** 2
    shrunken += (lift - truth) ** 2
    held += Number(lower <= truth && truth <= upper)
  }
  expect(shrunken).toBeLessThan(0.5 * raw)
  expect(held / drawn.length).toBeGreaterThan(0.88)
  expect(held / drawn.length).toBeLessThan(0.92)
})

it('counts by chance alone have no preferences', () => {
  const random = seededRandom(5)
  const counts = Array.from({ length: 5000 }, () => ({ expected: 2, seen: samplePoisson(random, 2) }))
  expect(preferenceVariance(counts)).toBeLessThan(0.04)
})

it('elasticity is read back, whatever the levels of products, and its limits hold it', () => {
  const random = seededRandom(6)
  let held = 0
  for (let round = 0; round < 200; round++) {
    const group = Array.from({ length: 40 }, (_, i) => i % 5)
    const price = group.map((product) => 10 ** product * Math.exp(0.2 * sampleNormal(random)))
    const quantity = group.map((product, i) => {
      const level = 1000 / 3 ** product
      return level * ((price[i] ?? 1) / 10 ** product) ** -1.5 * Math.exp(0.3 * sampleNormal(random))
    })
    const found = priceElasticity({ group, price, quantity })
    held += Number(found !== null && found.lower <= -1.5 && found.upper >= -1.5)
  }
  expect(held).toBeGreaterThan(180)
  expect(held).toBeLessThan(200)
})
