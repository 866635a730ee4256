import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import type { ChurnMonths } from './prepare-churn-months.ts'

type Points = ChurnMonths['points']

/** The share of accounts that left, month by month, with how sure each share is. */
export function ChurnMonthsChart(props: { points: Points }) {
  const reader = useReader()
  const { t, format } = reader
  const { points } = props
  const option = useMemo(() => monthsOption(points, reader), [points, reader])
  const probe = useMemo(() => monthsProbe(points, reader), [points, reader])
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span className="vf-key vf-key-warn">{t('report.churn.rate')}</span>
        <span className="vf-key vf-key-of" style={{ '--key-colour': chartColour.ink }}>
          {t('report.churn.interval')}
        </span>
      </div>
      <ChartFrame label={t('report.churn.months.label')} height={280} option={option} probe={probe} />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[
          t('report.trend.month'),
          t('report.churn.rate'),
          t('report.churn.interval'),
          t('report.churn.left'),
          t('report.churn.accounts'),
          t('report.churn.returned'),
          `${t('report.churn.revenueLost')} (${format.unit})`,
        ]}
        rows={points.map(({ month, rate, returned }) => [
          format.month(month),
          format.percent(rate.rate),
          `${format.percent(rate.lower)} – ${format.percent(rate.upper)}`,
          format.count(rate.left),
          format.count(rate.accounts),
          format.count(returned),
          format.amount(rate.revenueLost),
        ])}
      />
    </>
  )
}

function monthsOption(points: Points, { format }: Reader) {
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
      axisLabel: {
        ...quietAxis.axisLabel,
        formatter: (value: number) => `${String(Number((value * 100).toFixed(2)))}%`,
      },
    },
    series: [
      {
        type: 'bar',
        data: points.map(({ rate }) => (rate.accounts > 0 ? rate.rate : '-')),
        barCategoryGap: '40%',
        barMaxWidth: 32,
        itemStyle: { color: chartColour.second, borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true },
        silent: true,
      },
      {
        ...stillLine,
        // One line drawn in pieces: each from the lower to the upper bound of its month.
        data: points.flatMap(({ rate }, index) => [
          [index, rate.lower],
          [index, rate.upper],
          ['-', '-'],
        ]),
        connectNulls: false,
        symbol: 'rect',
        symbolSize: [7, 1.5],
        showAllSymbol: true,
        itemStyle: { color: chartColour.ink },
        lineStyle: { color: chartColour.ink, width: 1.5 },
        z: 4,
      },
    ],
  }
}

function monthsProbe(points: Points, { t, format }: Reader) {
  const last = points.length - 1
  return {
    count: points.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, points[index]?.rate.upper ?? 0],
    describe: (index: number) => {
      const point = points[index]
      const rate = point?.rate
      return {
        title: point === undefined ? '' : format.month(point.month),
        lines: [
          { name: t('report.churn.rate'), value: format.percent(rate?.rate), tone: chartColour.second },
          {
            name: t('report.churn.interval'),
            value: `${format.percent(rate?.lower)} – ${format.percent(rate?.upper)}`,
            tone: chartColour.label,
          },
          {
            name: t('report.churn.left'),
            value: t('report.churn.leftOf', { left: format.count(rate?.left), accounts: format.count(rate?.accounts) }),
            tone: chartColour.label,
          },
          { name: t('report.churn.revenueLost'), value: format.money(rate?.revenueLost), tone: chartColour.label },
        ],
      }
    },
  }
}
