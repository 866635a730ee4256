import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, quietAxis, stillLine } from '../charts/chart-style.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import type { Periods } from './prepare-periods.ts'

/** Sales of one account over time: a bar for each period, paler while it has not ended, and its profit as a line. */
export function PeriodsChart(props: { periods: Periods }) {
  const reader = useReader()
  const { t, format } = reader
  const { periods } = props
  const option = useMemo(() => periodsOption(periods, reader), [periods, reader])
  const probe = useMemo(() => periodsProbe(periods, reader), [periods, reader])
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span className="vf-legend-unit">{format.unit}</span>
        <span className="vf-key vf-key-bar">{t('report.trend.revenue')}</span>
        {periods.hasProfit && <span className="vf-key vf-key-line">{t('report.trend.grossProfit')}</span>}
        {periods.lines.some((line) => !line.isComplete) && (
          <span className="vf-key vf-key-partial">{t('app.account.partialPeriod')}</span>
        )}
      </div>
      <ChartFrame label={t('app.account.times')} height={240} option={option} probe={probe} />
    </>
  )
}

function periodsOption({ lines, hasProfit }: Periods, { format }: Reader) {
  const bar = {
    type: 'bar',
    data: lines.map((line) => ({ value: line.netRevenue, itemStyle: { opacity: line.isComplete ? 1 : 0.4 } })),
    barCategoryGap: '28%',
    barMaxWidth: 44,
    itemStyle: { color: chartColour.accent, borderRadius: [2, 2, 0, 0] },
    emphasis: { disabled: true },
    silent: true,
  }
  const profit = {
    ...stillLine,
    symbol: 'circle',
    symbolSize: 5,
    data: lines.map((line) => line.grossProfit ?? '-'),
    itemStyle: { color: chartColour.second },
    lineStyle: { color: chartColour.second, width: 2 },
  }
  return {
    ...chartBase,
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: lines.map(({ name }) => name),
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
    series: hasProfit ? [bar, profit] : [bar],
  }
}

function periodsProbe({ lines, hasProfit }: Periods, { t, format }: Reader) {
  const last = lines.length - 1
  return {
    count: lines.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, lines[index]?.netRevenue ?? 0],
    describe: (index: number) => {
      const line = lines[index]
      const revenue = {
        name: t('report.trend.revenue'),
        value: format.money(line?.netRevenue),
        tone: chartColour.accent,
      }
      const profit = {
        name: t('report.trend.grossProfit'),
        value: format.money(line?.grossProfit),
        tone: chartColour.second,
      }
      return { title: line?.name ?? '', lines: hasProfit ? [revenue, profit] : [revenue] }
    },
  }
}
