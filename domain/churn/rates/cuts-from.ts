import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'

/** Whole periods, and the history that has to lie before each, in months. */
const periods = [
  { months: 12, before: 3 },
  { months: 6, before: 3 },
] as const

/** When the period of the cuts began: a year ago, half a year ago where the data is younger; null where it is too young. */
export function cutsFrom(asOf: number, { dataStart }: { readonly dataStart: number }): number | null {
  const period = periods.find(({ months, before }) => addMonths(asOf, -months - before) >= dataStart)
  return period === undefined ? null : addMonths(asOf, -period.months)
}
