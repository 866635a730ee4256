import type { CriterionAction } from '@vitalfew/methods/sensitivity/figure-path.ts'
import type { Bounds, Demand } from './condition-demands.ts'

/** Figures that change, and what that costs: per unit where the model says, else as a share of the room there is. */
export interface FigureMix {
  readonly changes: readonly {
    readonly criterion: number
    readonly metric: string
    readonly from: number
    readonly to: number
  }[]
  readonly cost: number
}

/** What is far less than anybody would tell apart, for bounds that have to be passed. */
const justBeyond = 1e-6

/**
 * The least that has to change so that every figure is within its bounds; null where that is not allowed.
 *
 * @param options `actionOf`: what may be done about a metric, with the figure now
 */
export function demandMix(
  demand: Demand,
  {
    figure,
    actionOf,
  }: {
    readonly figure: (metric: string) => number
    readonly actionOf: (metric: string) => CriterionAction | undefined
  },
): FigureMix | null {
  const changes: FigureMix['changes'][number][] = []
  let cost = 0
  for (const [metric, bounds] of demand) {
    const from = figure(metric)
    if (isInside(from, bounds)) continue
    const action = actionOf(metric)
    if (action === undefined) return null
    const to = nearestInside(from, { bounds, step: action.step })
    if (!isInside(to, bounds) || to < action.lowest || to > action.highest) return null
    const room = Math.abs((to > from ? action.highest : action.lowest) - from)
    changes.push({ criterion: action.criterion, metric, from, to })
    cost += Math.abs(to - from) * (action.costPerUnit ?? 1 / room)
  }
  return { changes, cost }
}

function isInside(figure: number, { from, to, isFromOpen, isToOpen }: Bounds): boolean {
  return (isFromOpen ? figure > from : figure >= from) && (isToOpen ? figure < to : figure <= to)
}

function nearestInside(
  figure: number,
  { bounds, step }: { readonly bounds: Bounds; readonly step: number | undefined },
): number {
  const isUp = isBelow(figure, bounds)
  const limit = isUp ? bounds.from : bounds.to
  const isOpen = isUp ? bounds.isFromOpen : bounds.isToOpen
  const direction = isUp ? 1 : -1
  if (step === undefined) return isOpen ? limit + direction * justBeyond * Math.max(1, Math.abs(limit)) : limit
  const steps = Math.ceil(Math.abs(limit - figure) / step - 1e-9)
  const reached = figure + direction * step * steps
  return isOpen && reached === limit ? reached + direction * step : reached
}

function isBelow(figure: number, { from, isFromOpen }: Bounds): boolean {
  return isFromOpen ? figure <= from : figure < from
}
