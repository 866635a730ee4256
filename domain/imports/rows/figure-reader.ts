import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { cleanText } from '../values/clean-text.ts'
import { scaleMicros } from '../values/micros.ts'
import { parseAmount, plainMicros } from '../values/parse-amount.ts'
import { isPlaceholder } from '../values/placeholders.ts'

/** Micro-units with the unit of the header applied, null for an empty cell. */
export type Figure = bigint | null | 'invalid'

export function figureReader(plan: SalesFilePlan, field: SalesField): (cells: readonly string[]) => Figure {
  const column = plan.columns[field]
  if (column === undefined) return () => null
  const mark = plan.decimalMarks[field] ?? '.'
  const factor = plan.units[field] ?? 1
  return (cells) => {
    const text = cells[column] ?? ''
    const value =
      (mark === '.' ? plainMicros(text) : null) ?? parseAmount(text, mark) ?? parseAmount(cleanText(text), mark)
    if (value === null) return isPlaceholder(text) ? null : 'invalid'
    return scaleMicros(value, factor)
  }
}
