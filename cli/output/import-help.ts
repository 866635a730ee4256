import { importKinds } from '@vitalfew/contract/record-kinds.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { importFlags } from '../commands/import-options.ts'
import { importsFlags } from '../commands/imports-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew import`. */
export function importHelp(locale: Locale): string {
  const t = translator(locale)
  const kinds = importKinds.map((kind) => [kind, t(`imports.kind.${kind}`)])
  return [
    t('imports.help.import'),
    ...options(importFlags, locale),
    '',
    t('imports.help.kinds'),
    ...columnsOfText(kinds, { align: 'll' }),
    '',
    t('imports.help.examples'),
  ].join('\n')
}

/** The help of `vitalfew imports`. */
export function importsHelp(locale: Locale): string {
  return [translator(locale)('imports.help.imports'), ...options(importsFlags, locale)].join('\n')
}

function options(flags: Readonly<Record<string, object>>, locale: Locale): string[] {
  const t = translator(locale)
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${String(flag.value)}` : ''
    return [`--${name}${value}`, t(`imports.option.${name}`)]
  })
  return columnsOfText(rows, { align: 'll' })
}
