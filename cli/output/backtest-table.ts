import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'

/** What a terminal shows of a back-test: what each ranking's first accounts brought, origin by origin, and what it means. */
export function backtestTable({ origins, model, verdict, notes, measure }: Backtest, locale: Locale): string {
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const head = ['ranking', 'share', 'interval', 'verdict'].map((name) => t(`selection.table.column.${name}`))
  const lines = origins.flatMap(({ asOf, until, accounts, top, captures, duels }) => {
    const rows = captures.map(({ ranking, share, lower, upper }) => {
      const duel = duels.find(({ against }) => against === ranking)
      return [
        t(`selection.ranking.${ranking}`),
        percent.format(share),
        lower === upper ? '' : `${percent.format(lower)} – ${percent.format(upper)}`,
        duel === undefined ? '' : t(`selection.verdict.${duel.verdict}`),
      ]
    })
    return [
      '',
      t('selection.table.origin', { asOf, until, accounts, top }),
      ...columnsOfText([head, ...rows], { align: 'lrrl', header: true }),
    ]
  })
  const title = t('selection.table.backtest', { model, measure: t(`selection.metric.${measure}`) })
  return ['', pc.bold(title), ...lines, '', verdict, ...notes.map((note) => pc.dim(note))].join('\n')
}
