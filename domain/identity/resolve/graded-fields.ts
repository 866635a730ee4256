import { fieldColumn } from '../fields/field-column.ts'
import type { FieldKind } from '../fields/field-kind.ts'
import { normalizedValue } from '../fields/normalized-value.ts'
import { companyField } from './company-field.ts'
import type { GradedField } from './graded-field.ts'
import { plainField } from './plain-field.ts'

/** A column as it was written, and what it is to be read as. */
export interface WrittenField {
  readonly header: string
  readonly kind: FieldKind
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

/** Makes columns ready for comparing. Fields of one kind have to come together: their values are sought in each other. */
export function gradedFields(written: readonly WrittenField[]): readonly GradedField[] {
  const columns = written.map((field) =>
    fieldColumn(field, { kind: field.kind, normalized: (value) => normalizedValue(field.kind, value) }),
  )
  return columns.map((column) => {
    if (column.kind === 'company') return companyField(column)
    return plainField(
      column,
      columns.filter((other) => other !== column && other.kind === column.kind),
    )
  })
}
