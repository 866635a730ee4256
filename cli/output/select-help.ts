import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { overrideFlags, selectFlags } from '../commands/select-options.ts'
import { salesFlags, speechFlags } from '../commands/sales-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew select`, or of what it can do besides. */
export function selectHelp(locale: Locale, part: string): string {
  const t = translator(locale)
  if (part === 'override') {
    return [
      t('selection.help.override'),
      '',
      ...options(overrideFlags, locale),
      '',
      t('selection.help.overrideExamples'),
    ].join('\n')
  }
  return [t('selection.help.command'), '', ...options(selectFlags, locale), '', t('selection.help.examples')].join('\n')
}

function options(flags: Readonly<Record<string, object>>, locale: Locale): string[] {
  const t = translator(locale)
  const shared = { ...salesFlags, ...speechFlags }
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${String(flag.value)}` : ''
    const isShared = Object.hasOwn(shared, name) && name !== 'json'
    const text = isShared ? t(`cli.option.${name}`) : t(`selection.option.${name}`)
    return [`--${name}${value}`, text]
  })
  return columnsOfText(rows, { align: 'll' })
}
