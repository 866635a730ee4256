import type { ImportDrift } from '@vitalfew/contract/import-log.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'

/** How a file differs from the last one of its source, in words. */
export function driftWords({ kind, column, before, after }: ImportDrift, t: Translate): string {
  const isType = kind === 'typeChanged'
  return t(`imports.drift.${kind}`, {
    column,
    before: isType ? t(`imports.columnType.${before}`) : before,
    after: isType ? t(`imports.columnType.${after}`) : after,
  })
}
