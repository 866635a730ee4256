import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { salesFlags, speechFlags } from '../commands/sales-options.ts'
import { valueFlags } from '../commands/value-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew value`. */
export function valueHelp(locale: Locale): string {
  const t = translator(locale)
  const shared = { ...salesFlags, ...speechFlags }
  const rows = Object.entries(valueFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    const isShared = Object.hasOwn(shared, name) && name !== 'json'
    return [`--${name}${value}`, isShared ? t(`cli.option.${name}`) : t(`value.option.${name}`)]
  })
  return [t('value.help.command'), '', ...columnsOfText(rows, { align: 'll' }), '', t('value.help.examples')].join('\n')
}
