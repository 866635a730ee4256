import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { TierMigration } from '@vitalfew/contract/selection.ts'
import type { SelectionRun } from '@vitalfew/domain/selection/index.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'

/** As much of a run's number as tells it apart. */
const numberShown = 8

export interface ShownMigration {
  readonly from: SelectionRun
  readonly to: SelectionRun
  readonly migration: TierMigration
  readonly locale: Locale
  readonly currency: string
}

/** What a terminal shows of two runs: how many accounts went from which tier to which, and their money then and now. */
export function migrationTable({ from, to, migration, locale, currency }: ShownMigration): string {
  const t = translator(locale)
  const money = wholeAmountFormat(locale, currency)
  const place = (run: SelectionRun): ((tier: string | null) => number) => {
    const ids = run.model.tiers.map(({ id }) => id)
    return (tier) => (tier === null ? ids.length : ids.indexOf(tier))
  }
  const [placeBefore, placeAfter] = [place(from), place(to)]
  const title = (run: SelectionRun, tier: string | null): string =>
    run.model.tiers.find(({ id }) => id === tier)?.title[locale] ?? tier ?? t('selection.table.absent')
  const rows = migration.cells
    .toSorted((a, b) => placeBefore(a.from) - placeBefore(b.from) || placeAfter(a.to) - placeAfter(b.to))
    .map((cell) => [
      title(from, cell.from),
      '→',
      title(to, cell.to),
      String(cell.accounts),
      cell.from === null ? '' : money.format(cell.netRevenueBefore),
      cell.to === null ? '' : money.format(cell.netRevenueAfter),
    ])
  const head = [
    t('selection.migration.before'),
    '',
    t('selection.migration.after'),
    t('selection.migration.accounts'),
    t('selection.migration.revenueBefore'),
    t('selection.migration.revenueAfter'),
  ]
  const between = t('selection.migration.title', { from: runName(from), to: runName(to) })
  return ['', pc.bold(between), ...columnsOfText([head, ...rows], { align: 'lllrrr' })].join('\n')
}

/** The runs of a workspace, and how two of them are compared. */
export function runsTable(runs: readonly SelectionRun[], locale: Locale): string {
  const t = translator(locale)
  if (runs.length === 0) return t('selection.migration.none')
  const rows = runs.map(({ runId, asOf, model, completedAt }) => [
    runId.slice(0, numberShown),
    asOf,
    `${model.name}@${model.version}`,
    completedAt.slice(0, 16).replace('T', ' '),
  ])
  const head = ['run', 'asOf', 'model', 'made'].map((name) => t(`selection.migration.${name}`))
  return ['', ...columnsOfText([head, ...rows], { align: 'llll' }), '', t('selection.migration.usage')].join('\n')
}

function runName({ runId, asOf, model }: SelectionRun): string {
  return `${asOf} ${model.name}@${model.version} (${runId.slice(0, numberShown)})`
}
