import { useState } from 'react'
import type { PurchaseForecast } from '@vitalfew/contract/purchase-trends.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { comparisonVerdict } from './comparison-verdict.ts'
import { ForecastChart } from './forecast-chart.tsx'

/** What is to come, for the whole or one of its largest parts, and how such forecasts did on the past. */
export function ForecastCard(props: { forecast: PurchaseForecast }) {
  const { t, format } = useReader()
  const { series, comparison } = props.forecast
  const names = series.map((item) => item.names.join(' · ') || t('behaviour.whole'))
  const [chosen, setChosen] = useState(names[0] ?? '')
  const shown = series[Math.max(0, names.indexOf(chosen))]
  if (shown === undefined) return null
  const { verdict, saved } = comparisonVerdict(comparison)
  const note = t(`behaviour.note.comparison.${verdict}`, {
    series: format.count(comparison.series),
    better: format.count(comparison.better),
    saved: format.percent(saved),
  })
  return (
    <Card title={t('behaviour.report.forecast.title')} note={note}>
      {series.length > 1 && (
        <SegmentedControl
          label={t('behaviour.column.series')}
          value={chosen}
          onChange={setChosen}
          options={names.slice(0, 6).map((name) => ({ value: name, label: name }))}
        />
      )}
      <ForecastChart forecast={shown} />
    </Card>
  )
}
