import { parseArgs } from 'node:util'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { localeOfEnvironment, warehouseOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { required } from './identity-options.ts'
import { speechFlags } from './sales-options.ts'

export const importsVerbs = ['list', 'show', 'undo', 'redo'] as const

/** The options of `vitalfew imports`, in the order of the help. */
export const importsFlags = {
  workspace: { type: 'string', value: 'DIR' },
  warehouse: { type: 'string', value: 'URL|FILE' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  quiet: speechFlags.quiet,
  help: speechFlags.help,
} as const

/** @throws ProductError `argument.invalid` */
export function importsOptions(words: readonly string[]) {
  const { values, positionals } = parsed(words)
  const [verbText = 'list', idText] = positionals
  const expected = importsVerbs.join(', ')
  const verb = checkedOption(verbText, { argument: 'COMMAND', schema: z.enum(importsVerbs), expected }) ?? 'list'
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  const locale: Locale = checkedOption(values.locale, rule) ?? localeOfEnvironment()
  const whole = { argument: 'ID', schema: z.string().regex(/^\d{1,9}$/), expected: '1, 2, …' }
  const id = checkedOption(verb === 'list' ? idText : (idText ?? ''), whole)
  const warehouse = values.warehouse ?? warehouseOfEnvironment()
  return {
    verb,
    importId: Number(id ?? 0),
    workspace: required('--workspace', values.workspace ?? (warehouse === undefined ? undefined : '')),
    warehouse,
    locale,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: importsFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
