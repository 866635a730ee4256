import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { OverlapPolicy, overlapPolicies, type ReadingSettings, type ValueFix } from '@vitalfew/contract/import-log.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { ImportKind, importKinds } from '@vitalfew/contract/record-kinds.ts'
import { z } from 'zod'
import { localeOfEnvironment, warehouseOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { required } from './identity-options.ts'
import { speechFlags } from './sales-options.ts'

/** The options of `vitalfew import`, in the order of the help. */
export const importFlags = {
  workspace: { type: 'string', value: 'DIR' },
  kind: { type: 'string', value: 'KIND' },
  source: { type: 'string', value: 'NAME' },
  'on-overlap': { type: 'string', value: overlapPolicies.join('|') },
  'dry-run': { type: 'boolean' },
  'accept-drift': { type: 'boolean' },
  map: { type: 'string', multiple: true, value: 'FIELD=HEADER,…' },
  group: { type: 'string', value: 'HEADER' },
  fix: { type: 'string', multiple: true, value: 'HEADER:OLD=NEW' },
  sheet: { type: 'string', value: 'NAME' },
  currency: { type: 'string', value: 'CODE' },
  into: { type: 'string', value: 'CODE' },
  'tax-included': { type: 'string', value: '13%' },
  'drop-duplicates': { type: 'boolean' },
  rejected: { type: 'string', value: 'FILE' },
  from: { type: 'string', value: 'URL' },
  query: { type: 'string', value: 'SQL' },
  'high-water': { type: 'string', value: 'COLUMN' },
  watch: { type: 'string', value: 'DIR' },
  every: { type: 'string', value: 'SECONDS' },
  warehouse: { type: 'string', value: 'URL|FILE' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  quiet: speechFlags.quiet,
  help: speechFlags.help,
} as const

const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)

/** @throws ProductError `argument.invalid` */
export function importOptions(words: readonly string[]) {
  const { values, positionals } = parsed(words)
  const kind =
    checkedOption(values.kind, { argument: '--kind', schema: ImportKind, expected: importKinds.join(', ') }) ?? 'sales'
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  const locale: Locale = checkedOption(values.locale, rule) ?? localeOfEnvironment()
  const expected = overlapPolicies.join(', ')
  const policy = checkedOption(values['on-overlap'], { argument: '--on-overlap', schema: OverlapPolicy, expected })
  const warehouse = values.warehouse ?? warehouseOfEnvironment()
  const every = checkedOption(values.every, {
    argument: '--every',
    schema: z.string().regex(/^[1-9]\d{0,5}$/),
    expected: '1, 2, …',
  })
  return {
    files: positionals,
    workspace: required('--workspace', values.workspace ?? (warehouse === undefined ? undefined : '')),
    kind,
    source: (values.source ?? '').trim(),
    policy,
    isPreview: values['dry-run'] ?? false,
    acceptDrift: values['accept-drift'] ?? false,
    settings: settingsOf(values, kind),
    rejected: values.rejected,
    from: values.from,
    query: values.query,
    highWater: values['high-water'],
    watch: values.watch,
    everySeconds: every === undefined ? undefined : Number(every),
    warehouse,
    locale,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  }
}

export type ImportOptions = ReturnType<typeof importOptions>

type Values = ReturnType<typeof parsed>['values']

function settingsOf(values: Values, kind: ImportKind): ReadingSettings {
  const code = (argument: '--currency' | '--into', value: string | undefined) =>
    checkedOption(value?.toUpperCase(), { argument, schema: CurrencyCode, expected: 'CNY, USD, …' })
  const map = { ...mapping(values.map ?? []), ...groupColumn(values.group, kind) }
  const fixes = (values.fix ?? []).map(fixOf)
  const currency = code('--currency', values.currency)
  const into = code('--into', values.into)
  const tax = taxOf(values['tax-included'])
  return {
    ...(Object.keys(map).length === 0 ? {} : { map }),
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
    ...(currency === undefined ? {} : { currency }),
    ...(into === undefined ? {} : { into }),
    ...(tax === undefined ? {} : { taxIncluded: tax }),
    ...(values['drop-duplicates'] === undefined ? {} : { dropDuplicates: values['drop-duplicates'] }),
  }
}

/** Which column holds the group that a customer belongs to; only rows about customers say so. */
function groupColumn(header: string | undefined, kind: ImportKind): Record<string, string> {
  if (header === undefined) return {}
  if (kind === 'sales' || kind === 'accounts') return { parent: header }
  throw new ProductError('argument.invalid', { argument: '--group', value: header, expected: '--kind sales, accounts' })
}

/** `customer=客户名称,amount=金额`; a comma inside a header is kept where no `field=` follows it. */
function mapping(texts: readonly string[]): Record<string, string> {
  const pairs: Record<string, string> = {}
  for (const pair of texts.flatMap((text) => text.split(/,(?=[A-Za-z]+=)/))) {
    const equals = pair.indexOf('=')
    if (equals < 1)
      throw new ProductError('argument.invalid', { argument: '--map', value: pair, expected: 'FIELD=HEADER' })
    pairs[pair.slice(0, equals).trim()] = pair.slice(equals + 1).trim()
  }
  return pairs
}

/** `区域:华东区=华东` */
function fixOf(text: string): ValueFix {
  const [, column = '', from = '', to = ''] = /^([^:]+):([^=]*)=(.*)$/su.exec(text.replace('：', ':')) ?? []
  if (column === '') {
    throw new ProductError('argument.invalid', { argument: '--fix', value: text, expected: 'HEADER:OLD=NEW' })
  }
  return { column: column.trim(), from: from.trim(), to: to.trim() }
}

/** 13% and 0.13 are the same; so is 13, for nobody pays thirteen times the price in tax. */
function taxOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text.replace(/[%％]$/, ''))
  const share = /[%％]$/.test(text) || number >= 1 ? number / 100 : number
  if (text.trim() === '' || !(share >= 0 && share < 1)) {
    throw new ProductError('argument.invalid', { argument: '--tax-included', value: text, expected: '13%, 0.13' })
  }
  return Math.round(share * 1e6) / 1e6
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: importFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
