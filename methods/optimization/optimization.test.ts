import { describe, expect, it } from 'vitest'
import { inversePositiveDefinite } from './inverse-positive-definite.ts'
import { maximizeLikelihood } from './maximize-likelihood.ts'
import { minimize, type Objective } from './minimize.ts'

const rosenbrock: Objective = (point, gradient) => {
  const [x = 0, y = 0] = point
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
  gradient[1] = 200 * (y - x * x)
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2
}

describe('minimize', () => {
  it.each([
    [-1.2, 1],
    [3, -4],
    [0, 0],
  ])('finds the bottom of the valley of Rosenbrock from %f, %f', (x, y) => {
    const { point, iterations } = minimize(rosenbrock, [x, y])
    expect(point[0]).toBeCloseTo(1, 7)
    expect(point[1]).toBeCloseTo(1, 7)
    expect(iterations).toBeLessThan(80)
  })

  it('steps back from where the function is not defined', () => {
    const objective: Objective = (point, gradient) => {
      const x = point[0] ?? 0
      gradient[0] = 1 - 1 / x
      return x - Math.log(x)
    }
    expect(minimize(objective, [1e-4]).point[0]).toBeCloseTo(1, 7)
  })

  it('says when it ran out of steps', () => {
    expect(minimize(rosenbrock, [-1.2, 1], { mostIterations: 3 }).stopped).toBe('stepsExhausted')
  })
})

describe('maximizeLikelihood', () => {
  it('of exponential times has the rate and the standard error of the textbook', () => {
    const times = [1, 4, 2, 8, 5]
    const sum = times.reduce((all, time) => all + time, 0)
    const fit = maximizeLikelihood(
      (parameters, gradient) => {
        const rate = parameters[0] ?? 0
        gradient[0] = times.length / rate - sum
        return times.length * Math.log(rate) - rate * sum
      },
      [[1], [100]],
      { observations: times.length },
    )
    expect(fit.parameters[0]).toBeCloseTo(5 / 20, 10)
    expect(fit.standardErrors?.[0]).toBeCloseTo(0.25 / Math.sqrt(5), 6)
    expect(fit).toMatchObject({ converged: true, identified: true })
  })

  it('says when a parameter does not show in the likelihood', () => {
    const fit = maximizeLikelihood(
      (parameters, gradient) => {
        gradient[1] = 0
        gradient[0] = 1 / (parameters[0] ?? 0) - 1
        return Math.log(parameters[0] ?? 0) - (parameters[0] ?? 0)
      },
      [[3, 3]],
      { observations: 1 },
    )
    expect(fit).toMatchObject({ identified: false, logCovariance: null, standardErrors: null })
    expect(fit.parameters[0]).toBeCloseTo(1, 6)
  })

  it('holds a parameter that runs away', () => {
    const fit = maximizeLikelihood(
      (parameters, gradient) => {
        gradient[0] = 1 / (1 + (parameters[0] ?? 0)) ** 2
        return -1 / (1 + (parameters[0] ?? 0))
      },
      [[1]],
      { observations: 1 },
    )
    expect(fit.identified).toBe(false)
    expect(fit.parameters[0]).toBeLessThanOrEqual(1e8)
  })
})

describe('inversePositiveDefinite', () => {
  it('bears parameters of very different size', () => {
    const inverse = inversePositiveDefinite({ size: 2, values: Float64Array.of(1e-20, 0, 0, 1e20) })
    expect((inverse?.values[0] ?? 0) / 1e20).toBeCloseTo(1, 12)
    expect((inverse?.values[3] ?? 0) / 1e-20).toBeCloseTo(1, 12)
  })
})
