import { useMemo, useState } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import type { Tracking, TrackingPoint } from './prepare-tracking.ts'

type View = 'cumulative' | 'perPeriod'

/** Purchases of all customers as they came and as the model has them; right of the line it had not seen them. */
export function TrackingChart(props: { tracking: Tracking }) {
  const reader = useReader()
  const { t, format } = reader
  const { tracking } = props
  const [view, setView] = useState<View>('cumulative')
  const points = tracking[view]
  const option = useMemo(() => trackingOption(points, { tracking, reader }), [points, tracking, reader])
  const probe = useMemo(() => trackingProbe(points, reader), [points, reader])
  const views = { cumulative: t('report.value.tracking.cumulative'), perPeriod: t('report.value.tracking.perPeriod') }
  return (
    <>
      <div className="vf-chart-head">
        <div className="vf-legend" aria-hidden="true">
          <span className="vf-key vf-key-of" style={{ '--key-colour': chartColour.ink }}>
            {t('report.value.actual')}
          </span>
          <span className="vf-key vf-key-of vf-key-dashed">{t('report.value.forecast')}</span>
        </div>
        <SegmentedControl
          label={t('report.value.tracking.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'cumulative', label: views.cumulative },
            { value: 'perPeriod', label: views.perPeriod },
          ]}
        />
      </div>
      <ChartFrame
        label={t('report.value.tracking.label', { view: views[view] })}
        height={280}
        option={option}
        probe={probe}
      />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[
          t('report.value.tracking.period'),
          t('report.value.actual'),
          t('report.value.forecast'),
          `${t('report.value.actual')} (${views.cumulative})`,
          `${t('report.value.forecast')} (${views.cumulative})`,
        ]}
        rows={tracking.perPeriod.map((point, index) => [
          format.day(point.day),
          format.count(point.actual),
          format.decimal(point.expected),
          format.count(tracking.cumulative[index]?.actual),
          format.decimal(tracking.cumulative[index]?.expected),
        ])}
      />
    </>
  )
}

function trackingOption(points: readonly TrackingPoint[], context: { tracking: Tracking; reader: Reader }) {
  const { format } = context.reader
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map(({ day }) => format.month(day)),
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, hideOverlap: true, interval: Math.max(0, Math.ceil(points.length / 6) - 1) },
    },
    yAxis: {
      type: 'value',
      ...quietAxis,
      axisLine: { show: false },
      splitNumber: 4,
      axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => format.count(value) },
    },
    series: [
      ...holdoutLine(points, context),
      {
        ...stillLine,
        data: points.map(({ actual }) => actual),
        lineStyle: { color: chartColour.ink, width: 1.75 },
      },
      {
        ...stillLine,
        data: points.map(({ expected }) => expected),
        lineStyle: { color: chartColour.accent, width: 2, type: 'dashed' },
      },
    ],
  }
}

/** Stands at the first period the model had not seen, with its words on the side that has room. */
function holdoutLine(points: readonly TrackingPoint[], context: { tracking: Tracking; reader: Reader }) {
  const { holdoutIndex } = context.tracking
  if (holdoutIndex === null) return []
  const top = Math.max(...points.map(({ actual, expected }) => Math.max(actual, expected)))
  const isRight = holdoutIndex < points.length * 0.6
  return [
    {
      ...stillLine,
      data: [
        [holdoutIndex, 0],
        {
          value: [holdoutIndex, top],
          symbol: 'circle',
          symbolSize: 0.1,
          label: {
            show: true,
            formatter: context.reader.t('report.value.tracking.unseen'),
            position: isRight ? 'right' : 'left',
            color: chartColour.second,
            fontSize: 12,
            fontWeight: 600,
          },
        },
      ],
      // Otherwise a category axis shows symbols, and the words beside them, only where it has a label.
      showAllSymbol: true,
      lineStyle: { color: chartColour.second, width: 1.5, type: 'dotted' },
    },
  ]
}

function trackingProbe(points: readonly TrackingPoint[], { t, format }: Reader) {
  const last = points.length - 1
  return {
    count: points.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, points[index]?.actual ?? 0],
    describe: (index: number) => {
      const point = points[index]
      return {
        title: t('report.value.tracking.from', { day: format.day(point?.day ?? null) }),
        lines: [
          { name: t('report.value.actual'), value: format.count(point?.actual), tone: chartColour.ink },
          { name: t('report.value.forecast'), value: format.decimal(point?.expected), tone: chartColour.accent },
        ],
      }
    },
  }
}
