import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { salesFields } from '@vitalfew/contract/imports.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { AnalyzeConfig, Measure, measures } from '@vitalfew/contract/run.ts'
import { z } from 'zod'
import { localeOfEnvironment } from '../config.ts'

export interface AnalyzeOptions {
  readonly files: readonly string[]
  readonly out: string
  readonly asOf?: string
  readonly map: Readonly<Record<string, string>>
  readonly currency?: string
  readonly locale: Locale
  readonly measure: Measure
  readonly abc: readonly [number, number]
  readonly workspace?: string
  readonly sheet?: string
  readonly dropDuplicates: boolean
  readonly json: boolean
  readonly quiet: boolean
}

/** The options of `vitalfew analyze`; also what its help lists, in this order. */
export const analyzeFlags = {
  out: { type: 'string', value: 'DIR' },
  'as-of': { type: 'string', value: 'DATE' },
  map: { type: 'string', multiple: true, value: 'FIELD=HEADER,…' },
  group: { type: 'string', value: 'HEADER' },
  sheet: { type: 'string', value: 'NAME' },
  currency: { type: 'string', value: 'CODE' },
  measure: { type: 'string', value: measures.join('|') },
  abc: { type: 'string', value: 'A,B' },
  'drop-duplicates': { type: 'boolean' },
  config: { type: 'string', value: 'FILE' },
  workspace: { type: 'string', value: 'DIR' },
  locale: { type: 'string', value: locales.join('|') },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export const defaultOut = './vitalfew-report'

/**
 * Reads the command line of `analyze`, completed by the file named with `--config`; the command line wins.
 *
 * @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid`
 */
export async function analyzeOptions(words: readonly string[]): Promise<AnalyzeOptions> {
  const { values, positionals } = parsed(words)
  const config = values.config === undefined ? {} : await readConfig(values.config)
  const group = values.group ?? config.group
  const asOf = checked('--as-of', values['as-of'], z.iso.date(), 'YYYY-MM-DD') ?? config.asOf
  const currency = checked('--currency', values.currency?.toUpperCase(), CurrencyCode, 'CNY, USD, …') ?? config.currency
  const sheet = values.sheet ?? config.sheet
  return {
    files: positionals,
    out: values.out ?? defaultOut,
    map: {
      ...config.map,
      ...mapping(values.map ?? []),
      ...(group === undefined ? {} : { parent: group }),
    },
    locale:
      checked('--locale', values.locale, z.enum(locales), locales.join(', ')) ?? config.locale ?? localeOfEnvironment(),
    measure: checked('--measure', values.measure, Measure, measures.join(', ')) ?? config.measure ?? 'netRevenue',
    abc: cuts(values.abc) ?? config.abc ?? [0.8, 0.95],
    dropDuplicates: values['drop-duplicates'] ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    ...(asOf === undefined ? {} : { asOf }),
    ...(currency === undefined ? {} : { currency }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(values.workspace === undefined ? {} : { workspace: values.workspace }),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: analyzeFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

/** What Node's own reader of command lines found wrong. */
export function unreadable(cause: unknown): ProductError {
  const text = cause instanceof Error ? cause.message : String(cause)
  const option = /'(--?[\w-]+)/.exec(text)?.[1] ?? ''
  return new ProductError('argument.invalid', { argument: option, value: option, expected: text }, { cause })
}

const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)

function checked<T>(
  argument: string,
  value: string | undefined,
  schema: z.ZodType<T>,
  expected: string,
): T | undefined {
  if (value === undefined) return undefined
  const result = schema.safeParse(value)
  if (!result.success) throw new ProductError('argument.invalid', { argument, value, expected })
  return result.data
}

/** `customer=客户名称,amount=金额`; a comma inside a header is kept where no `field=` follows it. */
function mapping(texts: readonly string[]): Record<string, string> {
  const pairs: Record<string, string> = {}
  for (const text of texts) {
    for (const pair of text.split(/,(?=[A-Za-z]+=)/)) {
      const equals = pair.indexOf('=')
      const field = pair.slice(0, equals).trim()
      if (equals < 1 || !salesFields.some((known) => known === field)) {
        throw new ProductError('mapping.unknownField', { field: field || pair, fields: salesFields.join(', ') })
      }
      pairs[field] = pair.slice(equals + 1).trim()
    }
  }
  return pairs
}

function cuts(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined
  const [first = Number.NaN, second = Number.NaN, ...more] = text.split(',').map(Number)
  if (more.length > 0 || !(first > 0 && first < second && second < 1)) {
    throw new ProductError('argument.invalid', { argument: '--abc', value: text, expected: '0.8,0.95' })
  }
  return [first, second]
}

async function readConfig(file: string): Promise<AnalyzeConfig> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new ProductError('config.notFound', { file }, { cause })
  }
  try {
    return AnalyzeConfig.parse(JSON.parse(text))
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new ProductError('config.invalid', { file, problem: problem.replaceAll(/\s+/g, ' ') }, { cause })
  }
}
