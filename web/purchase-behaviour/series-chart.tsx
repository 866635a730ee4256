import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, seriesTones, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader } from '../design/reader.tsx'

interface ChartSeries {
  name: string
  /** null is a gap. */
  values: readonly (number | null)[]
  kind: 'bars' | 'line'
}

interface Drawn {
  label: string
  /** What the categories are: the head of the first column of the table. */
  by: string
  categories: readonly string[]
  series: readonly ChartSeries[]
  write: (value: number | null) => string
  height?: number
}

/** Figures by category as bars or lines, with the table behind them. */
export function SeriesChart(props: Drawn) {
  const { t } = useReader()
  const { label, by, categories, series, write } = props
  const option = useMemo(() => optionOf({ categories, series, write }), [categories, series, write])
  const probe = useMemo(() => probeOf({ categories, series, write }), [categories, series, write])
  return (
    <>
      {series.length > 1 && (
        <div className="vf-legend" aria-hidden="true">
          {series.map(({ name, kind }, at) => (
            <span key={name} className={`vf-habit-key vf-habit-key-${kind} vf-habit-key-${at}`}>
              {name}
            </span>
          ))}
        </div>
      )}
      <ChartFrame label={label} height={props.height ?? 220} option={option} probe={probe} />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[by, ...series.map(({ name }) => name)]}
        rows={categories.map((category, at) => [category, ...series.map(({ values }) => write(values[at] ?? null))])}
      />
    </>
  )
}

type Shown = Pick<Drawn, 'categories' | 'series' | 'write'>

function optionOf({ categories, series, write }: Shown) {
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: {
      type: 'category',
      data: categories,
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...quietAxis,
      axisLine: { show: false },
      splitNumber: 4,
      axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => write(value) },
    },
    series: series.map(({ values, kind }, at) => {
      const tone = seriesTones[at % seriesTones.length] ?? seriesTones[0]
      const data = values.map((value) => value ?? '-')
      if (kind === 'bars')
        return {
          type: 'bar',
          silent: true,
          data,
          barMaxWidth: 36,
          itemStyle: { color: tone.colour },
          emphasis: { disabled: true },
        }
      return { ...stillLine, data, lineStyle: { color: tone.colour, width: 2, type: tone.dash } }
    }),
  }
}

function probeOf({ categories, series, write }: Shown) {
  const last = categories.length - 1
  return {
    count: categories.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, series[0]?.values[index] ?? 0],
    describe: (index: number) => ({
      title: categories[index] ?? '',
      lines: series.map(({ name, values }, at) => ({
        name,
        value: write(values[index] ?? null),
        tone: seriesTones[at % seriesTones.length]?.colour ?? chartColour.accent,
      })),
    }),
  }
}
