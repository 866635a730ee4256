import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnsOfText } from '../output/columns-of-text.ts'
import { workspaceCopyFlags } from './workspace-options.ts'

/** The help of `vitalfew workspace`. */
export function workspaceHelp(locale: Locale): string {
  const t = translator(locale)
  const rows = Object.entries(workspaceCopyFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    return [`--${name}${value}`, t(`workspace.option.${name}`)]
  })
  const text = columnsOfText(rows, { align: 'll' })
  return [t('workspace.help.copy'), '', ...text, '', t('workspace.help.examples')].join('\n')
}
