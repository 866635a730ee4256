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
  const numbers = new Map<string, number>([['', 0]])
  const values = ['']
  const renumbered = Uint32Array.from(written.values, (value, code) => {
    const clean = code === 0 ? '' : normalized(value)
    const known = numbers.get(clean)
    if (known !== undefined) return known
    numbers.set(clean, values.length)
    return values.push(clean) - 1
  })
  const codes = written.codes.map((code) => renumbered[code] ?? 0)
  const counts = new Uint32Array(values.length)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return { header: written.header, kind, codes, values, counts }
}
