import type { PurchaseTrends, SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import pc from 'picocolors'
import type { BehaviourFormats } from './behaviour-formats.ts'

const shown = 12

/** What rises and what falls, the money that moves first. */
export function trendLines(trends: PurchaseTrends, formats: BehaviourFormats): string[] {
  const { t, whole, section, money } = formats
  const of = (direction: SalesTrend['direction']): SalesTrend[] =>
    trends.series.filter((series) => series.direction === direction).slice(0, shown)
  const { total } = trends
  return [
    pc.bold(
      t('behaviour.title.trends', {
        cuts: trends.cuts.map((cut) => t(`behaviour.cut.${cut}`)).join(' × ') || t('behaviour.whole'),
        from: trends.from.slice(0, 7),
        to: trends.to.slice(0, 7),
      }),
    ),
    t('behaviour.note.trends', {
      tested: whole(trends.tested),
      untested: whole(trends.untested),
      rising: whole(trends.rising),
      falling: whole(trends.falling),
    }),
    ...(total === null
      ? []
      : [
          t(`behaviour.note.total.${total.direction}`, {
            level: money(total.level),
            slope: money(Math.abs(total.slopePerYear)),
          }),
        ]),
    ...section(t('behaviour.table.rising'), lines(of('rising'), formats)),
    ...section(t('behaviour.table.falling'), lines(of('falling'), formats)),
    ...section(t('behaviour.table.flat'), lines(of('flat').slice(0, 5), formats)),
  ]
}

function lines(series: readonly SalesTrend[], formats: BehaviourFormats): string[] {
  const { t, money, decimal, percent, table, name } = formats
  const rows = series.map((trend) => [
    trend.names.map((value) => name(value)).join(' · '),
    money(trend.level),
    money(trend.slopePerYear),
    trend.level === 0 ? '–' : percent(trend.slopePerYear / trend.level),
    decimal(trend.qValue),
    trend.seasonalStrength === null ? '–' : decimal(trend.seasonalStrength),
    trend.peakMonth === null ? '–' : t(`behaviour.month.${trend.peakMonth - 1}`),
    trend.changePoints.at(-1)?.month.slice(0, 7) ?? '–',
  ])
  return table(['series', 'level', 'slope', 'slopeShare', 'qValue', 'season', 'peak', 'change'], rows)
}
