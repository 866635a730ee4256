import { salesFields } from '@vitalfew/contract/imports.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { ahpHelp } from '../commands/ahp-help.ts'
import { backupHelp, serveHelp } from '../commands/serve-help.ts'
import { analyzeFlags } from '../commands/analyze-options.ts'
import { workspaceHelp } from '../commands/workspace-help.ts'
import { exitCodes } from '../exit-codes.ts'
import { behaviourHelp } from './behaviour/behaviour-help.ts'
import { churnHelp } from './churn-help.ts'
import { importHelp, importsHelp } from './import-help.ts'
import { identityHelp } from './identity-tables.ts'
import { matchHelp } from './match-help.ts'
import { segmentHelp } from './segment-help.ts'
import { padded, textWidth } from './text-width.ts'
import { valueHelp } from './value-help.ts'

/** The help of the program, or of one of its commands. */
export function help(locale: Locale, command?: string): string {
  const t = translator(locale)
  if (command === 'analyze') {
    const fields = [t('cli.help.analyzeFields'), wrapped(salesFields)].join('\n')
    return [t('cli.help.analyze'), '', options(locale), '', fields, '', t('cli.help.analyzeExamples')].join('\n')
  }
  if (command === 'value') return valueHelp(locale)
  if (command === 'churn') return churnHelp(locale)
  if (command === 'behaviour') return behaviourHelp(locale)
  if (command === 'segment') return segmentHelp(locale)
  if (command === 'ahp') return ahpHelp(locale)
  if (command === 'serve') return serveHelp(locale)
  if (command === 'backup' || command === 'restore') return backupHelp(locale, command)
  if (command === 'workspace') return workspaceHelp(locale)
  if (command === 'import') return importHelp(locale)
  if (command === 'imports') return importsHelp(locale)
  if (command === 'identity') return identityHelp(locale)
  if (command === 'match') return matchHelp(locale)
  if (command === 'demo') return [t('cli.help.demo'), '', options(locale)].join('\n')
  return [t('cli.help.program'), '', t('cli.help.exitCodes'), codes(locale)].join('\n')
}

function options(locale: Locale): string {
  const t = translator(locale)
  const rows = Object.entries(analyzeFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    return [`--${name}${value}`, t(`cli.option.${name}`)] as const
  })
  return table(rows)
}

function codes(locale: Locale): string {
  const t = translator(locale)
  return table(Object.entries(exitCodes).map(([name, code]) => [String(code), t(`cli.exit.${name}`)] as const))
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => textWidth(name)))
  return rows.map(([name, text]) => `  ${padded(name, width)}  ${text}`).join('\n')
}

const lineWidth = 76

/** Words in lines that fit a terminal. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = []
  let line = ' '
  for (const word of words) {
    if (line.length + word.length >= lineWidth) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
