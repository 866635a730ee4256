import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { churnFlags } from '../commands/churn-options.ts'
import { salesFlags, speechFlags } from '../commands/sales-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew churn`. */
export function churnHelp(locale: Locale): string {
  const t = translator(locale)
  const shared = { ...salesFlags, ...speechFlags }
  const rows = Object.entries(churnFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    const isShared = Object.hasOwn(shared, name) && name !== 'json'
    return [`--${name}${value}`, isShared ? t(`cli.option.${name}`) : t(`churn.option.${name}`)]
  })
  return [t('churn.help.command'), '', ...columnsOfText(rows, { align: 'll' }), '', t('churn.help.examples')].join('\n')
}
