import { behaviourAnalyses } from '@vitalfew/contract/purchase-behaviour.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { behaviourFlags } from '../../commands/behaviour-options.ts'
import { salesFlags, speechFlags } from '../../commands/sales-options.ts'
import { columnsOfText } from '../columns-of-text.ts'

/** The help of `vitalfew behaviour`. */
export function behaviourHelp(locale: Locale): string {
  const t = translator(locale)
  const shared = { ...salesFlags, ...speechFlags }
  const rows = Object.entries(behaviourFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    const isShared = Object.hasOwn(shared, name) && name !== 'json'
    return [`--${name}${value}`, isShared ? t(`cli.option.${name}`) : t(`behaviour.option.${name}`)]
  })
  const analyses = behaviourAnalyses.map((name) => [name, t(`behaviour.analysis.${name}`)])
  return [
    t('behaviour.help.command'),
    '',
    ...columnsOfText(analyses, { align: 'll' }),
    '',
    t('behaviour.help.options'),
    ...columnsOfText(rows, { align: 'll' }),
    '',
    t('behaviour.help.examples'),
  ].join('\n')
}
