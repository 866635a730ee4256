import { ProductError } from '@vitalfew/contract/errors.ts'
import { SalesField, salesFields } from '@vitalfew/contract/imports.ts'
import { headerKey } from './header-key.ts'
import { columnLetter } from './find-header.ts'
import type { FieldColumns } from './recognise-headers.ts'

/** Field → header as a user names it; the keys are checked here because they may come from a command line. */
export type FieldOverrides = Readonly<Record<string, string>>

/**
 * The columns that a user has named. A header is found by its exact text, then by its spelling, then as a column letter.
 *
 * @throws ProductError `mapping.unknownField`, `mapping.headerNotFound`
 */
export function givenColumns(
  overrides: FieldOverrides,
  { headers, file }: { readonly headers: readonly string[]; readonly file: string },
): FieldColumns {
  const columns: FieldColumns = {}
  for (const [name, header] of Object.entries(overrides)) {
    const field = SalesField.safeParse(name)
    if (!field.success) {
      throw new ProductError('mapping.unknownField', { file, field: name, fields: salesFields.join(', ') })
    }
    const column = columnNamed(header, headers)
    if (column === -1) {
      throw new ProductError('mapping.headerNotFound', { file, field: name, header, headers: headers.join(', ') })
    }
    columns[field.data] = column
  }
  return columns
}

/** The column of a header as a person names it; −1 where there is none. */
export function columnNamed(header: string, headers: readonly string[]): number {
  const exact = headers.indexOf(header.trim())
  if (exact !== -1) return exact
  const key = headerKey(header)
  const spelled = key === '' ? -1 : headers.findIndex((name) => headerKey(name) === key)
  if (spelled !== -1) return spelled
  return headers.findIndex((_, column) => columnLetter(column) === header.trim().toUpperCase())
}
