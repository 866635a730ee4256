import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis } from '../charts/chart-style.ts'
import { useReader, type Reader } from '../design/reader.tsx'

interface Point {
  k: number
  value: number
  isChosen: boolean
}

/** One measure against the number of clusters; the number that was chosen stands out. */
export function EvaluationCurve(props: { points: readonly Point[]; label: string }) {
  const reader = useReader()
  const { points, label } = props
  const option = useMemo(() => curveOption(points), [points])
  const probe = useMemo(() => curveProbe(points, { label, reader }), [points, label, reader])
  return <ChartFrame label={label} height={220} option={option} probe={probe} />
}

function curveOption(points: readonly Point[]) {
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: { type: 'category', data: points.map(({ k }) => String(k)), ...quietAxis },
    yAxis: { type: 'value', scale: true, splitNumber: 4, ...quietAxis, axisLine: { show: false } },
    series: [
      {
        type: 'line',
        silent: true,
        emphasis: { disabled: true },
        symbol: 'circle',
        lineStyle: { color: chartColour.accent, width: 2 },
        data: points.map(({ value, isChosen }) => ({
          value,
          symbolSize: isChosen ? 13 : 6,
          itemStyle: { color: isChosen ? chartColour.second : chartColour.accent },
        })),
      },
    ],
  }
}

function curveProbe(points: readonly Point[], { label, reader }: { label: string; reader: Reader }) {
  const { t, format } = reader
  return {
    count: points.length,
    indexAt: (index: number) => Math.max(0, Math.min(points.length - 1, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, points[index]?.value ?? 0],
    describe: (index: number) => ({
      title: `${t('segmentation.section.evaluation.k')} ${points[index]?.k ?? ''}`,
      lines: [{ name: label, value: format.decimal(points[index]?.value, 3), tone: chartColour.accent }],
    }),
  }
}
