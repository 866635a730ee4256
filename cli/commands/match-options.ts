import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { localeOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { speechFlags } from './sales-options.ts'

export interface MatchOptions {
  readonly files: readonly string[]
  readonly id: string | undefined
  readonly columns: readonly string[]
  readonly against: string | undefined
  readonly againstId: string | undefined
  readonly againstColumn: string | undefined
  readonly top: number
  /** Name under which the table is kept. */
  readonly keep: string | undefined
  /** Name of what the table is compared with. */
  readonly known: string | undefined
  readonly add: boolean
  readonly workspace: string | undefined
  readonly sheet: string | undefined
  readonly csv: boolean
  readonly json: boolean
  readonly evidence: boolean
  readonly out: string | undefined
  readonly pairs: string | undefined
  readonly locale: Locale
  readonly quiet: boolean
}

/** The options of `vitalfew match`, in the order of the help. */
export const matchFlags = {
  id: { type: 'string', value: 'HEADER' },
  columns: { type: 'string', multiple: true, value: 'HEADER,…' },
  csv: { type: 'boolean' },
  json: speechFlags.json,
  evidence: { type: 'boolean' },
  out: { type: 'string', value: 'FILE' },
  pairs: { type: 'string', value: 'FILE' },
  against: { type: 'string', value: 'FILE' },
  'against-id': { type: 'string', value: 'HEADER' },
  'against-column': { type: 'string', value: 'HEADER' },
  top: { type: 'string', value: '1' },
  workspace: { type: 'string', value: 'DIR' },
  keep: { type: 'string', value: 'NAME' },
  known: { type: 'string', value: 'NAME' },
  add: { type: 'boolean' },
  sheet: { type: 'string', value: 'NAME' },
  locale: speechFlags.locale,
  quiet: speechFlags.quiet,
  help: speechFlags.help,
} as const

/** @throws ProductError `argument.invalid` */
export function matchOptions(words: readonly string[]): MatchOptions {
  const { values, positionals } = parsed(words)
  const columns = (values.columns ?? []).flatMap(headersOf)
  if (positionals.length === 0) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew match FILE …' })
  }
  if (values.against !== undefined && columns.length !== 1) {
    const value = columns.join(',')
    throw new ProductError('argument.invalid', { argument: '--columns', value, expected: '--columns HEADER' })
  }
  if (values.csv === true && values.json === true) {
    throw new ProductError('argument.invalid', { argument: '--csv', value: '--json', expected: '--csv | --json' })
  }
  const top = checkedOption(values.top, {
    argument: '--top',
    schema: z.string().regex(/^[1-9]\d{0,2}$/),
    expected: '1 … 999',
  })
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  return {
    files: positionals,
    id: values.id,
    columns,
    against: values.against,
    againstId: values['against-id'],
    againstColumn: values['against-column'],
    top: Number(top ?? 1),
    keep: values.keep,
    known: values.known,
    add: values.add ?? false,
    workspace: values.workspace,
    sheet: values.sheet,
    csv: values.csv ?? false,
    json: values.json ?? false,
    evidence: values.evidence ?? false,
    out: values.out,
    pairs: values.pairs,
    locale: checkedOption(values.locale, rule) ?? localeOfEnvironment(),
    quiet: values.quiet ?? false,
  }
}

/** Headers of a list; a header with a comma in it is given in quotes, as in CSV. */
function headersOf(text: string): string[] {
  const headers = text.match(/"(?:[^"]|"")*"|[^,，]+/g) ?? []
  return headers
    .map((header) =>
      header
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    )
    .filter((header) => header !== '')
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: matchFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
