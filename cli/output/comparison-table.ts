import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { ModelComparison } from '@vitalfew/contract/selection-comparison.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'
import { shortened } from './text-width.ts'

const nameWidth = 28
const moversShown = 15

/** What a terminal shows of two models: what the second changes, and who goes where. */
export function comparisonTable(
  comparison: ModelComparison,
  {
    models,
    wording,
  }: {
    readonly models: readonly [SelectionModel, SelectionModel]
    readonly wording: { readonly locale: Locale; readonly currency: string }
  },
): string {
  const t = translator(wording.locale)
  const money = wholeAmountFormat(wording.locale, wording.currency)
  const title = (model: SelectionModel, tier: string): string =>
    model.tiers.find(({ id }) => id === tier)?.title[wording.locale] ?? tier
  const [before, after] = models
  const { first, second, differences, cells, movers, moved } = comparison
  const cellRows = cells
    .toSorted((a, b) => b.accounts - a.accounts)
    .map(({ from, to, accounts, netRevenue }) => [
      `${title(before, from)} → ${title(after, to)}`,
      String(accounts),
      money.format(netRevenue),
    ])
  const moverRows = movers
    .slice(0, moversShown)
    .map((each) => [
      shortened(each.accountName || each.account, nameWidth),
      `${title(before, each.from)} → ${title(after, each.to)}`,
      `${each.scoreBefore.toFixed(1)} → ${each.scoreAfter.toFixed(1)}`,
      money.format(each.netRevenue),
    ])
  return [
    '',
    pc.bold(`${first} → ${second}`),
    ...(differences.length === 0 ? [t('selection.difference.none')] : differences).map((sentence) => `  ${sentence}`),
    ...(cellRows.length === 0
      ? []
      : ['', pc.bold(t('selection.table.moved', { moved })), ...columnsOfText(cellRows, { align: 'lrr' })]),
    ...(moverRows.length === 0 ? [] : ['', ...columnsOfText(moverRows, { align: 'lllr' })]),
  ].join('\n')
}
