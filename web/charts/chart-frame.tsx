import { BarChart, LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState } from 'react'
import { ChartProbe, type Probe } from './chart-probe.tsx'

use([BarChart, LineChart, GridSimpleComponent, SVGRenderer])

/**
 * A chart that follows its box. Colours are CSS variables, so light, dark and print need no redrawing; the drawing is
 * hidden from screen readers, which read `label` and walk the points through the probe.
 */
export function ChartFrame(props: { label: string; height: number; option: EChartsCoreOption; probe: Probe }) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  useEffect(() => {
    if (box.current === null) return
    const made = init(box.current, null, { renderer: 'svg' })
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(box.current)
    setChart(made)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => chart?.setOption(props.option, { notMerge: true }), [chart, props.option])
  return (
    <div className="vf-chart" style={{ height: props.height }}>
      <div className="vf-chart-drawing" ref={box} aria-hidden="true" />
      {chart !== null && <ChartProbe chart={chart} label={props.label} probe={props.probe} />}
    </div>
  )
}
