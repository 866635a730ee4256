import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, quietAxis } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import type { Trend } from './prepare-trend.ts'

export function TrendChart(props: { trend: Trend }) {
  const reader = useReader()
  const { t, format } = reader
  const { trend } = props
  const option = useMemo(() => trendOption(trend, reader), [trend, reader])
  const probe = useMemo(() => trendProbe(trend, reader), [trend, reader])
  const headers = [t('report.trend.month'), `${t('report.trend.revenue')} (${format.unit})`]
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span className="vf-legend-unit">{format.unit}</span>
        <span className="vf-key vf-key-bar">{t('report.trend.revenue')}</span>
        {trend.hasProfit && <span className="vf-key vf-key-line">{t('report.trend.grossProfit')}</span>}
        {trend.points.some((point) => !point.isComplete) && (
          <span className="vf-key vf-key-partial">{t('report.trend.partial')}</span>
        )}
      </div>
      <ChartFrame label={t('report.trend.label')} height={260} option={option} probe={probe} />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={trend.hasProfit ? [...headers, `${t('report.trend.grossProfit')} (${format.unit})`] : headers}
        rows={trend.points.map((point) => [
          format.month(point.month),
          format.amount(point.revenue),
          ...(trend.hasProfit ? [format.amount(point.grossProfit)] : []),
        ])}
      />
    </>
  )
}

function trendOption(trend: Trend, reader: Reader) {
  const { format } = reader
  const bars = trend.points.map((point) => ({
    value: point.revenue ?? '-',
    itemStyle: { opacity: point.isComplete ? 1 : 0.4 },
  }))
  return {
    ...chartBase,
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: trend.points.map((point) => format.month(point.month)),
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...quietAxis,
      axisLine: { show: false },
      splitNumber: 4,
      axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => format.axis(value) },
    },
    series: [
      {
        type: 'bar',
        data: bars,
        barCategoryGap: '28%',
        barMaxWidth: 44,
        itemStyle: { color: chartColour.accent, borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true },
        silent: true,
      },
      {
        type: 'line',
        data: trend.points.map((point) => point.grossProfit ?? '-'),
        symbol: 'circle',
        symbolSize: 5,
        itemStyle: { color: chartColour.second },
        lineStyle: { color: chartColour.second, width: 2 },
        emphasis: { disabled: true },
        silent: true,
      },
    ],
  }
}

function trendProbe(trend: Trend, reader: Reader) {
  const { t, format } = reader
  const last = trend.points.length - 1
  return {
    count: trend.points.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, trend.points[index]?.revenue ?? 0],
    describe: (index: number) => {
      const point = trend.points[index]
      const revenue = { name: t('report.trend.revenue'), value: format.money(point?.revenue), tone: chartColour.accent }
      const profit = {
        name: t('report.trend.grossProfit'),
        value: format.money(point?.grossProfit),
        tone: chartColour.second,
      }
      return {
        title: point === undefined ? '' : format.month(point.month),
        lines: trend.hasProfit ? [revenue, profit] : [revenue],
      }
    },
  }
}
