import { clockWords } from './funnel-lexicon.ts'

/** A day of a spreadsheet with its fraction. */
const serial = /^\d{4,6}(\.\d+)$/

/** The time of day that a written moment tells, as a fraction of the day; 0 where it tells none. */
export function timeOfDay(text: string): number {
  const fraction = serial.exec(text)?.[1]
  if (fraction !== undefined) return Number(fraction)
  const [, hours = '0', minutes = '0', seconds = '0'] = clockWords.clock.exec(text) ?? []
  const hour = hourOf(Number(hours), text)
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}

/** Twelve in the morning is midnight; the hours of the afternoon begin again at one. */
function hourOf(hour: number, text: string): number {
  if (hour === 12 && clockWords.morning.test(text)) return 0
  return hour < 12 && clockWords.afternoon.test(text) ? hour + 12 : hour
}
