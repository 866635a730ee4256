import { isCreditCode } from '../names/credit-code.ts'
import { chanceOfLevels } from './chance-of-levels.ts'
import type { FieldFacts, GradedField } from './graded-field.ts'

/** What is to be known of a field before pairs are compared. */
export function fieldFacts(field: GradedField, records: number): FieldFacts {
  const { header, kind, levels, expected, generalChance, column } = field
  const exact = field.exact()
  return {
    header,
    kind,
    levels,
    expected,
    generalChance,
    chance: chanceOfLevels(field, { exact, records }),
    exact,
    keys: field.keys(),
    distinct: column.values.length - 1,
    empty: column.counts[0] ?? 0,
    proven: kind === 'creditCode' ? provenCodes(field) : null,
  }
}

function provenCodes({ column }: GradedField): Uint8Array {
  const ofValue = Uint8Array.from(column.values, (value) => (isCreditCode(value) ? 1 : 0))
  return Uint8Array.from(column.codes, (code) => ofValue[code] ?? 0)
}
