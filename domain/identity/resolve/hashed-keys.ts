import type { GradedField } from './graded-field.ts'
import { textHash } from './text-hash.ts'

/** What the records of a table may have in common with records of other tables, as numbers that mean the same everywhere. */
export interface HashedKey {
  readonly name: string
  readonly level: number
  /** 0 where a record lacks it. */
  readonly hashes: Float64Array<ArrayBuffer>
}

export function hashedKeys({ keyTexts, column }: GradedField): readonly HashedKey[] {
  return keyTexts.map(({ name, level, textOf }) => {
    const ofValue = Float64Array.from(column.values, (_, code) => textHash(textOf(code)))
    return { name, level, hashes: Float64Array.from(column.codes, (code) => ofValue[code] ?? 0) }
  })
}
