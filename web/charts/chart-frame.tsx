import { BarChart, LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../design/printing.tsx'
import { ChartProbe, type Probe } from './chart-probe.tsx'

register([BarChart, LineChart, GridSimpleComponent, SVGRenderer])

/** Width of the text on an A4 page less the padding of a card; the drawing scales from there. */
const paperWidth = 640

/**
 * A chart that follows its box. Colours are CSS variables, so light, dark and print need no redrawing; the drawing is
 * hidden from screen readers, which read `label` and walk the points through the probe.
 */
export function ChartFrame(props: { label: string; height: number; option: EChartsCoreOption; probe: Probe }) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const isPrinting = usePrinting()
  useEffect(() => {
    if (box.current === null) return
    const made = init(box.current, null, { renderer: 'svg' })
    // On paper the drawing is scaled, not laid out again.
    const observer = new ResizeObserver(() => window.matchMedia('print').matches || made.resize())
    observer.observe(box.current)
    setChart(made)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => chart?.setOption(props.option, { notMerge: true }), [chart, props.option])
  useLayoutEffect(() => {
    if (!isPrinting || chart === null) return
    chart.resize({ width: paperWidth, height: props.height })
    chart.getZr().flush()
    scalable(chart)
    return () => {
      chart.getDom().querySelector('svg')?.removeAttribute('viewBox')
      chart.resize({ width: 'auto', height: 'auto' })
    }
  }, [chart, isPrinting, props.height])
  return (
    <div className="vf-chart" style={{ minHeight: props.height }}>
      <div className="vf-chart-drawing" ref={box} aria-hidden="true" />
      {chart !== null && <ChartProbe chart={chart} label={props.label} probe={props.probe} />}
    </div>
  )
}

/** Lets the drawing shrink or grow with the paper. */
function scalable(chart: EChartsType): void {
  const drawing = chart.getDom().querySelector('svg')
  drawing?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`)
}
