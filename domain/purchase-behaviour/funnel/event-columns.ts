import { headerKey } from '../../imports/index.ts'
import { eventAliases } from './funnel-lexicon.ts'

export type EventField = keyof typeof eventAliases
export type EventColumns = Partial<Record<EventField, number>>

/** Which column holds what, by the headers; a column tells one thing only. */
export function eventColumns(headers: readonly string[]): EventColumns {
  const keys = headers.map(headerKey)
  const taken = new Set<number>()
  const columns: EventColumns = {}
  for (const [field, aliases] of Object.entries(eventAliases)) {
    const column = aliases
      .split(' ')
      .map((name) => keys.indexOf(name))
      .find((index) => index >= 0 && !taken.has(index))
    if (column === undefined || !isField(field)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

function isField(name: string): name is EventField {
  return Object.hasOwn(eventAliases, name)
}
