import type { ContractRisk } from '@vitalfew/contract/churn.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { ContractClock } from './contract-clock.ts'
import type { ContractSubject } from './contract-subjects.ts'
import type { FittedFactors } from './fitted-factors.ts'
import { riskBetween, type RiskModel } from './risk-model.ts'

interface RiskRequest {
  readonly subjects: readonly ContractSubject[]
  readonly clock: ContractClock
  /** Null: all contracts of the same age have the same risk. */
  readonly factors: FittedFactors | null
  readonly model: RiskModel
}

const mostFactors = 3
/** Factors that raise the risk by less are not worth a word. */
const leastTimes = 1.05

/** How likely each contract that runs is to end within the horizon, and what raises that; most value × risk first. */
export function contractRisks(request: RiskRequest): ContractRisk[] {
  const parts = factorScores(request.factors)
  const risks = endingRisks(request)
  const running = request.subjects.flatMap((subject, index): ContractRisk[] => {
    if (subject.ended) return []
    return [
      {
        contract: subject.contract,
        account: subject.customer,
        accountName: subject.customerName,
        endsOn: subject.endsOn === null ? null : isoFromDay(subject.endsOn),
        value: subject.value,
        months: subject.months,
        risk: risks[index] ?? 0,
        factors: parts
          .map(({ column, valueOf, scores: own }) => ({
            column,
            value: valueOf(index),
            times: Math.exp(own[index] ?? 0),
          }))
          .filter(({ times }) => times >= leastTimes)
          .toSorted((one, other) => other.times - one.times)
          .slice(0, mostFactors),
      },
    ]
  })
  const stake = ({ value, risk }: ContractRisk): number => (value ?? 0) * risk
  return running.toSorted((one, other) => stake(other) - stake(one) || other.risk - one.risk)
}

/** How likely each subject is to end within the horizon, in the order of the subjects; 1 for one that has ended. */
export function endingRisks({ subjects, clock, model }: Omit<RiskRequest, 'factors'>): Float64Array {
  return Float64Array.from(subjects, ({ ended }, row) =>
    ended ? 1 : riskBetween(model, row, { from: clock.from[row] ?? 0, to: clock.to[row] ?? 0 }),
  )
}

interface FactorScores {
  readonly column: string
  readonly valueOf: (index: number) => string
  /** What the column adds to the log hazard of each subject, beside the average one. */
  readonly scores: Float64Array
}

function factorScores(factors: FittedFactors | null): FactorScores[] {
  let at = 0
  return (factors?.covariates ?? []).map(({ header, values, columns }) => {
    const first = at
    at += columns.length
    const size = columns[0]?.figures.length ?? 0
    const raw = Float64Array.from({ length: size }, (_, row) =>
      columns.reduce(
        (sum, { figures }, j) => sum + (figures[row] ?? 0) * (factors?.fit.coefficients?.[first + j] ?? 0),
        0,
      ),
    )
    const mean = raw.reduce((sum, value) => sum + value, 0) / Math.max(1, size)
    const written = (index: number): string => values?.[index] ?? String(columns[0]?.figures[index] ?? '')
    return { column: header, valueOf: written, scores: raw.map((value) => value - mean) }
  })
}
