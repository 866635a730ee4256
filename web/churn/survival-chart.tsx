import { useMemo } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, seriesTones, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import type { Survival, SurvivalLine } from './prepare-survival.ts'

/** How many accounts are still there so many months after they began. A single curve is drawn with its band. */
export function SurvivalChart(props: { survival: Survival; nameOf: (group: string) => string }) {
  const reader = useReader()
  const { t, format } = reader
  const { survival, nameOf } = props
  const option = useMemo(() => survivalOption(survival, reader), [survival, reader])
  const probe = useMemo(() => survivalProbe(survival, { reader, nameOf }), [survival, reader, nameOf])
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        {survival.lines.length === 1 ? (
          <>
            <span className="vf-key vf-key-of">{t('report.churn.survival.share')}</span>
            <span className="vf-key vf-key-band">{t('report.churn.interval')}</span>
          </>
        ) : (
          survival.lines.map((line, index) => (
            <span
              key={line.group}
              className={`vf-key vf-key-of ${index === 0 ? '' : 'vf-key-dashed'}`}
              style={{ '--key-colour': toneOf(index).colour }}
            >
              {nameOf(line.group)}
            </span>
          ))
        )}
      </div>
      <ChartFrame label={t('report.churn.survival.label')} height={280} option={option} probe={probe} />
      <p className="vf-axis-name" aria-hidden="true">
        {t('report.churn.survival.horizontal')}
      </p>
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[t('report.churn.survival.month'), ...survival.lines.map((line) => nameOf(line.group))]}
        rows={survival.months.map((month, index) => [
          format.count(month),
          ...survival.lines.map((line) => format.percent(line.survival[index]?.value)),
        ])}
      />
    </>
  )
}

function toneOf(index: number): (typeof seriesTones)[number] {
  return seriesTones[index % seriesTones.length] ?? seriesTones[0]
}

function survivalOption(survival: Survival, { format }: Reader) {
  const { months, lines } = survival
  const [only] = lines
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: months.map((month) => format.count(month)),
      ...quietAxis,
      axisLabel: { ...quietAxis.axisLabel, hideOverlap: true, interval: (index: number) => isLabelled(months, index) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      ...quietAxis,
      axisLine: { show: false },
      axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => format.percent(value, 0) },
    },
    series: [
      halfLine(months),
      ...(lines.length === 1 && only !== undefined ? band(only) : []),
      ...lines.map((line, index) => ({
        ...stillLine,
        step: 'end',
        data: line.survival.map((point) => point?.value ?? '-'),
        lineStyle: {
          color: toneOf(index).colour,
          width: 2.25,
          type: lines.length === 1 ? 'solid' : toneOf(index).dash,
        },
        z: 4,
      })),
    ],
  }
}

/** Whole years are labelled, or whole quarters where there is little time. */
function isLabelled(months: readonly number[], index: number): boolean {
  const last = months.at(-1) ?? 0
  const every = last <= 18 ? 3 : last <= 36 ? 6 : last <= 84 ? 12 : 24
  return (months[index] ?? 0) % every === 0
}

/** Where a curve crosses it, half of the accounts have left. */
function halfLine(months: readonly number[]) {
  return {
    ...stillLine,
    data: months.map(() => 0.5),
    lineStyle: { color: chartColour.label, width: 1, type: 'dotted' },
  }
}

/** The lower bound, unseen, carries the width of the interval. */
function band(line: SurvivalLine) {
  const base = { ...stillLine, step: 'end', stack: 'band', lineStyle: { width: 0, opacity: 0 } }
  return [
    { ...base, data: line.survival.map((point) => point?.lower ?? '-') },
    {
      ...base,
      data: line.survival.map((point) => (point === null ? '-' : point.upper - point.lower)),
      areaStyle: { color: chartColour.accent, opacity: 0.18 },
    },
  ]
}

function survivalProbe(survival: Survival, words: { reader: Reader; nameOf: (group: string) => string }) {
  const { t, format } = words.reader
  const { months, lines } = survival
  const last = months.length - 1
  return {
    count: months.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, lines[0]?.survival[index]?.value ?? 0],
    describe: (index: number) => ({
      title: t('report.churn.survival.after', {
        count: months[index] ?? 0,
        months: format.count(months[index]),
      }),
      lines: lines.map((line, place) => {
        const point = line.survival[index] ?? null
        const interval = point === null ? '' : ` (${format.percent(point.lower, 0)}–${format.percent(point.upper, 0)})`
        return {
          name: words.nameOf(line.group),
          value: `${format.percent(point?.value)}${interval}`,
          tone: toneOf(place).colour,
        }
      }),
    }),
  }
}
