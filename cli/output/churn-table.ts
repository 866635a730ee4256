import type { Churn, ChurnAccount } from '@vitalfew/contract/churn.ts'
import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { raisedByWords } from '@vitalfew/domain/churn/index.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'
import { contractLines } from './contract-lines.ts'
import { shortened } from './text-width.ts'

const warningsShown = 12
const winBackShown = 6
const monthsShown = 12
const nameWidth = 24
const missing = '–'

/** What a terminal shows of churn: levels, the gravest warnings with their first signal, whom to win back, rates. */
export function churnTable(
  churn: Churn,
  { locale, out }: { readonly locale: Locale; readonly out: string | null },
): string {
  const t = translator(locale)
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', pc.bold(title), ...lines]
  return [
    '',
    pc.bold(t('churn.table.title', { asOf: churn.asOf, months: churn.horizonMonths, count: churn.horizonMonths })),
    ...levelLines(churn, locale),
    ...section(t('churn.table.warnings'), warningLines(churn, locale)),
    ...section(t('churn.table.winBack'), winBackLines(churn, locale)),
    ...section(t('churn.table.months'), monthLines(churn, locale)),
    ...section(t('churn.table.cuts', { from: churn.cutsFrom ?? '' }), cutLines(churn, locale)),
    ...section(t('churn.table.reasons'), reasonLines(churn, locale)),
    ...(churn.contracts === null ? [] : contractLines(churn.contracts, { locale, currency: churn.currency })),
    '',
    churn.verdict,
    ...(out === null ? [] : ['', `${t('churn.table.written')} ${pc.cyan(out)}`]),
  ].join('\n')
}

function formats(churn: Churn, locale: Locale) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = wholeAmountFormat(locale, churn.currency)
  return {
    whole: (value: number): string => whole.format(value),
    percent: (value: number): string => percent.format(value),
    money: (value: number | null): string => (value === null ? missing : money.format(value)),
  }
}

function levelLines(churn: Churn, locale: Locale): string[] {
  const t = translator(locale)
  const { whole, money } = formats(churn, locale)
  // Contracts alone tell of no sales.
  const figures = churn.basis === 'orders' ? (['netRevenue', 'valueAtRisk'] as const) : (['valueAtRisk'] as const)
  const head = ['level', 'accounts', ...figures].map((name) => t(`churn.table.${name}`))
  const rows = churn.levels.map((item) => [
    t(`churn.level.${item.level}`),
    whole(item.accounts),
    ...figures.map((name) => money(item[name])),
  ])
  return columnsOfText([head, ...rows], { align: 'lrrr', header: true })
}

function nameOf(account: ChurnAccount): string {
  return shortened(account.accountName || account.account, nameWidth)
}

function warningLines(churn: Churn, locale: Locale): string[] {
  const t = translator(locale)
  const { percent, money } = formats(churn, locale)
  if (churn.warnings.length === 0) return []
  const risk = churn.basis === 'orders' ? 'churn.table.risk' : 'churn.contracts.risk'
  const head = ['account', 'level', 'risk', 'valueAtRisk', 'signal'].map((name) =>
    t(name === 'risk' ? risk : `churn.table.${name}`),
  )
  const rows = churn.warnings
    .slice(0, warningsShown)
    .map((account) => [
      nameOf(account),
      t(`churn.level.${account.level}`),
      percent(account.risk),
      money(account.valueAtRisk),
      account.signals[0]?.text ?? (account.factors ?? []).slice(0, 1).map(raisedByWords).join(''),
    ])
  return columnsOfText([head, ...rows], { align: 'llrrl', header: true })
}

function winBackLines(churn: Churn, locale: Locale): string[] {
  const t = translator(locale)
  const { money } = formats(churn, locale)
  if (churn.winBack.length === 0) return []
  const shown = churn.winBack.slice(0, winBackShown)
  const columns = [
    { name: 'account', align: 'l', cell: nameOf },
    { name: 'leftOn', align: 'l', cell: ({ leftOn }: ChurnAccount) => leftOn ?? missing },
    {
      name: 'manner',
      align: 'l',
      cell: ({ manner }: ChurnAccount) => (manner === null ? missing : t(`churn.manner.${manner}`)),
    },
    { name: 'yearlyValue', align: 'r', cell: ({ clv }: ChurnAccount) => money(clv) },
    { name: 'valueToWin', align: 'r', cell: ({ valueAtRisk }: ChurnAccount) => money(valueAtRisk) },
    { name: 'reason', align: 'l', cell: ({ reason }: ChurnAccount) => reason ?? missing },
  ].filter(({ cell }) => shown.some((account) => cell(account) !== missing))
  const head = columns.map(({ name }) => t(`churn.table.${name}`))
  const rows = shown.map((account) => columns.map(({ cell }) => cell(account)))
  return columnsOfText([head, ...rows], { align: columns.map(({ align }) => align).join(''), header: true })
}

function monthLines(churn: Churn, locale: Locale): string[] {
  const t = translator(locale)
  const { whole, percent, money } = formats(churn, locale)
  if (churn.months.length === 0) return []
  const head = ['month', 'accounts', 'left', 'rate', 'interval', 'revenueLost', 'returned'].map((name) =>
    t(`churn.table.${name}`),
  )
  const rows = churn.months
    .slice(-monthsShown)
    .map(({ month, rate, returned }) => [
      month.slice(0, 7),
      whole(rate.accounts),
      whole(rate.left),
      percent(rate.rate),
      `${percent(rate.lower)} – ${percent(rate.upper)}`,
      money(rate.revenueLost),
      whole(returned),
    ])
  return columnsOfText([head, ...rows], { align: 'lrrrrrr', header: true })
}

/** The cut that tells accounts apart by their worth is the one a terminal has room for. */
function cutLines(churn: Churn, locale: Locale): string[] {
  const t = translator(locale)
  const { whole, percent } = formats(churn, locale)
  const classes = churn.cuts.find(({ dimension }) => dimension === 'abcClass')
  const rows = (classes?.values ?? []).map(({ value, rate }) => [
    t(`analysis.abc.${value}`),
    whole(rate.accounts),
    whole(rate.left),
    percent(rate.rate),
    `${percent(rate.lower)} – ${percent(rate.upper)}`,
  ])
  return columnsOfText(rows, { align: 'lrrrr' })
}

function reasonLines(churn: Churn, locale: Locale): string[] {
  const { whole, percent } = formats(churn, locale)
  const all = churn.reasons.reduce((sum, { accounts }) => sum + accounts, 0)
  const rows = churn.reasons.map(({ reason, accounts }) => [reason, whole(accounts), percent(accounts / all)])
  return columnsOfText(rows, { align: 'lrr' })
}
