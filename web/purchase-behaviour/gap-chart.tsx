import type { PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SeriesChart } from './series-chart.tsx'

/** How many days lie between two purchases, over all accounts. */
export function GapChart(props: { cycle: PurchaseCycle }) {
  const { t, format } = useReader()
  const { gaps, histogram, accounts, repeatAccounts } = props.cycle
  const categories = useMemo(
    () =>
      histogram.map(({ from, to }) => {
        if (to === null) return t('habits.cycle.longer', { from: from - 1 })
        return from === to ? t('habits.cycle.day', { from }) : t('habits.cycle.days', { from, to })
      }),
    [histogram, t],
  )
  const series = useMemo(
    () => [{ name: t('habits.file.gaps'), kind: 'bars' as const, values: histogram.map(({ count }) => count) }],
    [histogram, t],
  )
  if (gaps === null) return null
  const note = t('behaviour.note.gaps', {
    median: format.decimal(gaps.median, 0),
    lower: format.decimal(gaps.lower25, 0),
    upper: format.decimal(gaps.upper25, 0),
    accounts: format.count(repeatAccounts),
    all: format.count(accounts),
  })
  return (
    <Card title={t('habits.cycle.histogram')} note={note}>
      <SeriesChart
        label={t('habits.cycle.histogram')}
        by={t('habits.file.gapDays')}
        categories={categories}
        series={series}
        write={format.count}
      />
    </Card>
  )
}
