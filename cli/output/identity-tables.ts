import type { IdentityCustomer, IdentityOperation, MembershipPreview, ReviewItem } from '@vitalfew/contract/identity.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { identityFlags } from '../commands/identity-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew identity`. */
export function identityHelp(locale: Locale): string {
  const t = translator(locale)
  const rows = Object.entries(identityFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    return [`--${name}${value}`, t(`identity.option.${name}`)]
  })
  return [
    t('identity.help.identity'),
    ...columnsOfText(rows, { align: 'll' }),
    '',
    t('identity.help.identityExamples'),
  ].join('\n')
}

/** Pairs that wait for a person, those with the most money first, each with what speaks for it. */
export function reviewTable(
  { waiting, items }: { readonly waiting: number; readonly items: readonly ReviewItem[] },
  locale: Locale,
): string {
  const t = translator(locale)
  if (items.length === 0) return t('identity.review.none')
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const lines = items.flatMap(({ left, right, probability, band, revenueAtStake, fields, conflicts }) => [
    `${left.customer} ${left.name}`,
    `${right.customer} ${right.name}`,
    `  ${[
      t(`identity.band.${band}`),
      percent.format(probability),
      t('identity.review.stake', { amount: money.format(revenueAtStake) }),
      ...fields
        .filter(({ level }) => level !== 'unknown')
        .map(({ field, level }) => `${t(`identity.field.${field}`)}: ${t(`identity.level.${level}`)}`),
      ...(conflicts.length > 0 ? [t('identity.review.conflict')] : []),
    ].join(' · ')}`,
    '',
  ])
  return [t('identity.review.waiting', { count: waiting }), '', ...lines, t('identity.review.hint')].join('\n')
}

/** How a change moves the accounts it touches. */
export function previewTable(preview: MembershipPreview, locale: Locale): string {
  const t = translator(locale)
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const text = (value: number | string | null): string => {
    if (value === null) return '–'
    return typeof value === 'number' ? money.format(value) : value
  }
  const rows = preview.accounts.map((row) => [
    row.account,
    row.name,
    `${text(row.revenueBefore)} → ${text(row.revenueAfter)}`,
    `${text(row.rankBefore)} → ${text(row.rankAfter)}`,
    `${text(row.abcBefore)} → ${text(row.abcAfter)}`,
  ])
  const head = ['account', 'name', 'revenue', 'rank', 'abc'].map((name) => t(`identity.preview.${name}`))
  const counts = { before: preview.accountsBefore, after: preview.accountsAfter, revenue: text(preview.netRevenue) }
  return [
    t('identity.preview.totals', counts),
    ...columnsOfText([head, ...rows], { align: 'llrrr', header: true }),
  ].join('\n')
}

/** What an account is called and known by, from which customer and by which rule, and what else there was. */
export function goldenTable(
  golden: readonly {
    readonly field: 'name' | 'creditCode' | 'parent'
    readonly value: string
    readonly customer: string
    readonly rule: 'own' | 'proven' | 'mostRecent' | 'mostLines' | 'longest' | 'only'
    readonly others: readonly { readonly value: string; readonly customer: string }[]
  }[],
  locale: Locale,
): string {
  const t = translator(locale)
  const rows = golden.map(({ field, value, customer, rule, others }) => [
    t(`identity.field.${field}`),
    value,
    customer,
    t(`identity.rule.${rule}`),
    others.map((other) => `${other.value} (${other.customer})`).join(' · '),
  ])
  return columnsOfText(rows, { align: 'lllll' }).join('\n')
}

/** Entries of the log, oldest first. */
export function historyTable(
  operations: readonly IdentityOperation[],
  {
    customers,
    undone,
    locale,
  }: {
    readonly customers: readonly IdentityCustomer[]
    readonly undone: ReadonlySet<number>
    readonly locale: Locale
  },
): string {
  const t = translator(locale)
  if (operations.length === 0) return t('identity.history.none')
  const called = new Map(customers.map(({ key, customer }) => [key, customer]))
  const list = (keys: readonly string[]): string => keys.map((key) => called.get(key) ?? key).join(', ')
  const rows = operations.map((operation) => {
    const { sequence, at, kind, author, reason, into, accounts, customers: moved, undoes } = operation
    const facts = { into: list([into]), accounts: list(accounts), customers: list(moved), undoes }
    const mark = undone.has(sequence) ? t('identity.history.undone') : ''
    return [String(sequence), at.slice(0, 19), t(`identity.history.${kind}`, facts), author, reason, mark]
  })
  return columnsOfText(rows, { align: 'rlllll' }).join('\n')
}
