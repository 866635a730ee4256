import { useId, useMemo, useState } from 'react'
import type { AliveHistory } from '@vitalfew/contract/customer-value.ts'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { chartBase, chartColour, chartGrid, quietAxis, stillLine } from '../charts/chart-style.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { nearestTime, prepareAliveHistory, type AliveCurve } from './prepare-alive-history.ts'

/** How likely one of the largest accounts was still a customer, day by day, above the days it bought. */
export function AliveChart(props: { histories: readonly AliveHistory[] }) {
  const reader = useReader()
  const { t, format } = reader
  const chooser = useId()
  const [account, setAccount] = useState(props.histories[0]?.account ?? '')
  const history = props.histories.find((entry) => entry.account === account) ?? props.histories[0]
  const curve = useMemo(() => (history === undefined ? null : prepareAliveHistory(history)), [history])
  const option = useMemo(() => (curve === null ? {} : aliveOption(curve, reader)), [curve, reader])
  const probe = useMemo(() => aliveProbe(curve?.points ?? [], reader), [curve, reader])
  if (history === undefined || curve === null) return null
  return (
    <>
      <div className="vf-chart-head">
        <span className="vf-filters">
          <label htmlFor={chooser} className="vf-unseen">
            {t('report.value.alive.choose')}
          </label>
          <select id={chooser} value={history.account} onChange={(event) => setAccount(event.target.value)}>
            {props.histories.map((entry) => (
              <option key={entry.account} value={entry.account}>
                {accountTitle(entry)}
              </option>
            ))}
          </select>
          <span className="vf-alive-now">
            {t('report.value.alive.now', {
              count: curve.purchaseCount,
              purchases: format.count(curve.purchaseCount),
              pAlive: format.percent(curve.now),
            })}
          </span>
        </span>
        <div className="vf-legend" aria-hidden="true">
          <span className="vf-key vf-key-of">{t('report.value.alive.probability')}</span>
          <span className="vf-key vf-key-tick">{t('report.value.alive.purchase')}</span>
        </div>
      </div>
      <ChartFrame
        label={t('report.value.alive.label', { name: accountTitle(history) })}
        height={240}
        option={option}
        probe={probe}
      />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[t('report.value.alive.day'), t('report.value.alive.probability'), t('report.value.alive.purchase')]}
        rows={curve.points.map((point) => [
          format.day(point.day),
          format.percent(point.pAlive),
          point.isPurchase ? t('report.value.alive.bought') : '',
        ])}
      />
    </>
  )
}

function aliveOption(curve: AliveCurve, { format }: Reader) {
  return {
    ...chartBase,
    grid: chartGrid,
    xAxis: {
      type: 'time',
      min: curve.points[0]?.time,
      max: curve.points.at(-1)?.time,
      ...quietAxis,
      splitLine: { show: false },
      splitNumber: 6,
      axisLabel: {
        ...quietAxis.axisLabel,
        hideOverlap: true,
        formatter: (time: number) => format.month(new Date(time).toISOString().slice(0, 10)),
      },
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
      {
        ...stillLine,
        data: curve.points.map(({ time, pAlive }) => [time, pAlive]),
        lineStyle: { color: chartColour.accent, width: 2 },
        areaStyle: { color: chartColour.accent, opacity: 0.08 },
      },
      {
        ...stillLine,
        data: curve.purchases.map((time) => [time, 0]),
        symbol: 'rect',
        symbolSize: [2, 16],
        symbolOffset: [0, -8],
        showAllSymbol: true,
        lineStyle: { width: 0, opacity: 0 },
        itemStyle: { color: chartColour.second },
      },
    ],
  }
}

function aliveProbe(points: AliveCurve['points'], { t, format }: Reader) {
  return {
    count: points.length,
    indexAt: (time: number) => nearestTime(points, time),
    positionOf: (index: number): [number, number] => [points[index]?.time ?? 0, points[index]?.pAlive ?? 0],
    describe: (index: number) => {
      const point = points[index]
      const bought = { name: t('report.value.alive.bought'), value: '', tone: chartColour.second }
      return {
        title: format.day(point?.day ?? null),
        lines: [
          {
            name: t('report.value.alive.probability'),
            value: format.percent(point?.pAlive),
            tone: chartColour.accent,
          },
          ...(point?.isPurchase === true ? [bought] : []),
        ],
      }
    },
  }
}
