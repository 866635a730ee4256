import { useMemo } from 'react'
import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'

type Deciles = CustomerValue['calibration']

/** Tenths of the customers by forecast: what was said of them beside what they did. */
export function CalibrationChart(props: { deciles: Deciles }) {
  const reader = useReader()
  const { t, format } = reader
  const { deciles } = props
  const option = useMemo(() => calibrationOption(deciles, reader), [deciles, reader])
  const probe = useMemo(() => calibrationProbe(deciles, reader), [deciles, reader])
  return (
    <>
      <div className="vf-legend" aria-hidden="true">
        <span className="vf-legend-unit">{t('report.value.calibration.vertical')}</span>
        <span className="vf-key">{t('report.value.forecast')}</span>
        <span className="vf-key vf-key-ink">{t('report.value.actual')}</span>
      </div>
      <ChartFrame label={t('report.value.calibration.label')} height={280} option={option} probe={probe} />
      <p className="vf-axis-name" aria-hidden="true">
        {t('report.value.calibration.horizontal')}
      </p>
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[
          t('report.value.calibration.decile'),
          t('report.value.calibration.customers'),
          t('report.value.forecast'),
          t('report.value.actual'),
        ]}
        rows={deciles.map((decile) => [
          format.count(decile.decile),
          format.count(decile.customers),
          format.decimal(decile.expected, 2),
          format.decimal(decile.actual, 2),
        ])}
      />
    </>
  )
}

function calibrationOption(deciles: Deciles, { format }: Reader) {
  const bars = { type: 'bar', silent: true, emphasis: { disabled: true }, barGap: '10%', barCategoryGap: '30%' }
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: { type: 'category', data: deciles.map(({ decile }) => format.count(decile)), ...quietAxis },
    yAxis: {
      type: 'value',
      ...quietAxis,
      axisLine: { show: false },
      splitNumber: 4,
      axisLabel: { ...quietAxis.axisLabel, formatter: (value: number) => String(value) },
    },
    series: [
      {
        ...bars,
        data: deciles.map(({ expected }) => expected),
        itemStyle: { color: chartColour.accent, borderRadius: [2, 2, 0, 0] },
      },
      {
        ...bars,
        data: deciles.map(({ actual }) => actual),
        itemStyle: { color: chartColour.ink, borderRadius: [2, 2, 0, 0] },
      },
    ],
  }
}

function calibrationProbe(deciles: Deciles, { t, format }: Reader) {
  const last = deciles.length - 1
  return {
    count: deciles.length,
    indexAt: (index: number) => Math.max(0, Math.min(last, Math.round(index))),
    positionOf: (index: number): [number, number] => [index, deciles[index]?.actual ?? 0],
    describe: (index: number) => {
      const decile = deciles[index]
      return {
        title: t('report.value.calibration.group', {
          count: decile?.customers ?? 0,
          decile: format.count(decile?.decile),
          customers: format.count(decile?.customers),
        }),
        lines: [
          { name: t('report.value.forecast'), value: format.decimal(decile?.expected, 2), tone: chartColour.accent },
          { name: t('report.value.actual'), value: format.decimal(decile?.actual, 2), tone: chartColour.ink },
        ],
      }
    },
  }
}
