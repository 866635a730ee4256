import { type BaselineHazard, baselineHazard, hazardBetween } from '@vitalfew/methods/churn/baseline-hazard.ts'
import { linearScores } from '@vitalfew/methods/regression/linear-scores.ts'
import { type CoxFit, fitCox } from '@vitalfew/methods/survival/fit-cox.ts'
import { proportionalityTest } from '@vitalfew/methods/survival/proportionality-test.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import type { Covariate } from './covariates.ts'
import { columnsOf, type FittedFactors } from './fitted-factors.ts'

/** How likely subjects are to end, told from some of them. */
export interface RiskModel {
  /** The column each value of which has a course of risk of its own; null where one course, raised and lowered, fits all. */
  readonly stratum: Covariate | null
  /** Of the columns beside the stratum. */
  readonly covariates: readonly Covariate[]
  readonly coefficients: Float64Array
  /** One per value of the stratum, or one. */
  readonly baselines: readonly BaselineHazard[]
}

/** A column whose effect changes with time by chance alone once in so many tables. */
const mostChance = 0.001
/** A course of its own needs so many ends of every value. */
const eventsPerStratum = 20
/** Fewer subjects at risk say nothing of single months or ends. */
const support = { leastAtRisk: 20 }

/**
 * Cox's model made fit to tell risks: where the effect of a category changes with time (the strongest of those that do), its
 * values get a course of risk each.
 *
 * @param factors fitted to the same data; null: all have the same course
 */
export function riskModel(data: SurvivalData, factors: FittedFactors | null): RiskModel {
  const plain = { covariates: factors?.covariates ?? [], coefficients: factors?.fit.coefficients ?? new Float64Array() }
  const stratum = factors === null ? null : changingColumn(data, factors)
  const covariates = plain.covariates.filter((covariate) => covariate !== stratum)
  const fit = stratum === null ? null : stratifiedFit(data, covariates, stratum)
  if (stratum === null || fit === null) {
    const baselines = baselinesOf(data, { ...plain, strata: null })
    return { stratum: null, ...plain, baselines }
  }
  const coefficients = fit.coefficients ?? new Float64Array()
  const strata = strataOf(stratum)
  return { stratum, covariates, coefficients, baselines: baselinesOf(data, { covariates, coefficients, strata }) }
}

/** Risk of the subject in a row to end between two times of the clock, given that it stands at the first. */
export function riskBetween(
  { stratum, covariates, coefficients, baselines }: RiskModel,
  row: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let score = 0
  let at = 0
  for (const { columns } of covariates)
    for (const { figures } of columns) score += (coefficients[at++] ?? 0) * (figures[row] ?? 0)
  const baseline = baselines[stratum === null ? 0 : stratumOf(stratum, row)]
  return baseline === undefined ? 0 : -Math.expm1(-hazardBetween(baseline, { from, to }) * Math.exp(score))
}

/** The category whose effect changes most surely with time, if every value of it has ends enough for a course of its own. */
function changingColumn(data: SurvivalData, { covariates, fit }: FittedFactors): Covariate | null {
  if (fit.coefficients === null) return null
  const tests = proportionalityTest(data, columnsOf(covariates), {
    coefficients: fit.coefficients,
    terms: covariates.map(({ columns }) => columns.length),
  })
  const changing = covariates
    .map((covariate, at) => ({ covariate, p: tests[at]?.pValue ?? 1, statistic: tests[at]?.statistic ?? 0 }))
    .filter(({ covariate, p }) => p < mostChance && leastEvents(data, covariate) >= eventsPerStratum)
    .toSorted((one, other) => one.p - other.p || other.statistic - one.statistic)
  return changing[0]?.covariate ?? null
}

function stratifiedFit(data: SurvivalData, covariates: readonly Covariate[], stratum: Covariate): CoxFit | null {
  const fit = fitCox(data, columnsOf(covariates), { strata: strataOf(stratum) })
  return fit.verdict === 'converged' ? fit : null
}

interface Scored {
  readonly covariates: readonly Covariate[]
  readonly coefficients: Float64Array
  readonly strata: Uint32Array | null
}

function baselinesOf(data: SurvivalData, { covariates, coefficients, strata }: Scored): BaselineHazard[] {
  const columns = columnsOf(covariates)
  const scores =
    columns.length === 0 ? new Float64Array(data.durations.length) : linearScores(columns, { coefficients })
  if (strata === null) return [baselineHazard(data, scores, support)]
  const size = strata.reduce((most, stratum) => Math.max(most, stratum + 1), 0)
  return Array.from({ length: size }, (_, stratum) => {
    const isOwn = (__: number, row: number): boolean => strata[row] === stratum
    const own = { durations: data.durations.filter(isOwn), events: data.events.filter(isOwn) }
    return baselineHazard(own, scores.filter(isOwn), support)
  })
}

/** Number of the stratum of every row: 0 for the reference, then in the order of the columns. */
function strataOf(stratum: Covariate): Uint32Array {
  return Uint32Array.from(stratum.values ?? [], (_, row) => stratumOf(stratum, row))
}

function stratumOf({ columns }: Covariate, row: number): number {
  return 1 + columns.findIndex(({ figures }) => figures[row] === 1)
}

/** Ends of the value that has the fewest; none for figures, which have no strata. */
function leastEvents({ events }: SurvivalData, covariate: Covariate): number {
  if (covariate.values === null) return 0
  const counts = new Float64Array(covariate.columns.length + 1)
  strataOf(covariate).forEach((stratum, row) => (counts[stratum] = (counts[stratum] ?? 0) + (events[row] ?? 0)))
  return Math.min(...counts)
}
