import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { consistency } from './consistency.ts'
import { connectedCriteria } from './connected-criteria.ts'
import { randomIndex } from './random-index.ts'

const steps = [9, 8, 7, 6, 5, 4, 3, 2].flatMap((step) => [step, 1 / step]).concat(1)

/** Mean consistency index of random judgements, and its standard error. */
function simulated(size: number, { missing, draws }: { missing: number; draws: number }) {
  const random = seededRandom(size * 100 + missing)
  const indices: number[] = []
  while (indices.length < draws) {
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i < j ? (steps[Math.floor(random() * steps.length)] ?? 1) : null)),
    )
    for (let gaps = 0; gaps < missing;) {
      const [i, j] = [Math.floor(random() * size), Math.floor(random() * size)]
      if (i >= j || matrix[i]?.[j] === null) continue
      matrix[i]?.splice(j, 1, null)
      gaps++
    }
    if (connectedCriteria(matrix).length === 1) indices.push(consistency(matrix).index)
  }
  const mean = indices.reduce((sum, index) => sum + index, 0) / draws
  const variance = indices.reduce((sum, index) => sum + (index - mean) ** 2, 0) / (draws - 1)
  return { mean, error: Math.sqrt(variance / draws) }
}

describe('randomIndex', () => {
  // Alonso and Lamata 2006, "Consistency in the analytic hierarchy process: a new approach": 100,000 draws each.
  const precise = [
    0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
  ]

  it.each(precise.map((index, i) => [i + 3, index]))('of %d criteria is near what simulation gives', (size, index) => {
    const { mean, error } = simulated(size, { missing: 0, draws: 300 })
    expect(Math.abs(mean - index)).toBeLessThan(4 * error)
    // Saaty's own tables come from few matrices.
    expect(Math.abs(randomIndex(size) - index)).toBeLessThan(0.06)
  })

  it.each([
    [4, 1],
    [4, 2],
    [5, 3],
    [6, 5],
    [8, 10],
  ])('of %d criteria with %d gaps is at most a little below what Harker’s eigenvalue gives', (size, missing) => {
    const { mean, error } = simulated(size, { missing, draws: 1000 })
    const linear = (randomIndex(size, missing) / randomIndex(size)) * (precise[size - 3] ?? 0)
    expect(mean).toBeGreaterThan(linear - 4 * error)
    expect(mean).toBeLessThan(1.1 * linear + 4 * error)
  })

  it('names what is out of range', () => {
    expect(() => randomIndex(0)).toThrow('size must lie in 1..15, got 0')
    expect(() => randomIndex(4, 4)).toThrow('missing must lie in 0..3, got 4')
    expect(() => randomIndex(4.5)).toThrow(RangeError)
    expect([randomIndex(1), randomIndex(2), randomIndex(15)]).toEqual([0, 0, 1.59])
  })
})
