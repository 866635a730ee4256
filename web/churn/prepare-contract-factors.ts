import type { ContractFactor } from '@vitalfew/contract/churn.ts'
import type { Interval, Span } from '../charts/place-interval.ts'

export interface ContractFactors {
  /** Intervals on a scale of logarithms: twice as likely is as far from the middle as half as likely. */
  lines: { factor: ContractFactor; interval: Interval }[]
  scale: Span
}

/** Beyond this many times a ratio is only drawn at the end of the scale. */
const most = 32

/** The factors of the risk, the strongest first, drawn around the line of no effect. */
export function prepareContractFactors(factors: readonly ContractFactor[]): ContractFactors {
  const lines = factors
    .map((factor) => ({
      factor,
      interval: {
        value: logarithm(factor.hazardRatio),
        lower: logarithm(factor.lower),
        upper: logarithm(factor.upper),
      },
    }))
    .toSorted((a, b) => Math.abs(b.interval.value) - Math.abs(a.interval.value))
  const reach = Math.max(1, ...lines.flatMap(({ interval }) => [Math.abs(interval.lower), Math.abs(interval.upper)]))
  return { lines, scale: { from: -reach, to: reach } }
}

function logarithm(ratio: number): number {
  return Math.log2(Math.max(1 / most, Math.min(most, ratio)))
}
