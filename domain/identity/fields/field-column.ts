import { textNumbers } from '../table/text-numbers.ts'
import type { FieldKind } from './field-kind.ts'

/** A column of a table as the resolver reads it: every distinct value once, and for each record which it has. */
export interface FieldColumn {
  readonly header: string
  readonly kind: FieldKind
  /** For each record the index of its value; 0 = not known. */
  readonly codes: Uint32Array
  /** Distinct values as they are compared; entry 0 is ''. */
  readonly values: readonly string[]
  /** How many records have each value; entry 0 counts those without. */
  readonly counts: Uint32Array
}

/** Maps the values of a column as they were written to what is compared, and numbers them anew. */
export function fieldColumn(
  written: Pick<FieldColumn, 'header' | 'codes' | 'values'>,
  { kind, normalized }: { readonly kind: FieldKind; readonly normalized: (value: string) => string },
): FieldColumn {
  const { renumbered, values } = numberedAnew(
    written.values.map((value, code) => (code === 0 ? '' : normalized(value))),
    written.values,
  )
  const codes = written.codes.map((code) => renumbered[code] ?? 0)
  const counts = new Uint32Array(values.length)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return { header: written.header, kind, codes, values, counts }
}

/** Numbers what was made of distinct values. Most stay as they were, and those are distinct among themselves already. */
function numberedAnew(
  made: readonly string[],
  before: readonly string[],
): { readonly renumbered: Uint32Array; readonly values: readonly string[] } {
  const changed = textNumbers()
  made.forEach((value, code) => {
    if (value !== before[code]) changed.numberOf(value)
  })
  const numbers = new Uint32Array(changed.texts.length)
  const values = ['']
  const renumbered = Uint32Array.from(made, (value) => {
    if (value === '') return 0
    const among = changed.texts.length === 1 ? -1 : changed.find(value)
    const known = among < 0 ? 0 : (numbers[among] ?? 0)
    if (known !== 0) return known
    const number = values.push(value) - 1
    if (among >= 0) numbers[among] = number
    return number
  })
  return { renumbered, values }
}
