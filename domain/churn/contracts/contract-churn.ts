import type { ContractChurn, WarningBacktest } from '@vitalfew/contract/churn.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { fitRenewalCounts } from '@vitalfew/methods/churn/fit-renewal-counts.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import { renewalForecast } from '@vitalfew/methods/survival/renewal-forecast.ts'
import { churnRate } from '../rates/churn-rate.ts'
import { groupedSurvival, type SurvivalGroup } from '../rates/grouped-survival.ts'
import { backtestContracts } from './backtest-contracts.ts'
import { calibratedRisks } from './calibrated-risks.ts'
import { contractClock } from './contract-clock.ts'
import { type ContractColumns, contractColumns } from './contract-columns.ts'
import { contractCuts } from './contract-cuts.ts'
import { contractFactors } from './contract-factors.ts'
import { contractRisks } from './contract-risks.ts'
import type { ContractSubject } from './contract-subjects.ts'
import { type Covariate, covariates } from './covariates.ts'
import { fittedFactors } from './fitted-factors.ts'
import { newestDay } from './newest-day.ts'
import { recordedReasons } from './recorded-reasons.ts'
import { riskModel } from './risk-model.ts'
import { renewalCounts, type RenewalTally } from './renewal-counts.ts'
import { tenureSubjects } from './tenure-subjects.ts'
import { contractChains, contractTerms, termSubjects } from './term-subjects.ts'
import type { TextTable } from '../records/text-table.ts'

export interface ContractRequest {
  /** Days since 1970-01-01; the day after the last thing the table tells where absent. */
  readonly asOf?: number
  readonly horizonMonths: number
  /** Headers of the columns Cox's model is made of; chosen where empty. */
  readonly factors: readonly string[]
  /** Contracts listed by risk. */
  readonly listed: number
}

export interface AnalysedContracts {
  readonly asOf: number
  readonly churn: ContractChurn
  readonly subjects: readonly ContractSubject[]
  /** What became of warnings on past days; nothing where the table has no days, or too few. */
  readonly backtest: readonly WarningBacktest[]
}

/**
 * What a table of contracts tells of leaving.
 *
 * @throws ProductError `mapping.fieldMissing` where neither start and end nor months and outcome are found,
 *   `mapping.headerNotFound` for a factor that is not there
 */
export function analysedContracts(table: TextTable, request: ContractRequest): AnalysedContracts {
  const columns = contractColumns(table)
  const asOf = request.asOf ?? newestDay(table, columns)
  const { shape, subjects, renewals, contracts } = subjectsOf(table, columns, asOf)
  const { horizonMonths } = request
  const clock = contractClock(subjects, { asOf, horizonMonths })
  const known = covariates(table, columns, subjects)
  const factors = fittedFactors(clock.data, known, request.factors, table.file)
  const model = riskModel(clock.data, factors)
  const ended = subjects.filter((subject) => subject.ended)
  const risks = contractRisks({ subjects, clock, factors, model })
  // Curves count months from the start of the first contract, whatever risks are counted in.
  const lives = { durations: Float64Array.from(subjects, ({ months }) => months), events: clock.data.events }
  const churn: ContractChurn = {
    file: table.file,
    shape,
    contracts,
    customers: new Set(subjects.map(({ customer }) => customer)).size,
    running: subjects.length - ended.length,
    ended: ended.length,
    rate: overallRate(shape, { subjects, renewals }),
    ...renewalsOf(renewals),
    ...groupedSurvival(lives, groupsOf(known, lives)),
    cuts: contractCuts(known, subjects),
    reasons: recordedReasons(ended),
    factors: factors === null ? [] : contractFactors(factors),
    concordance: factors?.fit.concordance ?? null,
    changing: model.stratum?.header ?? null,
    calibration: calibratedRisks({
      data: clock.data,
      known,
      factors: request.factors,
      step: shape === 'terms' ? 1 : horizonMonths,
      file: table.file,
    }),
    risks: risks.slice(0, request.listed),
  }
  const past = { columns, asOf, horizonMonths, factors: request.factors }
  return { asOf, churn, subjects, backtest: shape === 'terms' ? backtestContracts(table, past) : [] }
}

function subjectsOf(table: TextTable, columns: ContractColumns, asOf: number) {
  const none: RenewalTally = { due: [], renewed: [] }
  if (columns.tenure !== undefined && columns.churned !== undefined) {
    const subjects = tenureSubjects(table, columns)
    return { shape: 'tenure' as const, subjects, renewals: none, contracts: subjects.length }
  }
  const { start, end, termMonths } = columns
  if (start === undefined || (end === undefined && termMonths === undefined)) {
    const found = table.headers.join(', ')
    throw new ProductError('mapping.notContracts', { file: table.file, headers: found })
  }
  const terms = contractTerms(table, columns, { asOf })
  const chains = contractChains(terms)
  const subjects = termSubjects(chains, { table, columns, asOf })
  return { shape: 'terms' as const, subjects, renewals: renewalCounts(chains, asOf), contracts: terms.length }
}

/** Of contracts that came to their end where they have ends, of customers where they have months. */
function overallRate(
  shape: ContractChurn['shape'],
  { subjects, renewals }: { readonly subjects: readonly ContractSubject[]; readonly renewals: RenewalTally },
) {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  const ended = subjects.filter((subject) => subject.ended)
  const revenueLost = ended.reduce((all, { value }) => all + (value ?? 0), 0)
  const accounts = shape === 'terms' ? sum(renewals.due) : subjects.length
  const left = shape === 'terms' ? accounts - sum(renewals.renewed) : ended.length
  return churnRate({ accounts, left, wonBack: 0, revenueLost })
}

const forecastRenewals = 5

function renewalsOf(tally: RenewalTally): Pick<ContractChurn, 'renewals' | 'renewalModel'> {
  const fit = fitRenewalCounts(tally)
  const { parameters, logLikelihood } = fit
  const verdict = tally.due.length === 0 ? 'noneDue' : fit.verdict
  const length = tally.due.length === 0 ? 0 : tally.due.length + forecastRenewals
  const forecast = parameters === null ? null : renewalForecast(parameters, length)
  return {
    renewals: Array.from({ length }, (_, t) => {
      const [due, renewed] = [tally.due[t] ?? 0, tally.renewed[t] ?? 0]
      return {
        renewal: t + 1,
        due,
        renewed,
        retention: due === 0 ? null : renewed / due,
        expectedRetention: forecast?.retention[t] ?? null,
        expectedSurvival: forecast?.survival[t + 1] ?? null,
      }
    }),
    renewalModel: { alpha: parameters?.alpha ?? null, beta: parameters?.beta ?? null, logLikelihood, verdict },
  }
}

function groupsOf(known: readonly Covariate[], { durations, events }: SurvivalData): SurvivalGroup[] {
  return known.flatMap(({ header, values }) => {
    if (values === null) return []
    return [...new Set(values)].map((value) => {
      const rows = Uint32Array.from(values.flatMap((each, row) => (each === value ? [row] : [])))
      return {
        dimension: header,
        value,
        data: {
          durations: Float64Array.from(rows, (row) => durations[row] ?? 0),
          events: Uint8Array.from(rows, (row) => events[row] ?? 0),
        },
      }
    })
  })
}
