import { civilFromDay } from '../calendar/civil-from-day.ts'

export interface CalendarSlot {
  /** Days of this kind in the span. */
  readonly days: number
  readonly total: number
  /** Total per day by the total per day of all: 1 is usual. */
  readonly index: number
}

/**
 * How a figure is spread over the days of the week (Monday first), or over the months of the year, each by how many days
 * of it the span has.
 *
 * @param days `first`: day since 1970-01-01 of the first value; `values`: one for each day; `isLeftOut`: days that tell nothing
 * of others of their kind
 * @returns 7 or 12 slots; an index is 0 where nothing happened at all, or where the span has no such day
 * @throws RangeError when `first` is not an integer
 * @example
 * calendarProfile({ first: 4, values: [2, 0, 0, 0, 0, 0, 0] }, 'weekday')[0] // { days: 1, total: 2, index: 7 }
 * calendarProfile({ first: 0.5, values: [1] }, 'month') // throws RangeError
 */
export function calendarProfile(
  {
    first,
    values,
    isLeftOut,
  }: {
    readonly first: number
    readonly values: ArrayLike<number>
    readonly isLeftOut?: (day: number) => boolean
  },
  kind: 'weekday' | 'month',
): CalendarSlot[] {
  if (!Number.isInteger(first)) throw new RangeError(`first must be an integer, got ${first}`)
  const slots = Array.from({ length: kind === 'weekday' ? 7 : 12 }, () => ({ days: 0, total: 0 }))
  let [sum, counted] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const day = first + i
    if (isLeftOut?.(day) === true) continue
    const slot = slots[kind === 'weekday' ? (((day + 3) % 7) + 7) % 7 : civilFromDay(day).month - 1]
    if (slot === undefined) continue
    slot.days++
    slot.total += values[i] ?? 0
    sum += values[i] ?? 0
    counted++
  }
  const perDay = sum / Math.max(1, counted)
  return slots.map(({ days, total }) => ({
    days,
    total,
    index: days === 0 || perDay === 0 ? 0 : total / days / perDay,
  }))
}
