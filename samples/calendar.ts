/** Days are whole numbers since 1970-01-01. */
export const dayMilliseconds = 86_400_000

export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
}

export function isoDate(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10)
}

/** 2023/1/5, as Chinese systems and Excel write it. */
export function slashDate(day: number): string {
  const [year, month, date] = isoDate(day).split('-').map(Number)
  return `${year}/${month}/${date}`
}

export function yearOf(day: number): number {
  return Number(isoDate(day).slice(0, 4))
}

/** 0 for January 1970, one more for each month. */
export function monthIndex(day: number): number {
  const date = new Date(day * dayMilliseconds)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

export const firstDay = dayOf('2023-01-03')
export const lastDay = dayOf('2025-12-31')
/** The default as-of date of every analysis of these files. */
export const asOfDay = lastDay + 1

export const newYears = ['2023-01-22', '2024-02-10', '2025-01-29'].map(dayOf)
const nationalDays = ['2023-10-01', '2024-10-01', '2025-10-01'].map(dayOf)

export function isBusinessDay(day: number): boolean {
  const weekday = (day + 4) % 7
  if (weekday === 0 || weekday === 6) return false
  if (newYears.some((start) => day >= start - 3 && day <= start + 7)) return false
  return !nationalDays.some((start) => day >= start && day <= start + 6)
}

export function businessDayFrom(day: number): number {
  let open = day
  while (!isBusinessDay(open)) open += 1
  return open
}

export function businessDayUntil(day: number): number {
  let open = day
  while (!isBusinessDay(open)) open -= 1
  return open
}

const monthFactors = [0.9, 0.75, 1.05, 1, 1, 1.05, 0.95, 0.95, 1.05, 1, 1.15, 1.22]

/** How much is bought around a day, 1 = usual: a dip around Chinese New Year, a peak in the fourth quarter. */
export function seasonFactor(day: number): number {
  const month = new Date(day * dayMilliseconds).getUTCMonth()
  const aroundNewYear = newYears.some((start) => day >= start - 10 && day <= start + 14)
  return (monthFactors[month] ?? 1) * (aroundNewYear ? 0.6 : 1)
}
