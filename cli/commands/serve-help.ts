import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnsOfText } from '../output/columns-of-text.ts'
import { backupFlags } from './backup-options.ts'
import { serveFlags } from './serve-options.ts'

/** The help of `vitalfew serve`. */
export function serveHelp(locale: Locale): string {
  const t = translator(locale)
  const lines = optionLines(serveFlags, (name) => t(`server.option.${name}`))
  return [t('server.help.serve'), ...lines, '', t('server.help.environment')].join('\n')
}

/** The help of `vitalfew backup` and of `vitalfew restore`. */
export function backupHelp(locale: Locale, command: 'backup' | 'restore'): string {
  const t = translator(locale)
  const lines = optionLines(backupFlags(command), (name) => t(`server.backupOption.${name}`))
  return [t(`server.help.${command}`), ...lines].join('\n')
}

function optionLines(flags: Readonly<Record<string, object>>, text: (name: string) => string): string[] {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${String(flag.value)}` : ''
    return [`--${name}${value}`, text(name)]
  })
  return columnsOfText(rows, { align: 'll' })
}
