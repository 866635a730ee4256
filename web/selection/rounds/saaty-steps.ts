/** How far a slider goes to either side: 8 steps from equal to nine times as important. */
export const mostSteps = 8

/** Where a judgement of “first over second” stands on the slider: left of the middle the first matters more. */
export function stepOf(judgement: number): number {
  return judgement >= 1 ? -(Math.round(judgement) - 1) || 0 : Math.round(1 / judgement) - 1
}

/** The judgement at a place of the slider. */
export function judgementAt(step: number): number {
  return step <= 0 ? 1 - step : 1 / (step + 1)
}

/** How many times as important the one that matters more is. */
export function strengthOf(judgement: number): number {
  return Math.round(judgement >= 1 ? judgement : 1 / judgement)
}
