import { parseDay, type DateStyle } from '../values/parse-date.ts'
import { detached } from './text-cache.ts'

/** Reads days of a column, each distinct text once; a file repeats few days many times. */
export function dayReader(style: DateStyle): (text: string) => number {
  let cache = new Map<string, number>()
  let lastText = ''
  let lastDay = Number.NaN
  return (text) => {
    if (text === lastText) return lastDay
    let day = cache.get(text)
    if (day === undefined) {
      day = parseDay(text, style)
      if (cache.size >= cachedDays) cache = new Map()
      cache.set(detached(text), day)
    }
    lastText = text
    lastDay = day
    return day
  }
}

const cachedDays = 50_000
