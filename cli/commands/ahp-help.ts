import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnsOfText } from '../output/columns-of-text.ts'
import { ahpFlags, questionnaireFlags } from './ahp-options.ts'

/** The help of `vitalfew ahp`. */
export function ahpHelp(locale: Locale): string {
  const t = translator(locale)
  const lines = (flags: Readonly<Record<string, object>>, text: (name: string) => string): string[] => {
    const rows = Object.entries(flags).map(([name, flag]) => {
      const value = 'value' in flag ? ` ${String(flag.value)}` : ''
      return [`--${name}${value}`, text(name)]
    })
    return columnsOfText(rows, { align: 'll' })
  }
  return [
    t('judgements.help.ahp'),
    ...lines(ahpFlags, (name) => t(`judgements.option.${name}`)),
    '',
    t('judgements.help.questionnaire'),
    ...lines(questionnaireFlags, (name) => t(`judgements.questionnaireOption.${name}`)),
    '',
    t('judgements.help.examples'),
  ].join('\n')
}
