import { parseDay, type DateStyle } from './parse-date.ts'

/**
 * Seconds since 1970-01-01 of a written date with its time of day, as the clock on the wall had it, in no time zone. A day
 * without a time is its midnight; NaN for what is no date.
 *
 * @example
 * parseInstant('1970-01-02 08:30', { order: 'ymd', serialZero: -25569 }) // 117000
 * parseInstant('1970年1月2日 下午3点', { order: 'ymd', serialZero: -25569 }) // 140400
 */
export function parseInstant(text: string, style: DateStyle): number {
  const day = parseDay(text, style)
  if (Number.isNaN(day)) return Number.NaN
  return day * secondsPerDay + secondOfDay(text.normalize('NFKC').trim())
}

const secondsPerDay = 86_400
const clock = /(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?)?/
const packedTime = /^\d{8}T?(\d{2})(\d{2})(\d{2})?$/

function secondOfDay(text: string): number {
  const serial = /^\d{5}\.(\d+)$/.exec(text)
  if (serial !== null) return Math.round(Number(`0.${serial[1]}`) * secondsPerDay)
  const [found, hour = '', minute = '', second = ''] = clock.exec(text) ?? packedTime.exec(text) ?? []
  if (found === undefined) return 0
  const isAfternoon = /下午|晚上|p\.?m/i.test(text)
  const isMorning = /上午|早上|凌晨|a\.?m\b/i.test(text)
  const hours = Number(hour) % 24
  const shifted = isAfternoon && hours < 12 ? hours + 12 : isMorning && hours === 12 ? 0 : hours
  return shifted * 3600 + Number(minute) * 60 + Number(second)
}
