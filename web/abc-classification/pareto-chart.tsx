import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, quietAxis } from '../charts/chart-style.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { nearestPoint, type Pareto, type ParetoMark } from './prepare-pareto.ts'

export function ParetoChart(props: { pareto: Pareto; measureName: string }) {
  const reader = useReader()
  const { t } = reader
  const { pareto, measureName } = props
  const option = useMemo(() => paretoOption(pareto, reader), [pareto, reader])
  const probe = useMemo(() => paretoProbe(pareto, { reader, measureName }), [pareto, reader, measureName])
  if (pareto.points.length === 0) return <p className="vf-empty">{t('report.pareto.empty')}</p>
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span>{t('report.pareto.vertical', { measure: measureName })}</span>
      </div>
      <ChartFrame
        label={t('report.pareto.label', { measure: measureName })}
        height={320}
        option={option}
        probe={probe}
      />
      <p className="vf-axis-name" aria-hidden="true">
        {t('report.pareto.horizontal')}
      </p>
    </>
  )
}

function paretoOption(pareto: Pareto, reader: Reader) {
  const percentAxis = {
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.2,
    ...quietAxis,
    axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => reader.format.percent(value, 0) },
  }
  return {
    ...chartBase,
    grid: { left: 4, right: 18, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...percentAxis, splitLine: { show: false } },
    yAxis: { ...percentAxis, axisLine: { show: false } },
    series: [evenLine, ...pareto.marks.map((mark) => cutLine(mark, reader)), curveLine(pareto)],
  }
}

const still = { type: 'line', silent: true, emphasis: { disabled: true }, symbol: 'none' }

/** What the curve would be if all accounts were equal. */
const evenLine = {
  ...still,
  data: [
    [0, 0],
    [1, 1],
  ],
  lineStyle: { color: chartColour.axis, width: 1, type: 'dashed' },
}

function curveLine(pareto: Pareto) {
  return {
    ...still,
    data: pareto.points.map((point) => [point.accounts, point.measure]),
    lineStyle: { color: chartColour.accent, width: 2.5, join: 'round' },
    areaStyle: { color: chartColour.accent, opacity: 0.08 },
    z: 4,
  }
}

/** From the foot to the curve and on to the axis: so many accounts, so much of the measure. */
function cutLine(mark: ParetoMark, reader: Reader) {
  const { t, format } = reader
  const words = t(mark.abc === 'A' ? 'report.pareto.cut' : 'report.pareto.cutBoth', {
    abc: mark.abc,
    count: mark.count,
    accounts: format.count(mark.count),
    share: format.percent(mark.measure),
  })
  return {
    ...still,
    data: [
      { value: [mark.accounts, 0], symbol: 'circle', symbolSize: 0.1, label: footLabel(mark, words) },
      { value: [mark.accounts, mark.measure], symbol: 'circle', symbolSize: 9 },
      [0, mark.measure],
    ],
    itemStyle: { color: chartColour.surface, borderColor: chartColour.accent, borderWidth: 2 },
    lineStyle: { color: chartColour.label, width: 1, type: 'dotted' },
    z: 5,
  }
}

/** At the foot, under the curve, there is always room; two heights keep the two labels apart. */
function footLabel(mark: ParetoMark, words: string) {
  const isRight = mark.accounts <= 0.55
  return {
    show: true,
    formatter: words,
    position: isRight ? 'right' : 'left',
    offset: [isRight ? 4 : -4, mark.abc === 'A' ? -36 : -14],
    color: chartColour.ink,
    fontSize: 12,
    fontWeight: 600,
  }
}

function paretoProbe(pareto: Pareto, words: { reader: Reader; measureName: string }) {
  const { t, format } = words.reader
  return {
    count: pareto.points.length,
    indexAt: (accounts: number) => nearestPoint(pareto.points, accounts),
    positionOf: (index: number): [number, number] => {
      const point = pareto.points[index]
      return [point?.accounts ?? 0, point?.measure ?? 0]
    },
    describe: (index: number) => {
      const point = pareto.points[index] ?? { accounts: 0, measure: 0 }
      const count = Math.round(point.accounts * pareto.total)
      return {
        title: t('report.pareto.first', {
          count,
          accounts: format.count(count),
          share: format.percent(point.accounts),
        }),
        lines: [
          {
            name: t('report.pareto.vertical', { measure: words.measureName }),
            value: format.percent(point.measure),
            tone: chartColour.accent,
          },
        ],
      }
    },
  }
}
