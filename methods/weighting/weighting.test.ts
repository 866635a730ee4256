import { describe, expect, it } from 'vitest'
import { blendedWeights } from './blended-weights.ts'
import { criticWeights } from './critic-weights.ts'
import { entropyWeights } from './entropy-weights.ts'
import { handWeights } from './hand-weights.ts'
import { standardDeviationWeights } from './standard-deviation-weights.ts'

const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN))

// Tuş and Aytaç Adalı 2019, "The new combination with CRITIC and WASPAS methods for the time and attendance software
// selection problem".
const software = columnsOf([
  [5000, 3, 3, 4, 3, 2],
  [680, 5, 3, 2, 2, 1],
  [2000, 3, 2, 3, 4, 3],
  [600, 4, 3, 1, 2, 2],
  [800, 2, 4, 3, 3, 4],
])

// Xu 2004, "A note on the subjective and objective integrated approach to determine attribute weights".
const attributes = columnsOf([
  [30, 30, 38, 29],
  [19, 54, 86, 29],
  [19, 15, 85, 28.9],
  [68, 70, 60, 29],
])

/** By the definition, in plain words: σⱼ Σ (1 − rⱼₖ) after min–max, with sample standard deviations. */
function criticByDefinition(columns: readonly Float64Array[]): number[] {
  const scaled = columns.map((column) => {
    const [low, high] = [Math.min(...column), Math.max(...column)]
    return Array.from(column, (value) => (value - low) / (high - low))
  })
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const covariance = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + (value - mean(a)) * ((b[i] ?? 0) - mean(b)), 0) / (a.length - 1)
  const deviations = scaled.map((column) => Math.sqrt(covariance(column, column)))
  const information = scaled.map((column, j) => {
    const conflicts = scaled.map(
      (other, k) => 1 - covariance(column, other) / ((deviations[j] ?? 1) * (deviations[k] ?? 1)),
    )
    return (deviations[j] ?? 0) * conflicts.reduce((sum, conflict) => sum + conflict, 0)
  })
  const sum = information.reduce((part, amount) => part + amount, 0)
  return information.map((amount) => amount / sum)
}

describe('criticWeights', () => {
  it('as published, and as by the definition', () => {
    const weights = [...criticWeights(software)]
    expect(weights.map((weight) => weight.toFixed(3))).toEqual(['0.157', '0.249', '0.168', '0.121', '0.154', '0.151'])
    criticByDefinition(software).forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 12))
  })

  it('the direction of a criterion matters: a cost is to be negated', () => {
    const [price = new Float64Array(), ...others] = software
    const negated = [price.map((value) => -value), ...others]
    expect(criticWeights(negated)[0]).not.toBeCloseTo(criticWeights(software)[0] ?? 0, 2)
    criticByDefinition(negated).forEach((weight, j) => expect(criticWeights(negated)[j]).toBeCloseTo(weight, 12))
  })

  it('copies conflict with nothing: what is left decides', () => {
    const [first = new Float64Array(), second = new Float64Array()] = software
    const copy = first.map((value) => value * 3 + 7)
    expect([...criticWeights([first, copy])]).toEqual([0.5, 0.5])
    expect([...criticWeights([first])]).toEqual([1])
    const [a = 0, b = 0, c = 0] = criticWeights([first, copy, second])
    expect(a).toBeCloseTo(b, 12)
    expect(c).toBeGreaterThan(a)
  })
})

describe('entropyWeights', () => {
  it('as published, and as by the definition', () => {
    const weights = [...entropyWeights(attributes)]
    expect(weights.map((weight) => weight.toFixed(4))).toEqual(['0.4630', '0.3992', '0.1378', '0.0000'])
    const divergences = attributes.map((column) => {
      const sum = column.reduce((part, value) => part + value, 0)
      return (
        1 + column.reduce((part, value) => part + (value / sum) * Math.log(value / sum), 0) / Math.log(column.length)
      )
    })
    const total = divergences.reduce((sum, divergence) => sum + divergence, 0)
    divergences.forEach((divergence, j) => expect(weights[j]).toBeCloseTo(divergence / total, 9))
  })

  it('keeps its digits where a million values are nearly alike', () => {
    // r = 1 ± d: 1 − e = ((1 + d) ln(1 + d) + (1 − d) ln(1 − d)) / (2 ln m) ≈ d² / (2 ln m).
    const nearly = (d: number) => Float64Array.from({ length: 1_000_000 }, (_, i) => 1 + (i % 2 === 0 ? d : -d))
    const [small = 0, large = 0] = entropyWeights([nearly(1e-5), nearly(2e-5)])
    expect(large / small).toBeCloseTo(4, 4)
  })

  it('names a negative value', () => {
    expect(() => entropyWeights([Float64Array.of(1, 2), Float64Array.of(3, -4)])).toThrow(
      'columns[1][1] must not be below 0, got -4',
    )
  })
})

describe('edges of the weights from data', () => {
  it.each([
    ['entropy', entropyWeights],
    ['CRITIC', criticWeights],
    ['standard deviation', standardDeviationWeights],
  ])('%s', (_, weightsOf) => {
    const column = Float64Array.of(1, 2, 4)
    expect(() => weightsOf([])).toThrow('columns must have at least one, got none')
    expect(() => weightsOf([column, Float64Array.of(1)])).toThrow('columns[1].length must be 3, got 1')
    expect(() => weightsOf([Float64Array.of(1, Number.NaN)])).toThrow('columns[0][1] must be a finite number, got NaN')
    expect([...weightsOf([new Float64Array(), new Float64Array()])]).toEqual([0.5, 0.5])
    expect([...weightsOf([Float64Array.of(3), Float64Array.of(8)])]).toEqual([0.5, 0.5])
    expect([...weightsOf([Float64Array.of(0, 0, 0), column])]).toEqual([0, 1])
    expect([...weightsOf([Float64Array.of(0.3, 0.1 + 0.2, 0.3), column])]).toEqual([0, 1])
    const huge = column.map((value) => value * 4e307)
    expect(weightsOf([huge, column])[0]).toBeCloseTo(0.5, 12)
  })
})

describe('blendedWeights', () => {
  it('names what is wrong', () => {
    expect(() => blendedWeights([])).toThrow('vectors must have weights, got none')
    expect(() => blendedWeights([[0.5, 0.4]])).toThrow('vectors[0] must sum to 1, got 0.9')
    expect(() => blendedWeights([[1.5, -0.5]])).toThrow('vectors[0][1] must not be below 0')
    expect(() => blendedWeights([[1], [0.5, 0.5]])).toThrow('vectors[1].length must be 1, got 2')
    expect(() => blendedWeights([[1]], { shares: [0] })).toThrow('shares must have one above 0')
    expect(() => blendedWeights([[1]], { shares: [Number.NaN] })).toThrow('shares[0]')
  })

  it('whom nobody counts has no veto', () => {
    const vectors = [
      [0.5, 0.5],
      [1, 0],
    ]
    expect([...blendedWeights(vectors, { mean: 'geometric', shares: [1, 0] })]).toEqual([0.5, 0.5])
    expect([...blendedWeights(vectors, { mean: 'geometric' })]).toEqual([1, 0])
    expect([...blendedWeights(vectors)]).toEqual([0.75, 0.25])
  })
})

describe('handWeights', () => {
  const given = (...weights: number[]) => weights.map((weight, i) => ({ criterion: `第${i + 1}项`, weight }))

  it('names what is wrong', () => {
    expect(() => handWeights(given(0.5, 0.4))).toThrow('weights must sum to 1, got 0.9')
    expect(() => handWeights(given(1.2, -0.2))).toThrow('weight of 第2项 must be a finite number not below 0, got -0.2')
    expect(() => handWeights(given(0, 0), { isRescaled: true })).toThrow('given must have a weight above 0')
    expect(() => handWeights([])).toThrow('given must have a weight above 0, got 0 without')
    expect(() => handWeights([...given(0.5), ...given(0.5)])).toThrow('got 第1项 twice')
  })

  it('thirds that were rounded are rescaled', () => {
    const weights = handWeights(given(0.3333333, 0.3333333, 0.3333333))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 15)
    expect([...handWeights(given(50, 30, 20), { isRescaled: true })]).toEqual([0.5, 0.3, 0.2])
  })
})
