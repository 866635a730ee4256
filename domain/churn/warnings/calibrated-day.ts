import { fitLogistic } from '@vitalfew/methods/regression/fit-logistic.ts'
import type { JudgedDay } from './judge-day.ts'
import type { JudgedPast } from './signal-scales.ts'

/** Fewer accounts than this of either outcome leave the model's word as it is. */
const fewestOfEach = 20
/** Beyond these odds a model's certainty is not to be told from more of it. */
const mostLogOdds = 7
/** Holds the line back where few accounts draw it. */
const ridge = 1

/**
 * A day with its risks corrected by what became of accounts that the model gave the same risk on past days: a model may
 * rank accounts well and yet be too sure of itself. The order of the risks stays.
 */
export function calibratedDay(day: JudgedDay, past: readonly JudgedPast[]): JudgedDay {
  const odds: number[] = []
  const outcomes: number[] = []
  for (const { day: then, boughtAfter } of past) {
    then.risk.forEach((risk, row) => {
      if (Number.isNaN(risk) || then.conduct.hasLeft[row] === 1) return
      odds.push(logOdds(risk))
      outcomes.push(boughtAfter(row) ? 0 : 1)
    })
  }
  const left = outcomes.reduce((sum, outcome) => sum + outcome, 0)
  if (left < fewestOfEach || outcomes.length - left < fewestOfEach) return day
  const { intercept, coefficients } = fitLogistic([Float64Array.from(odds)], Uint8Array.from(outcomes), { ridge })
  const slope = coefficients?.[0] ?? 0
  if (intercept === null || slope <= 0) return day
  return { ...day, risk: day.risk.map((risk) => 1 / (1 + Math.exp(-intercept - slope * logOdds(risk)))) }
}

function logOdds(risk: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(risk) - Math.log1p(-risk)))
}
