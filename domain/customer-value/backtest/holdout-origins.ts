/** Days of a split: known until the first, judged until the second, counted since 1970-01-01. */
export interface HoldoutOrigin {
  readonly calibrateUntil: number
  readonly holdoutUntil: number
}

export interface OriginRequest {
  readonly firstDay: number
  readonly lastDay: number
  readonly calibrateUntil?: number | undefined
  readonly holdoutUntil?: number | undefined
}

const quarterDays = 91
const yearDays = 365
const mostOrigins = 4

/**
 * When the models are put to the test, the latest first. The holdout is the last quarter of the history, at least three
 * months and at most twelve, unless a day is given; earlier origins follow at the same distance for as long as what is
 * known before them is at least as long as the time they are judged by.
 *
 * @returns nothing where the history is too short
 */
export function holdoutOrigins({ firstDay, lastDay, calibrateUntil, holdoutUntil }: OriginRequest): HoldoutOrigin[] {
  const end = Math.min(holdoutUntil ?? lastDay, lastDay)
  const history = end - firstDay + 1
  const days = Math.min(yearDays, Math.max(quarterDays, Math.floor(history / 4)))
  const main = { calibrateUntil: calibrateUntil ?? end - days, holdoutUntil: end }
  const length = main.holdoutUntil - main.calibrateUntil
  if (length <= 0 || main.calibrateUntil < firstDay) return []
  if (calibrateUntil === undefined && !isLongEnough(main, { firstDay, length })) return []
  const origins = [main]
  while (origins.length < mostOrigins) {
    const back = origins.length * length
    const origin = { calibrateUntil: main.calibrateUntil - back, holdoutUntil: main.holdoutUntil - back }
    if (!isLongEnough(origin, { firstDay, length })) break
    origins.push(origin)
  }
  return origins
}

/** A day of tolerance: a quarter of a history is rarely a whole number of days. */
function isLongEnough(origin: HoldoutOrigin, history: { firstDay: number; length: number }): boolean {
  return origin.calibrateUntil - history.firstDay + 2 >= history.length
}
