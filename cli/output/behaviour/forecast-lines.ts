import type { PurchaseForecast, SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import pc from 'picocolors'
import type { BehaviourFormats } from './behaviour-formats.ts'

const seriesShown = 12
const monthsShown = 3
const losingShown = 6

/** What is to come by month, and how the same did on the past. */
export function forecastLines(forecast: PurchaseForecast, formats: BehaviourFormats): string[] {
  const { t, whole, money, percent, section } = formats
  const { comparison, measure, keyAccounts } = forecast
  const amount = measure === 'units' ? whole : money
  const title = keyAccounts === null ? 'forecast' : measure === 'units' ? 'demand' : 'demandRevenue'
  const saved = 1 - comparison.error / comparison.seasonalNaiveError
  const verdict = comparison.series === 0 ? 'untested' : saved > 0.02 ? 'better' : saved < -0.02 ? 'worse' : 'same'
  return [
    pc.bold(
      t(`behaviour.title.${title}`, {
        from: forecast.from.slice(0, 7),
        to: forecast.to.slice(0, 7),
        accounts: whole(keyAccounts),
      }),
    ),
    ...monthLines(forecast, { formats, amount }),
    ...section(t('behaviour.table.tested'), testLines(forecast.series, { formats, amount })),
    '',
    t(`behaviour.note.comparison.${verdict}`, {
      series: whole(comparison.series),
      better: whole(comparison.better),
      saved: percent(Math.abs(saved)),
    }),
    ...(comparison.losing.length === 0
      ? []
      : [
          t('behaviour.note.losing', {
            names: comparison.losing.slice(0, losingShown).join(t('cli.list.and')),
            count: comparison.losing.length,
          }),
        ]),
    ...(forecast.leftOut === 0 ? [] : [t('behaviour.note.leftOut', { series: whole(forecast.leftOut) })]),
  ]
}

interface Written {
  readonly formats: BehaviourFormats
  readonly amount: (value: number | null) => string
}

function nameOf({ names }: SalesForecast, { t, name }: BehaviourFormats): string {
  return names.length === 0 ? t('behaviour.whole') : names.map((value) => name(value)).join(' · ')
}

function monthLines({ series }: PurchaseForecast, { formats, amount }: Written): string[] {
  const { t, table } = formats
  const rows = series
    .slice(0, seriesShown)
    .flatMap((item) =>
      item.forecast
        .slice(0, monthsShown)
        .map((month, index) => [
          index === 0 ? nameOf(item, formats) : '',
          month.month.slice(0, 7),
          amount(month.mean),
          `${amount(month.lower80)} – ${amount(month.upper80)}`,
          `${amount(month.lower95)} – ${amount(month.upper95)}`,
        ]),
    )
  if (rows.length === 0) return [t('behaviour.empty')]
  return table(['series', 'month', 'expectedAmount', 'limits80', 'limits95'], rows, 'llrrr')
}

function testLines(series: readonly SalesForecast[], { formats, amount }: Written): string[] {
  const { t, percent, table } = formats
  const rows = series
    .slice(0, seriesShown)
    .map((item) => [
      nameOf(item, formats),
      t(`behaviour.method.${item.chosen}`, { model: item.model }),
      amount(item.last12Months),
      amount(item.next12Months),
      amount(item.backtest?.combined.meanAbsoluteError ?? null),
      amount(item.backtest?.seasonalNaive.meanAbsoluteError ?? null),
      percent(item.backtest?.[item.chosen].coverage80 ?? null),
    ])
  return table(['series', 'method', 'last12', 'next12', 'error', 'naiveError', 'coverage'], rows, 'llrrrrr')
}
