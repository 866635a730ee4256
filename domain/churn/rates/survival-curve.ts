import type { SurvivalCurve } from '@vitalfew/contract/churn.ts'
import { kaplanMeier } from '@vitalfew/methods/survival/kaplan-meier.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import { survivalQuantile } from '@vitalfew/methods/survival/survival-quantile.ts'

/** A curve is drawn by months, and no longer than ten years. */
const mostPoints = 120

/** The Kaplan–Meier curve of a group at whole months, with its median. */
export function survivalCurve(
  data: SurvivalData,
  { dimension, group }: { readonly dimension: string; readonly group: string },
): SurvivalCurve {
  const curve = kaplanMeier(data)
  const median = survivalQuantile(curve)
  const last = Math.min(mostPoints, Math.ceil(curve.times.at(-1) ?? 0))
  let step = -1
  const points = Array.from({ length: last + 1 }, (_, month) => {
    while (step + 1 < curve.times.length && (curve.times[step + 1] ?? 0) <= month) step += 1
    const atRisk = (curve.times[step] ?? -1) === month ? curve.atRisk[step] : curve.atRisk[step + 1]
    return {
      month,
      survival: curve.survival[step] ?? 1,
      lower: curve.lower[step] ?? 1,
      upper: curve.upper[step] ?? 1,
      atRisk: atRisk ?? 0,
    }
  })
  return {
    dimension,
    group,
    accounts: data.durations.length,
    left: data.events.reduce((sum, event) => sum + event, 0),
    medianMonths: median.time,
    medianLower: median.lower,
    medianUpper: median.upper,
    points,
  }
}
