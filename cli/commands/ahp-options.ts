import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { Aggregation, aggregations, PriorityMethod, priorityMethods } from '@vitalfew/contract/judgements.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { localeOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { speechFlags } from './sales-options.ts'

export interface AhpOptions {
  readonly files: readonly string[]
  readonly method: PriorityMethod
  readonly aggregation: Aggregation
  readonly shares: ReadonlyMap<string, number> | undefined
  readonly model: string | undefined
  readonly write: string | undefined
  readonly out: string | undefined
  readonly locale: Locale
  readonly json: boolean
}

/** The options of `vitalfew ahp`, in the order of the help. */
export const ahpFlags = {
  method: { type: 'string', value: priorityMethods.join('|') },
  aggregate: { type: 'string', value: aggregations.join('|') },
  'department-share': { type: 'string', multiple: true, value: 'NAME=SHARE,…' },
  model: { type: 'string', value: 'FILE|NAME' },
  write: { type: 'string', value: 'FILE' },
  out: { type: 'string', value: 'FILE' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  help: speechFlags.help,
} as const

/** The options of `vitalfew ahp questionnaire`, in the order of the help. */
export const questionnaireFlags = {
  criteria: { type: 'string', value: 'A,B,…' },
  model: { type: 'string', value: 'FILE|NAME' },
  out: { type: 'string', value: 'FILE' },
  department: { type: 'string', value: 'NAME' },
  name: { type: 'string', value: 'NAME' },
  locale: speechFlags.locale,
} as const

/** @throws ProductError `argument.invalid` */
export function ahpOptions(words: readonly string[]): AhpOptions {
  const { values, positionals } = parsed(words)
  if (positionals.length === 0) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew ahp FILE …' })
  }
  if (values.write !== undefined && values.model === undefined) {
    const expected = '--model FILE --write FILE'
    throw new ProductError('argument.invalid', { argument: '--write', value: values.write, expected })
  }
  const expected = { method: priorityMethods.join(', '), aggregate: aggregations.join(', ') }
  return {
    files: positionals,
    method:
      checkedOption(values.method, { argument: '--method', schema: PriorityMethod, expected: expected.method }) ??
      'eigenvector',
    aggregation:
      checkedOption(values.aggregate, { argument: '--aggregate', schema: Aggregation, expected: expected.aggregate }) ??
      'judgements',
    shares: sharesOf(values['department-share'] ?? []),
    model: values.model,
    write: values.write,
    out: values.out,
    locale: ahpLocale(values.locale),
    json: values.json ?? false,
  }
}

export function ahpLocale(value: string | undefined): Locale {
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  return checkedOption(value, rule) ?? localeOfEnvironment()
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: ahpFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

/** `sales=0.6,finance=0.4`, in any scale; undefined where nothing was said. */
function sharesOf(texts: readonly string[]): ReadonlyMap<string, number> | undefined {
  if (texts.length === 0) return undefined
  const shares = new Map<string, number>()
  for (const pair of texts.flatMap((text) => text.split(/[,，]/))) {
    const equals = pair.lastIndexOf('=')
    const [name, share] = [pair.slice(0, equals).trim(), Number(pair.slice(equals + 1).trim() || Number.NaN)]
    if (equals < 1 || name === '' || !(share >= 0 && share < Infinity) || shares.has(name)) {
      throw wrongShares(pair, 'NAME=0.6,NAME=0.4')
    }
    shares.set(name, share)
  }
  if (![...shares.values()].some((share) => share > 0)) throw wrongShares(texts.join(','), '> 0')
  return shares
}

export function wrongShares(value: string, expected: string): ProductError {
  return new ProductError('argument.invalid', { argument: '--department-share', value, expected })
}
