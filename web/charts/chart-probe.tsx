import type { EChartsType } from 'echarts/core'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { steppedIndex } from './stepped-index.ts'

/** What a chart can tell about each of its points. */
export interface Probe {
  count: number
  /** The point nearest to a position on the horizontal axis (a category's index, or a value). */
  indexAt: (axisValue: number) => number
  /** Where a point stands on the axes. */
  positionOf: (index: number) => [number, number]
  describe: (index: number) => { title: string; lines: { name: string; value: string; tone: string }[] }
}

/**
 * Reads a chart point by point: with the pointer, and with the arrow keys. It behaves as a slider so that screen
 * readers say the point. The words are React text, so a hostile name in them stays text.
 */
export function ChartProbe(props: { chart: EChartsType; label: string; probe: Probe }) {
  const { chart, probe } = props
  const [index, setIndex] = useState<number | null>(null)
  useEffect(() => {
    const surface = chart.getZr()
    const follow = (event: { offsetX: number; offsetY: number }) => {
      const place = [event.offsetX, event.offsetY]
      if (!chart.containPixel('grid', place)) return setIndex(null)
      setIndex(probe.indexAt(axisValueAt(chart, place)))
    }
    const leave = () => setIndex(null)
    surface.on('mousemove', follow)
    surface.on('click', follow)
    surface.on('globalout', leave)
    return () => {
      surface.off('mousemove', follow)
      surface.off('click', follow)
      surface.off('globalout', leave)
    }
  }, [chart, probe])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = steppedIndex(index, { key: event.key, count: probe.count })
    if (next === undefined) return
    event.preventDefault()
    setIndex(next)
  }
  const described = index === null || index >= probe.count ? null : probe.describe(index)
  const spoken =
    described && `${described.title}: ${described.lines.map((line) => `${line.name} ${line.value}`).join(', ')}`
  return (
    <div
      className="vf-probe"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={1}
      aria-valuemax={probe.count}
      aria-valuenow={(index ?? 0) + 1}
      aria-valuetext={spoken ?? props.label}
      onKeyDown={onKeyDown}
      onBlur={() => setIndex(null)}
    >
      {described !== null && index !== null && <Reading chart={chart} place={probe.positionOf(index)} {...described} />}
    </div>
  )
}

function Reading(props: { chart: EChartsType; place: [number, number] } & ReturnType<Probe['describe']>) {
  const [x = 0, y = 0] = pixelsOf(props.chart, props.place)
  const isRight = x > props.chart.getWidth() * 0.6
  return (
    <>
      <div className="vf-probe-line" style={{ left: x }} />
      <div
        className={`vf-reading ${isRight ? 'vf-reading-left' : ''}`}
        style={{ left: x, top: Math.max(0, Math.min(y, props.chart.getHeight() - 110)) }}
      >
        <strong>{props.title}</strong>
        {props.lines.map((line) => (
          <div key={line.name} className="vf-reading-line">
            <i style={{ background: line.tone }} />
            <span>{line.name}</span>
            <b>{line.value}</b>
          </div>
        ))}
      </div>
    </>
  )
}

function pixelsOf(chart: EChartsType, place: [number, number]): number[] {
  const pixels = chart.convertToPixel('grid', place)
  return Array.isArray(pixels) ? pixels : [pixels]
}

function axisValueAt(chart: EChartsType, place: number[]): number {
  const values = chart.convertFromPixel('grid', place)
  return Array.isArray(values) ? (values[0] ?? 0) : values
}
