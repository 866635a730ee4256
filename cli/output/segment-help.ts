import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { salesFlags, speechFlags } from '../commands/sales-options.ts'
import { segmentFlags } from '../commands/segment-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew segment`. */
export function segmentHelp(locale: Locale): string {
  const t = translator(locale)
  const shared = { ...salesFlags, ...speechFlags }
  const rows = Object.entries(segmentFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    const isShared = Object.hasOwn(shared, name) && name !== 'json'
    return [`--${name}${value}`, isShared ? t(`cli.option.${name}`) : t(`segmentation.option.${name}`)]
  })
  const parts = [
    t('segmentation.help.command'),
    '',
    ...columnsOfText(rows, { align: 'll' }),
    '',
    t('segmentation.help.examples'),
  ]
  return parts.join('\n')
}
