import type { Translate } from '@vitalfew/contract/locale.ts'

/** What a field of a record is called; its own name where there is no word for it. */
export function fieldName(field: string, t: Translate): string {
  return t(`imports.field.${field}`, { defaultValue: field })
}
