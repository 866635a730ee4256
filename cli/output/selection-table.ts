import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'
import { shortened } from './text-width.ts'

const accountsShown = 15
const nameWidth = 28
const nearShown = 3

/** What a terminal shows of a selection: the tiers, the first accounts with how firmly they stand, who almost is one. */
export function selectionTable({ run, selection, keyAccounts }: Run): string {
  if (selection === null) return ''
  const { locale, currency } = run
  const t = translator(locale)
  const section = (key: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', pc.bold(t(`selection.table.${key}`)), ...lines]
  const { title, model, version, description, notes, belowTheLine } = selection
  return [
    '',
    pc.bold(t('selection.table.title', { title, model, version, asOf: run.asOf })),
    `  ${pc.dim(description)}`,
    ...section('criteria', criteriaLines(selection, locale)),
    ...section('tiers', tierLines(selection, { locale, currency })),
    ...section('accounts', accountLines(selection, { keyAccounts, locale })),
    ...(selection.sensitivity === null ? [] : ['', selection.sensitivity.text]),
    ...section(
      'below',
      nearest(belowTheLine).map(
        ({ account, accountName, text }) => `  ${t('selection.table.named', { name: accountName || account, text })}`,
      ),
    ),
    ...section('migration', migrationLines(selection, { locale, currency })),
    ...section(
      'fairness',
      selection.fairness.map((each) => `  ${t('selection.table.department', { ...each, alone: each.alone.length })}`),
    ),
    ...section(
      'overrides',
      selection.overrides.map(
        ({ account, accountName, tier: id, ...rest }) =>
          `  ${t('selection.table.override', { ...rest, account: accountName || account, tier: tierTitle(selection, id) })}`,
      ),
    ),
    ...section(
      'notes',
      notes.map((note) => `  ${note}`),
    ),
  ].join('\n')
}

/** Some below every line. */
function nearest(accounts: Selection['belowTheLine']): Selection['belowTheLine'] {
  return [...Map.groupBy(accounts, ({ target }) => target).values()].flatMap((each) => each.slice(0, nearShown))
}

function criteriaLines({ criteria, population }: Selection, locale: Locale): string[] {
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const rows = criteria.map(({ title, weight, known }) => [
    title,
    percent.format(weight),
    known === population ? '' : t('selection.table.known', { known, of: population }),
  ])
  return columnsOfText(rows, { align: 'lrl' })
}

function tierLines(
  { tiers }: Selection,
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): string[] {
  const money = wholeAmountFormat(locale, currency)
  const whole = new Intl.NumberFormat(locale)
  const rows = tiers.map(({ title, accounts, netRevenue, rule, emptyBecause }) => [
    title,
    whole.format(accounts),
    money.format(netRevenue),
    emptyBecause ?? rule,
  ])
  return columnsOfText(rows, { align: 'lrrl' })
}

function accountLines(
  selection: Selection,
  { keyAccounts, locale }: { readonly keyAccounts: Run['keyAccounts']; readonly locale: Locale },
): string[] {
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const rows = selection.accounts.slice(0, accountsShown).map((account, index) => {
    const probability = account.probabilities?.find(({ tier }) => tier === account.tier)?.probability
    return [
      String(index + 1),
      shortened(account.accountName || account.account, nameWidth),
      tierTitle(selection, account.tier),
      account.score.toFixed(1),
      probability === undefined ? '–' : percent.format(probability),
      keyAccounts[index]?.reasons[0]?.text ?? '',
    ]
  })
  const head = ['place', 'account', 'tier', 'score', 'probability', 'reason'].map((name) =>
    t(`selection.table.column.${name}`),
  )
  return rows.length === 0 ? [] : columnsOfText([head, ...rows], { align: 'rllrrl', header: true })
}

function migrationLines(
  selection: Selection,
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): string[] {
  const { migration } = selection
  if (migration === null) return []
  const t = translator(locale)
  const money = wholeAmountFormat(locale, currency)
  const moved = migration.cells.filter(({ from, to }) => from !== to)
  const title = (tier: string | null): string =>
    tier === null ? t('selection.table.absent') : tierTitle(selection, tier)
  const rows = moved.map(({ from, to, accounts, netRevenueAfter, netRevenueBefore }) => [
    `${title(from)} → ${title(to)}`,
    String(accounts),
    money.format(to === null ? netRevenueBefore : netRevenueAfter),
  ])
  const since = `  ${t('selection.table.since', { asOf: migration.fromAsOf })}`
  return [
    since,
    ...(rows.length === 0 ? [`  ${t('selection.table.nobodyMoved')}`] : columnsOfText(rows, { align: 'lrr' })),
  ]
}

function tierTitle({ tiers }: Selection, id: string): string {
  return tiers.find((tier) => tier.id === id)?.title ?? id
}
