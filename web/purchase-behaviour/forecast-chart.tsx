import { useMemo } from 'react'
import type { SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { type ForecastPoint, prepareForecast } from './prepare-forecast.ts'

/** Sales of the last two years and what is to come, with the limits that hold four outcomes of five. */
export function ForecastChart(props: { forecast: SalesForecast }) {
  const reader = useReader()
  const { t, format } = reader
  const { forecast } = props
  const points = useMemo(() => prepareForecast(forecast), [forecast])
  const option = useMemo(() => optionOf(points, reader), [points, reader])
  const probe = useMemo(() => probeOf(points, reader), [points, reader])
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span className="vf-legend-unit">{format.unit}</span>
        <span className="vf-habit-key vf-habit-key-seen">{t('behaviour.report.forecast.seen')}</span>
        <span className="vf-habit-key vf-habit-key-1">
          {t('behaviour.column.expectedAmount')} · {t('behaviour.column.limits80')}
        </span>
      </div>
      <ChartFrame label={t('behaviour.report.forecast.title')} height={280} option={option} probe={probe} />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[
          t('behaviour.column.month'),
          `${t('behaviour.report.forecast.seen')} (${format.unit})`,
          `${t('behaviour.column.expectedAmount')} (${format.unit})`,
          t('behaviour.column.limits80'),
        ]}
        rows={points.map((point) => [
          format.month(point.month),
          format.amount(point.seen),
          point.lower80 === null ? '' : format.amount(point.mean),
          point.lower80 === null ? '' : `${format.amount(point.lower80)} – ${format.amount(point.upper80)}`,
        ])}
      />
    </>
  )
}

function optionOf(points: readonly ForecastPoint[], { format }: Reader) {
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: {
      type: 'category',
      data: points.map(({ month }) => format.month(month)),
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...quietAxis,
      axisLine: { show: false },
      splitNumber: 4,
      axisLabel: { ...quietAxis.axisLabel, formatter: format.axis },
    },
    series: [
      {
        ...stillLine,
        data: points.map(({ seen }) => seen ?? '-'),
        lineStyle: { color: chartColour.ink, width: 2 },
      },
      {
        ...stillLine,
        data: points.map(({ mean }) => mean ?? '-'),
        lineStyle: { color: chartColour.second, width: 2, type: 'dashed' },
      },
      {
        ...stillLine,
        // One line drawn in pieces: each from the lower to the upper limit of its month.
        data: points.flatMap(({ lower80, upper80 }, index) =>
          lower80 === null
            ? []
            : [
                [index, lower80],
                [index, upper80],
                ['-', '-'],
              ],
        ),
        connectNulls: false,
        symbol: 'rect',
        symbolSize: [7, 1.5],
        showAllSymbol: true,
        itemStyle: { color: chartColour.second },
        lineStyle: { color: chartColour.second, width: 1.5 },
      },
    ],
  }
}

function probeOf(points: readonly ForecastPoint[], { t, format }: Reader) {
  const last = points.length - 1
  return {
    count: points.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, points[index]?.mean ?? points[index]?.seen ?? 0],
    describe: (index: number) => {
      const point = points[index]
      if (point === undefined) return { title: '', lines: [] }
      const isSeen = point.seen !== null
      const name = isSeen ? t('behaviour.report.forecast.seen') : t('behaviour.column.expectedAmount')
      const tone = isSeen ? chartColour.ink : chartColour.second
      const limits = {
        name: t('behaviour.column.limits80'),
        value: `${format.money(point.lower80)} – ${format.money(point.upper80)}`,
        tone: chartColour.label,
      }
      return {
        title: format.month(point.month),
        lines: [{ name, value: format.money(point.seen ?? point.mean), tone }, ...(isSeen ? [] : [limits])],
      }
    },
  }
}
