import type { ImportDrift } from '@vitalfew/contract/import-log.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'

/** What differs, as a person reads it. */
export function driftInWords(locale: Locale): (drift: ImportDrift) => string {
  const t = translator(locale)
  return ({ kind, column, before, after }) => {
    const isType = kind === 'typeChanged'
    return t(`imports.drift.${kind}`, {
      column,
      before: isType ? t(`imports.columnType.${before}`) : before,
      after: isType ? t(`imports.columnType.${after}`) : after,
    })
  }
}
