import type { Translate } from '@vitalfew/contract/locale.ts'
import type { PurchaseForecast, PurchaseTrends, SalesForecast, SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'
import { type FileTable, fileTable } from './file-table.ts'

const nameOf = (t: Translate, { names }: { readonly names: readonly string[] }): string =>
  names.join(' · ') || t('behaviour.whole')

/** One row per series with its months in columns. */
export function trendTables(t: Translate, trends: PurchaseTrends): FileTable[] {
  const months = monthsFrom(trends.from, trends.monthCount)
  const rows = [...(trends.total === null ? [] : [trends.total]), ...trends.series]
  return [
    fileTable<SalesTrend>({ name: 'trends', title: t('habits.tab.trends'), rows }, [
      [t('behaviour.column.series'), (trend) => nameOf(t, trend)],
      [t('behaviour.column.level'), ({ level }) => level],
      [t('behaviour.column.slope'), ({ slopePerYear }) => slopePerYear],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
      [t('behaviour.column.qValue'), ({ qValue }) => qValue],
      [t('behaviour.column.status'), ({ direction }) => t(`behaviour.direction.${direction}`)],
      [t('behaviour.column.season'), ({ seasonalStrength }) => seasonalStrength],
      [t('behaviour.column.peak'), ({ peakMonth }) => peakMonth],
      [t('behaviour.column.change'), ({ changePoints }) => changePoints.at(-1)?.month ?? null],
      [t('behaviour.column.last12'), ({ revenueLast12Months }) => revenueLast12Months],
      ...months.map((month, at): [string, (trend: SalesTrend) => number | null] => [
        month.slice(0, 7),
        (trend) => trend.months[at] ?? null,
      ]),
    ]),
  ]
}

type Step = SalesForecast['forecast'][number] & { readonly series: string }

/** One row per series and month, so that planning can take it in; and how the same did on the past. */
export function forecastTables(t: Translate, forecast: PurchaseForecast): FileTable[] {
  const { series, measure } = forecast
  const rows = series.flatMap((item) => item.forecast.map((step) => ({ series: nameOf(t, item), ...step })))
  const history = series.flatMap((item) => {
    const months = monthsFrom(forecast.from, item.history.length)
    return item.history.map((value, at) => ({ series: nameOf(t, item), month: months[at] ?? '', value }))
  })
  const amount = t(measure === 'units' ? 'habits.file.units' : 'behaviour.column.revenue')
  return [
    fileTable<Step>({ name: 'forecast', title: t('habits.tab.forecast'), rows }, [
      [t('behaviour.column.series'), (step) => step.series],
      [t('behaviour.column.month'), ({ month }) => month.slice(0, 7)],
      ...stepColumns(t),
    ]),
    fileTable({ name: 'history', title: t('habits.forecast.history'), rows: history }, [
      [t('behaviour.column.series'), (row) => row.series],
      [t('behaviour.column.month'), ({ month }) => month.slice(0, 7)],
      [amount, ({ value }) => value],
    ]),
    fileTable({ name: 'tested', title: t('behaviour.table.tested'), rows: series }, [
      [t('behaviour.column.series'), (item) => nameOf(t, item)],
      [t('behaviour.column.method'), ({ chosen, model }) => t(`behaviour.method.${chosen}`, { model })],
      [t('behaviour.column.last12'), ({ last12Months }) => last12Months],
      [t('behaviour.column.next12'), ({ next12Months }) => next12Months],
      [t('behaviour.column.error'), ({ backtest }) => backtest?.combined.meanAbsoluteError ?? null],
      [t('behaviour.column.naiveError'), ({ backtest }) => backtest?.seasonalNaive.meanAbsoluteError ?? null],
      [t('behaviour.column.coverage'), ({ backtest }) => backtest?.combined.coverage80 ?? null],
    ]),
  ]
}

/** What is said of a month to come. */
export function stepColumns(t: Translate): [string, (step: SalesForecast['forecast'][number]) => number][] {
  return [
    [t('behaviour.column.expectedAmount'), ({ mean }) => mean],
    [t('habits.file.lower80'), ({ lower80 }) => lower80],
    [t('habits.file.upper80'), ({ upper80 }) => upper80],
    [t('habits.file.lower95'), ({ lower95 }) => lower95],
    [t('habits.file.upper95'), ({ upper95 }) => upper95],
  ]
}

/** First days of so many months. */
export function monthsFrom(first: string, count: number): string[] {
  const begin = monthIndex(dayFromIso(first))
  return Array.from({ length: count }, (_, at) => isoFromDay(firstDayOfMonth(begin + at)))
}
