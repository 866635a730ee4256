import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { matchFlags } from '../commands/match-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew match`. */
export function matchHelp(locale: Locale): string {
  const t = translator(locale)
  const rows = Object.entries(matchFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    return [`--${name}${value}`, t(`identity.matchOption.${name}`)]
  })
  return [t('identity.help.match'), ...columnsOfText(rows, { align: 'll' }), '', t('identity.help.matchExamples')].join(
    '\n',
  )
}
