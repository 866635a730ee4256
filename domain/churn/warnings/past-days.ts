import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'

/** Past days whose warnings are shown, and days before each that its scales and risks are set by. */
export const shownDays = 4
export const daysBefore = 3

/**
 * Days at which warnings of the past are looked at, the newest first: one horizon apart, each with at least a horizon of
 * history before it, so that it can be known what came of them.
 */
export function pastDays(
  asOf: number,
  { dataStart, horizonMonths }: { readonly dataStart: number; readonly horizonMonths: number },
): number[] {
  const days = Array.from({ length: shownDays + daysBefore }, (_, index) =>
    addMonths(asOf, -horizonMonths * (index + 1)),
  )
  return days.filter((day) => addMonths(day, -horizonMonths) >= dataStart)
}
