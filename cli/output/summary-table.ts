import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import pc from 'picocolors'
import { padded, shortened, textWidth } from './text-width.ts'

const accountsShown = 10
const nameWidth = 30

/** What a terminal shows of a run: the figures that matter, the first key accounts with their first reason, the way to the report. */
export function summaryTable(run: Run, { report }: { readonly report: string }): string {
  const { locale, currency, asOf } = run.run
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = (value: number): string => wholeAmountFormat(locale, currency).format(value)
  const { totals, abc, concentration, quality } = run
  const rejected = run.run.imports.reduce((sum, file) => sum + file.rejected, 0)
  const setAside = run.run.imports.reduce((sum, file) => sum + file.setAside, 0)
  const classes = (['A', 'B', 'C'] as const)
    .map((name) => `${name} ${whole.format(abc.classes[name].accounts)} (${percent.format(abc.classes[name].share)})`)
    .join('   ')
  const facts: [string, string][] = [
    [t('cli.summary.asOf'), asOf],
    [t('cli.summary.accounts'), whole.format(totals.accounts)],
    [t('cli.summary.netRevenue'), money(totals.netRevenue)],
    ...(totals.grossProfit === null
      ? []
      : [[t('cli.summary.grossProfit'), money(totals.grossProfit)] satisfies [string, string]]),
    [t('cli.summary.orders'), whole.format(totals.orders)],
    [t('cli.summary.returns'), money(totals.returns)],
    [t('cli.summary.abc'), classes],
    [
      t('cli.summary.largest'),
      `${concentration.largestAccountName || (concentration.largestAccount ?? '–')} (${percent.format(concentration.netRevenueShare)})`,
    ],
    [t('cli.summary.quality'), percent.format(quality.score)],
    [
      t('cli.summary.leftOut'),
      t('cli.summary.rows', { rejected: whole.format(rejected), setAside: whole.format(setAside) }),
    ],
  ]
  const labelWidth = Math.max(...facts.map(([label]) => textWidth(label)))
  const lines = facts.map(([label, value]) => `  ${pc.dim(padded(label, labelWidth))}  ${value}`)
  const first = run.keyAccounts.filter((account) => account.tier === 'key').slice(0, accountsShown)
  const accounts = first.map(
    (account, index) =>
      `  ${padded(String(index + 1), 2, 'left')}  ${padded(shortened(account.accountName || account.account, nameWidth), nameWidth)}  ${padded(
        account.score.toFixed(1),
        5,
        'left',
      )}  ${account.reasons[0]?.text ?? ''}`,
  )
  return [
    '',
    pc.bold(t('cli.summary.title')),
    ...lines,
    '',
    pc.bold(
      t('cli.summary.keyAccounts', { count: run.keyAccounts.filter((account) => account.tier === 'key').length }),
    ),
    ...accounts,
    '',
    `${t('cli.summary.report')} ${pc.cyan(report)}`,
  ].join('\n')
}
