import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { accountRelations, identityAnswers } from '@vitalfew/contract/identity-names.ts'
import { AccountRelation, IdentityAnswer } from '@vitalfew/contract/identity.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { localeOfEnvironment, warehouseOfEnvironment } from '../config.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { speechFlags } from './sales-options.ts'

export const identityVerbs = [
  'review',
  'merge',
  'split',
  'undo',
  'history',
  'groups',
  'relate',
  'calibrate',
  'labels',
] as const
const Verb = z.enum(identityVerbs)

/** The options of `vitalfew identity`, in the order of the help. */
export const identityFlags = {
  workspace: { type: 'string', value: 'DIR' },
  accounts: { type: 'string', multiple: true, value: 'A,B,…' },
  into: { type: 'string', value: 'A' },
  auto: { type: 'boolean' },
  account: { type: 'string', value: 'A' },
  customers: { type: 'string', multiple: true, value: 'B,…' },
  operation: { type: 'string', value: 'N' },
  pair: { type: 'string', value: 'A,B' },
  answer: { type: 'string', value: identityAnswers.join('|') },
  relation: { type: 'string', value: accountRelations.join('|') },
  under: { type: 'string', value: 'A' },
  reason: { type: 'string', value: 'TEXT' },
  author: { type: 'string', value: 'NAME' },
  'dry-run': { type: 'boolean' },
  top: { type: 'string', value: '20' },
  warehouse: { type: 'string', value: 'URL|FILE' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  quiet: speechFlags.quiet,
  help: speechFlags.help,
} as const

/** @throws ProductError `argument.invalid` */
export function identityOptions(words: readonly string[]) {
  const { values, positionals } = parsed(words)
  const expected = identityVerbs.join(', ')
  const verb = checkedOption(positionals[0] ?? '', { argument: 'COMMAND', schema: Verb, expected }) ?? 'review'
  const rule = { argument: '--locale', schema: z.enum(locales), expected: locales.join(', ') }
  const locale: Locale = checkedOption(values.locale, rule) ?? localeOfEnvironment()
  const whole = z.string().regex(/^\d{1,9}$/)
  const answerRule = { argument: '--answer', schema: IdentityAnswer, expected: identityAnswers.join(', ') }
  const relationRule = { argument: '--relation', schema: AccountRelation, expected: accountRelations.join(', ') }
  const warehouse = values.warehouse ?? warehouseOfEnvironment()
  return {
    verb,
    workspace: required('--workspace', values.workspace ?? (warehouse === undefined ? undefined : '')),
    accounts: listed(values.accounts),
    into: values.into,
    auto: values.auto ?? false,
    account: values.account,
    customers: listed(values.customers),
    operation: checkedOption(values.operation, { argument: '--operation', schema: whole, expected: '1, 2, …' }),
    pair: listed(values.pair === undefined ? undefined : [values.pair]),
    answer: checkedOption(values.answer, answerRule),
    relation: checkedOption(values.relation, relationRule) ?? ('commercialGroup' as const),
    /** Under whom; '' takes an account out. */
    under: values.under?.trim(),
    reason: values.reason ?? '',
    author: values.author ?? '',
    dryRun: values['dry-run'] ?? false,
    top: Number(checkedOption(values.top, { argument: '--top', schema: whole, expected: '1, 2, …' }) ?? 20),
    warehouse,
    locale,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  }
}

export type IdentityOptions = ReturnType<typeof identityOptions>

/** What cannot be left out. */
export function required(argument: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value.trim()
  throw new ProductError('argument.invalid', { argument, value: value ?? '', expected: `${argument} …` })
}

/** Who says so and why: nothing is merged by nobody. */
export function said({ author, reason }: Pick<IdentityOptions, 'author' | 'reason'>): {
  readonly author: string
  readonly reason: string
} {
  return { author: required('--author', author), reason: required('--reason', reason) }
}

function listed(texts: readonly string[] | undefined): string[] {
  return (texts ?? [])
    .flatMap((text) => text.split(/[,，]/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: identityFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
