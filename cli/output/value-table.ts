import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import type { AccountValue, CustomerValue, HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'
import { shortened } from './text-width.ts'

const nameWidth = 28

/** What the command found. */
export interface FoundValue {
  readonly summary: CustomerValue
  readonly accounts: readonly AccountValue[]
  /** Rows of the files that were left out. */
  readonly leftOut: number
  /** Lines of days that are still to come: they are not looked at. */
  readonly laterLines: number
}

/** What a terminal shows of a valuation: the models, how they did, why one was chosen, what customers are worth. */
export function valueTable(
  found: FoundValue,
  { locale, out }: { readonly locale: Locale; readonly out: string | null },
): string {
  const t = translator(locale)
  const { summary, accounts } = found
  const scored = scoreboard(summary, locale)
  return [
    '',
    pc.bold(t('value.table.title')),
    ...facts(found, locale),
    '',
    pc.bold(t('value.table.models')),
    ...models(summary, locale),
    ...(scored.length === 0 ? [] : ['', pc.bold(scoreTitle(summary, locale)), ...scored]),
    '',
    summary.why,
    '',
    pc.bold(t('value.table.accounts')),
    ...accountLines(accounts, { locale, currency: summary.currency }),
    ...(out === null ? [] : ['', `${t('value.table.written')} ${pc.cyan(out)}`]),
  ].join('\n')
}

function facts({ summary, leftOut, laterLines }: FoundValue, locale: Locale): string[] {
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = (value: number): string => wholeAmountFormat(locale, summary.currency).format(value)
  const { equity } = summary
  const rows: (readonly string[])[] = [
    [t('value.table.asOf'), summary.asOf],
    [
      t('value.table.customers'),
      t(summary.accountsWithoutPurchase > 0 ? 'value.table.customersFound' : 'value.table.customersOnly', {
        customers: whole.format(summary.customers),
        repeaters: whole.format(summary.repeaters),
        without: whole.format(summary.accountsWithoutPurchase),
      }),
    ],
    [
      t('value.table.terms'),
      t('value.table.termsFound', {
        months: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(summary.horizonMonths),
        discount: percent.format(summary.discount),
        basis: t(`value.basis.${summary.basis}`, {
          margin: percent.format(summary.margin),
          accounts: summary.costs?.accounts ?? 0,
        }),
        unit: t(`value.unit.${isDiscrete(summary) ? 'opportunity' : summary.unit}`),
      }),
    ],
  ]
  if (equity !== null) {
    const { total, lower, upper, atRisk, oneTimeAccounts, worthlessAccounts } = equity
    const isKnown = lower !== null && upper !== null
    const range = isKnown ? { total: money(total), lower: money(lower), upper: money(upper) } : null
    rows.push(
      [t('value.table.equity'), range === null ? money(total) : t('value.table.equityFound', range)],
      [t('value.table.atRisk'), money(atRisk)],
    )
    const counts = { oneTime: whole.format(oneTimeAccounts), worthless: whole.format(worthlessAccounts) }
    rows.push([t('value.table.special'), t('value.table.specialFound', counts)])
  }
  if (leftOut > 0) rows.push([t('value.table.leftOut'), whole.format(leftOut)])
  if (laterLines > 0) rows.push([t('value.table.laterLines'), whole.format(laterLines)])
  const isAhead = summary.firstDay !== null && summary.firstDay > new Date().toISOString().slice(0, 10)
  const notes = isAhead ? [`  ${pc.yellow(t('value.table.allAhead'))}`] : []
  return [...columnsOfText(rows, { align: 'll' }), ...notes]
}

function isDiscrete({ models: compared }: CustomerValue): boolean {
  return compared.some((model) => model.name === 'bg-bb')
}

function models(summary: CustomerValue, locale: Locale): string[] {
  const t = translator(locale)
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 5, useGrouping: false })
  const likelihood = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const rows = summary.models.map((model) => {
    const parameters = Object.entries(model.parameters).map(([name, value]) => {
      const error = model.standardErrors[name]
      return error === undefined || error === null
        ? `${name} ${number.format(value)}`
        : `${name} ${number.format(value)}±${number.format(error)}`
    })
    return [
      t(`value.name.${model.name}`),
      model.logLikelihood === null ? '–' : likelihood.format(model.logLikelihood),
      parameters.join('  '),
    ]
  })
  const table = columnsOfText(
    [[t('value.table.model'), t('value.table.logLikelihood'), t('value.table.parameters')], ...rows],
    {
      align: 'lrl',
      header: true,
    },
  )
  const doubtful = Map.groupBy(
    summary.models.filter((model) => model.verdict !== 'converged'),
    (model) => model.verdictText,
  )
  const notes = [...doubtful].map(([text, those]) => {
    const names = those.map((model) => t(`value.name.${model.name}`)).join(t('cli.list.and'))
    return `  ${pc.dim(t('value.table.note', { names, text }))}`
  })
  return [...table, ...notes]
}

function scoreTitle({ calibrateUntil, holdoutUntil, backtest }: CustomerValue, locale: Locale): string {
  const t = translator(locale)
  return t('value.table.scoreboard', {
    calibrateUntil: calibrateUntil ?? '',
    holdoutUntil: holdoutUntil ?? '',
    count: backtest.length,
  })
}

function scoreboard(summary: CustomerValue, locale: Locale): string[] {
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const fraction = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const cells = (name: string, score: HoldoutScore): readonly string[] => [
    `${name === summary.chosen ? '▸' : ' '} ${t(`value.name.${name}`)}`,
    whole.format(score.expected),
    whole.format(score.actual),
    fraction.format(score.mae),
    score.spearman === null ? '–' : fraction.format(score.spearman),
    score.topDecileShare === null ? '–' : percent.format(score.topDecileShare),
  ]
  const scored = [...summary.models, ...summary.baselines.filter((item) => item.name !== 'nbd')]
  const rows = scored.flatMap(({ name, holdout }) => (holdout === null ? [] : [cells(name, holdout)]))
  if (rows.length === 0 || summary.backtest.length === 0) return []
  const head = ['contender', 'expected', 'actual', 'mae', 'spearman', 'topDecile'].map((name) =>
    t(`value.table.${name}`),
  )
  return columnsOfText([[`  ${head[0] ?? ''}`, ...head.slice(1)], ...rows], { align: 'lrrrrr', header: true })
}

function accountLines(
  accounts: readonly AccountValue[],
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): string[] {
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const fraction = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'negative' })
  const money = (value: number | null): string =>
    value === null ? '–' : wholeAmountFormat(locale, currency).format(value)
  const rows = accounts.map((account) => [
    shortened(account.accountName || account.account, nameWidth),
    account.pAlive === null ? '–' : percent.format(account.pAlive),
    account.expectedOrders === null ? '–' : fraction.format(account.expectedOrders),
    money(account.clv),
    account.clvLower === null ? '–' : `${money(account.clvLower)} – ${money(account.clvUpper)}`,
    account.nextOrderDue ?? '–',
    account.overdueCycles === null ? '–' : fraction.format(account.overdueCycles),
  ])
  const head = ['account', 'pAlive', 'expectedOrders', 'clv', 'clvRange', 'nextOrderDue', 'overdueCycles'].map((name) =>
    t(`value.table.${name}`),
  )
  return columnsOfText([head, ...rows], { align: 'lrrrrlr', header: true })
}
