import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { type EventTable, eventTable } from './event-table.ts'
import type { SurvivalData } from './survival-data.ts'

/** A step function: each value holds from its time up to the next. Before the first time survival is 1. */
export interface SurvivalCurve extends EventTable {
  readonly survival: Float64Array
  /** By Greenwood's formula. */
  readonly standardErrors: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/**
 * Kaplan–Meier estimate of survival with pointwise confidence limits.
 *
 * S(t) = Π (1 − d/n) over the times up to t, d events among n at risk. The limits are symmetric for log S, as R has them
 * by default: S · exp(∓ z √Σ d/(n (n − d))), at most 1; both 0 where nobody survives.
 *
 * @param data durations and events
 * @param options `level` of the limits, 0.95 where absent
 * @throws RangeError as {@link requireSurvivalData}, or naming a level not from 0 to 1
 * Source: Kaplan and Meier 1958, "Nonparametric estimation from incomplete observations"; Greenwood 1926.
 * @example
 * [...kaplanMeier({ durations: Float64Array.of(1, 2, 2, 3), events: Uint8Array.of(1, 1, 0, 0) }).survival].map((s) => s.toFixed(3)) // ['0.750', '0.500', '0.500']
 * kaplanMeier({ durations: Float64Array.of(-1), events: Uint8Array.of(1) }) // throws RangeError
 */
export function kaplanMeier(data: SurvivalData, options: { readonly level?: number } = {}): SurvivalCurve {
  const z = normalQuantile((1 + requireFraction('level', options.level ?? 0.95)) / 2)
  const table = eventTable(data)
  let survival = 1
  let hazard = 0
  const steps = Array.from(table.times, (_, i) => {
    const dead = table.events[i] ?? 0
    const risk = table.atRisk[i] ?? 0
    survival *= 1 - dead / risk
    hazard += dead / (risk * (risk - dead))
    const spread = survival > 0 ? Math.sqrt(hazard) : 0
    return { survival, spread }
  })
  const column = (of: (step: { survival: number; spread: number }) => number): Float64Array =>
    Float64Array.from(steps, of)
  return {
    ...table,
    survival: column((step) => step.survival),
    standardErrors: column((step) => step.survival * step.spread),
    lower: column((step) => step.survival * Math.exp(-z * step.spread)),
    upper: column((step) => Math.min(1, step.survival * Math.exp(z * step.spread))),
  }
}
