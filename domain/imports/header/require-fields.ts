import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { Recognition } from './recognise-headers.ts'

/**
 * Refuses a table without customer, date, or an amount (or quantity and unit price), with all that is needed to name
 * the columns by hand: the headers seen, the likeliest columns, and the option to type.
 *
 * @throws ProductError `mapping.fieldMissing`
 */
export function requireFields(
  { columns, guesses }: Pick<Recognition, 'columns' | 'guesses'>,
  { headers, file }: { readonly headers: readonly string[]; readonly file: string },
): void {
  const missing: SalesField[] = []
  if (columns.customer === undefined) missing.push('customer')
  if (columns.date === undefined) missing.push('date')
  if (columns.amount === undefined && (columns.quantity === undefined || columns.unitPrice === undefined))
    missing.push('amount')
  const [first] = missing
  if (first === undefined) return
  const guessed = missing.flatMap((field) => {
    const column = guesses[field]
    return column === undefined ? [] : [`${field}=${headers[column] ?? ''}`]
  })
  const placeholders = missing.filter((field) => guesses[field] === undefined).map((field) => `${field}=…`)
  throw new ProductError('mapping.fieldMissing', {
    file,
    field: first,
    fields: missing.join(', '),
    headers: headers.join(', '),
    guesses: guessed.join(', '),
    suggestion: [...guessed, ...placeholders].map((pair) => `--map ${quoted(pair)}`).join(' '),
  })
}

function quoted(pair: string): string {
  return /^[\p{L}\p{N}=_.…-]+$/u.test(pair) ? pair : `'${pair.replaceAll("'", String.raw`'\''`)}'`
}
