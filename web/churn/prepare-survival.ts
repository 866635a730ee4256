import type { SurvivalCurve } from '@vitalfew/contract/churn.ts'

export interface SurvivalLine extends Pick<
  SurvivalCurve,
  'group' | 'accounts' | 'left' | 'medianMonths' | 'medianLower' | 'medianUpper'
> {
  /** Share still there twelve months after the beginning; null where nobody was seen for so long. */
  afterYear: number | null
  /** At each month of the axis; null after the last account was seen. */
  survival: ({ value: number; lower: number; upper: number; atRisk: number } | null)[]
}

export interface Survival {
  /** Months since the beginning. */
  months: number[]
  lines: SurvivalLine[]
  /** Groups that are not drawn, because they have the fewest accounts. */
  leftOut: number
}

const most = 5
const mostSteps = 120

/** What the accounts are told apart by, '' for everybody; each has curves of its own. */
export function survivalDimensions(curves: readonly SurvivalCurve[]): string[] {
  return [...new Set(curves.map(({ dimension }) => dimension))]
}

/** Curves read at whole months (or whole steps of them, in long histories), so that they share an axis. */
export function prepareSurvival(curves: readonly SurvivalCurve[]): Survival {
  const drawn = curves.toSorted((a, b) => b.accounts - a.accounts).slice(0, most)
  const last = Math.max(0, ...drawn.map(({ points }) => points.at(-1)?.month ?? 0))
  const step = Math.max(1, Math.ceil(last / mostSteps))
  const months = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
  return {
    months,
    lines: drawn.map((curve) => ({
      group: curve.group,
      accounts: curve.accounts,
      left: curve.left,
      medianMonths: curve.medianMonths,
      medianLower: curve.medianLower,
      medianUpper: curve.medianUpper,
      afterYear: survivalAt(curve, 12)?.value ?? null,
      survival: months.map((month) => survivalAt(curve, month)),
    })),
    leftOut: curves.length - drawn.length,
  }
}

/** A survival curve keeps its last value until the next event, and ends with its last point. */
function survivalAt(curve: SurvivalCurve, month: number): SurvivalLine['survival'][number] {
  const { points } = curve
  if (month > Math.ceil(points.at(-1)?.month ?? -1)) return null
  const point = points.findLast((candidate) => candidate.month <= month)
  if (point === undefined) return { value: 1, lower: 1, upper: 1, atRisk: curve.accounts }
  return { value: point.survival, lower: point.lower, upper: point.upper, atRisk: point.atRisk }
}
