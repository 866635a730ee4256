import type { RaisedBy } from '@vitalfew/contract/churn.ts'

/** A column that raises a risk, and its value there, as the file has them. */
export function raisedByWords({ column, value }: RaisedBy): string {
  return value === '' ? column : `${column}: ${value}`
}
