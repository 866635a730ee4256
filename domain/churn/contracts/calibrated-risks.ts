import type { ContractCalibration } from '@vitalfew/contract/churn.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { kaplanMeier } from '@vitalfew/methods/survival/kaplan-meier.ts'
import { survivalAt } from '@vitalfew/methods/survival/survival-at.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import type { Covariate } from './covariates.ts'
import { fittedFactors } from './fitted-factors.ts'
import { riskBetween, type RiskModel, riskModel } from './risk-model.ts'

interface CalibrationRequest {
  readonly data: SurvivalData
  readonly known: readonly Covariate[]
  /** Headers of the columns the model is made of; chosen where empty. */
  readonly factors: readonly string[]
  /** Length of the horizon on the clock of the data. */
  readonly step: number
  readonly file: string
}

/** Bands by the risk told: readers think in shares, not in tenths of a list. */
const cuts = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 1]
/** Fewer ends do not make two models. */
const leastEvents = 40

/**
 * What risks are worth: each half of the subjects is told its risks by a model of the other half, at the beginning of every
 * horizon it lived to see, and it is counted how many ended in that horizon (Kaplan–Meier where the watch ended before).
 * Empty where there is too little to learn from.
 */
export function calibratedRisks(request: CalibrationRequest): ContractCalibration[] {
  const { data, step } = request
  const isOdd = (row: number): boolean => row % 2 === 1
  const enough = (half: boolean): boolean =>
    data.events.reduce((sum, event, row) => sum + (isOdd(row) === half ? event : 0), 0) >= leastEvents / 2
  if (!enough(false) || !enough(true)) return []
  const told = [false, true].flatMap((half) => {
    const model = modelOf(request, (row) => isOdd(row) !== half)
    return horizonsOf(data, { step, isJudged: (row) => isOdd(row) === half }).map((horizon) => ({
      ...horizon,
      risk: riskBetween(model, horizon.row, { from: horizon.from, to: horizon.from + step }),
    }))
  })
  return cuts.slice(1).flatMap((to, at): ContractCalibration[] => {
    const from = cuts[at] ?? 0
    const own = told.filter(({ risk }) => risk >= from && (risk < to || to === 1))
    return own.length === 0 ? [] : [{ from, to, ...counted(own, data, step) }]
  })
}

interface Horizon {
  readonly row: number
  /** When it begins, on the clock of the data. */
  readonly from: number
}

interface ToldHorizon extends Horizon {
  readonly risk: number
}

/** Every horizon that a subject stood at the beginning of. */
function horizonsOf(
  { durations }: SurvivalData,
  { step, isJudged }: { readonly step: number; readonly isJudged: (row: number) => boolean },
): Horizon[] {
  const horizons: Horizon[] = []
  durations.forEach((duration, row) => {
    if (!isJudged(row)) return
    for (let from = 0; from < duration; from += step) horizons.push({ row, from })
  })
  return horizons
}

/** A model of some of the rows, whose covariates are those of all. */
function modelOf({ data, known, factors, file }: CalibrationRequest, isOwn: (row: number) => boolean): RiskModel {
  const keep = (_: unknown, row: number): boolean => isOwn(row)
  const own = { durations: data.durations.filter(keep), events: data.events.filter(keep) }
  const parts = known.map((covariate): Covariate => ({
    ...covariate,
    values: covariate.values?.filter(keep) ?? null,
    columns: covariate.columns.map(({ value, figures }) => ({ value, figures: figures.filter(keep) })),
  }))
  const model = riskModel(own, fittedFactors(own, parts, factors, file))
  const whole = new Map(known.map((covariate) => [covariate.header, covariate]))
  return {
    ...model,
    stratum: model.stratum === null ? null : (whole.get(model.stratum.header) ?? null),
    covariates: model.covariates.flatMap(({ header }) => whole.get(header) ?? []),
  }
}

function counted(own: readonly ToldHorizon[], { durations, events }: SurvivalData, step: number) {
  const watched: SurvivalData = {
    durations: Float64Array.from(own, ({ row, from }) => (durations[row] ?? 0) - from),
    events: Uint8Array.from(own, ({ row }) => events[row] ?? 0),
  }
  const seen = 1 - survivalAt(kaplanMeier(watched), step)
  // As many as would have told as much had all of them been watched to the end of the horizon.
  const told = own.filter((_, at) => (watched.durations[at] ?? 0) >= step || watched.events[at] === 1).length
  const { lower, upper } = wilsonInterval(Math.round(seen * told), told)
  return {
    contracts: own.length,
    expected: own.reduce((sum, { risk }) => sum + risk, 0) / own.length,
    seen,
    lower: Math.min(lower, seen),
    upper: Math.max(upper, seen),
  }
}
