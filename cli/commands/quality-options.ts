import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { FixAction, fixActions, type FixRule, SettableColumn, settableColumns } from '@vitalfew/contract/quality.ts'
import { z } from 'zod'
import { localeOfEnvironment, warehouseOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { required } from './identity-options.ts'
import { speechFlags } from './sales-options.ts'

export const qualityVerbs = ['show', 'fix', 'accept', 'undo'] as const
const Verb = z.enum(qualityVerbs)

/** The options of `vitalfew quality`, in the order of the help. */
export const qualityFlags = {
  workspace: { type: 'string', value: 'DIR' },
  list: { type: 'string', value: 'CHECK' },
  out: { type: 'string', value: 'FILE' },
  steps: { type: 'boolean' },
  all: { type: 'boolean' },
  control: { type: 'string', multiple: true, value: 'F=N,…|FILE' },
  action: { type: 'string', value: fixActions.join('|') },
  column: { type: 'string', value: 'COLUMN' },
  from: { type: 'string', value: 'TEXT' },
  to: { type: 'string', value: 'TEXT' },
  factor: { type: 'string', value: 'N' },
  customers: { type: 'string', multiple: true, value: 'A,B,…' },
  rows: { type: 'string', value: 'IMPORT:R,…' },
  source: { type: 'string', value: 'NAME|all' },
  reason: { type: 'string', value: 'TEXT' },
  author: { type: 'string', value: 'NAME' },
  warehouse: { type: 'string', value: 'URL|FILE' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  quiet: speechFlags.quiet,
  help: speechFlags.help,
} as const

/** @throws ProductError `argument.invalid` */
export function qualityOptions(words: readonly string[]) {
  const { values, positionals } = parsed(words)
  const [first = 'show', subject = ''] = positionals
  const verb = checkedOption(first, { argument: 'COMMAND', schema: Verb, expected: qualityVerbs.slice(1).join(', ') })
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  const locale: Locale = checkedOption(values.locale, rule) ?? localeOfEnvironment()
  const warehouse = values.warehouse ?? warehouseOfEnvironment()
  const { reason = '', author = '' } = values
  return {
    verb: verb ?? 'show',
    subject,
    workspace: required('--workspace', values.workspace ?? (warehouse === undefined ? undefined : '')),
    list: values.list,
    out: values.out,
    steps: values.steps ?? false,
    all: values.all ?? false,
    controls: values.control ?? [],
    action: checkedOption(values.action, { argument: '--action', schema: FixAction, expected: fixActions.join(', ') }),
    rule: ruleOf(values),
    source: values.source === 'all' ? '' : values.source,
    reason,
    author,
    warehouse,
    locale,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  }
}

export type QualityOptions = ReturnType<typeof qualityOptions>

type Values = ReturnType<typeof parsed>['values']

/** What a fix is about, as far as the command line says it. */
function ruleOf({ column, from, to, factor, customers, rows }: Values): FixRule {
  const named = checkedOption(column, {
    argument: '--column',
    schema: SettableColumn,
    expected: settableColumns.join(', '),
  })
  const number = checkedOption(factor, { argument: '--factor', schema: Factor, expected: '0.0001, 1000, …' })
  return {
    ...(named === undefined ? {} : { values: [{ column: named, from: from ?? null, to: required('--to', to) }] }),
    ...(number === undefined ? {} : { factor: number }),
    ...(customers === undefined ? {} : { customers: listed(customers) }),
    ...(rows === undefined ? {} : { chosen: chosenRows(rows) }),
  }
}

const Factor = z.string().transform(Number).pipe(z.number().gt(0).max(1e8))

function chosenRows(text: string): NonNullable<FixRule['chosen']> {
  const [, importId = '', list = ''] = /^\s*(\d{1,9})\s*[:：]\s*([\d,，\s]+)$/.exec(text) ?? []
  const rows = listed([list]).map(Number)
  if (importId === '' || rows.length === 0) {
    throw new ProductError('argument.invalid', { argument: '--rows', value: text, expected: '3:15,20' })
  }
  return { importId: Number(importId), rows }
}

function listed(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[,，]/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: qualityFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
