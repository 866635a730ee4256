import { isoDay } from '../values/calendar.ts'

/**
 * The day, and the time where there is one, of a spreadsheet's serial number.
 *
 * @example
 * serialText(45356.5, -25569) // '2024-03-05 12:00:00'
 */
export function serialText(serial: number, serialZero: number): string {
  const seconds = Math.round(serial * 86_400)
  const whole = Math.floor(seconds / 86_400)
  const rest = seconds - whole * 86_400
  // The 1900 system counts a 29 February 1900 that never was; before it the days stand one higher.
  const shift = serialZero < -25_000 && whole < 60 ? 1 : 0
  const day = isoDay(whole + serialZero + shift)
  if (rest === 0) return day
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${day} ${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}`
}
