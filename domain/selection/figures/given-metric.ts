import { plainName } from '../words/plain-name.ts'

const prefix = 'given.'

/** The column that a metric of a model asks for: `overdueDebt` for `given.overdueDebt`; undefined for figures of the sales. */
export function givenColumnOf(metric: string): string | undefined {
  const column = metric.startsWith(prefix) ? metric.slice(prefix.length).trim() : ''
  return plainName(column) === '' ? undefined : column
}
