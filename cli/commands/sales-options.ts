import { readFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { accountLevels } from '@vitalfew/contract/identity-names.ts'
import { AccountLevel } from '@vitalfew/contract/identity.ts'
import { salesFields } from '@vitalfew/contract/imports.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { AnalyzeConfig } from '@vitalfew/contract/run.ts'
import { z } from 'zod'
import { localeOfEnvironment, warehouseOfEnvironment } from '../config.ts'
import { checkedOption } from './checked-option.ts'

/** What every command that takes sales files is told about them. */
export interface SalesOptions {
  readonly files: readonly string[]
  readonly asOf?: string
  readonly map: Readonly<Record<string, string>>
  readonly currency?: string
  readonly locale: Locale
  readonly workspace?: string
  /** A warehouse that somebody else runs; by default one of the workspace. */
  readonly warehouse?: string
  readonly sheet?: string
  readonly dropDuplicates: boolean
  /** What figures are of: accounts, or the groups they are in. */
  readonly level?: AccountLevel
  readonly json: boolean
  readonly quiet: boolean
}

/** The options of sales files, in the order of the help. */
export const salesFlags = {
  'as-of': { type: 'string', value: 'DATE' },
  map: { type: 'string', multiple: true, value: 'FIELD=HEADER,…' },
  group: { type: 'string', value: 'HEADER' },
  level: { type: 'string', value: accountLevels.join('|') },
  sheet: { type: 'string', value: 'NAME' },
  currency: { type: 'string', value: 'CODE' },
  'drop-duplicates': { type: 'boolean' },
  config: { type: 'string', value: 'FILE' },
  workspace: { type: 'string', value: 'DIR' },
  warehouse: { type: 'string', value: 'URL|FILE' },
} as const

/** The options of how a command speaks, in the order of the help. */
export const speechFlags = {
  locale: { type: 'string', value: locales.join('|') },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The values of these options as Node's own reader of command lines gives them. */
export interface SalesValues {
  readonly 'as-of'?: string | undefined
  readonly map?: readonly string[] | undefined
  readonly group?: string | undefined
  readonly level?: string | undefined
  readonly sheet?: string | undefined
  readonly currency?: string | undefined
  readonly 'drop-duplicates'?: boolean | undefined
  readonly config?: string | undefined
  readonly workspace?: string | undefined
  readonly warehouse?: string | undefined
  readonly locale?: string | undefined
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
}

/**
 * The options of sales files, completed by the file named with `--config`; the command line wins.
 *
 * @throws ProductError `argument.invalid`, `mapping.unknownField`, `config.notFound`, `config.invalid`
 */
export async function salesOptions(
  values: SalesValues,
  files: readonly string[],
): Promise<{ readonly options: SalesOptions; readonly config: AnalyzeConfig }> {
  const config = values.config === undefined ? {} : await readConfig(values.config)
  const group = values.group ?? config.group
  const asOf = dayOption('--as-of', values['as-of']) ?? config.asOf
  const currency =
    checkedOption(values.currency?.toUpperCase(), {
      argument: '--currency',
      schema: CurrencyCode,
      expected: 'CNY, USD, …',
    }) ?? config.currency
  const sheet = values.sheet ?? config.sheet
  const warehouse = values.warehouse ?? warehouseOfEnvironment()
  const level = checkedOption(values.level, {
    argument: '--level',
    schema: AccountLevel,
    expected: accountLevels.join(', '),
  })
  const locale = checkedOption(values.locale, {
    argument: '--locale',
    schema: z.enum(locales),
    expected: locales.join(', '),
  })
  const options = {
    files,
    map: { ...config.map, ...mapping(values.map ?? []), ...(group === undefined ? {} : { parent: group }) },
    locale: locale ?? config.locale ?? localeOfEnvironment(),
    dropDuplicates: values['drop-duplicates'] ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    ...(asOf === undefined ? {} : { asOf }),
    ...(currency === undefined ? {} : { currency }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(level === undefined ? {} : { level }),
    ...(values.workspace === undefined ? {} : { workspace: values.workspace }),
    ...(warehouse === undefined ? {} : { warehouse }),
  }
  return { options, config }
}

/** A day given on the command line. */
export function dayOption(argument: string, value: string | undefined): string | undefined {
  return checkedOption(value, { argument, schema: z.iso.date(), expected: 'YYYY-MM-DD' })
}

const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)

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
