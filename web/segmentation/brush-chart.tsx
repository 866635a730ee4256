import { ScatterChart } from 'echarts/charts'
import { BrushComponent, GridSimpleComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState } from 'react'

register([ScatterChart, BrushComponent, GridSimpleComponent, SVGRenderer])

export type BrushTool = 'point' | 'rect' | 'polygon'

/** A point under the pointer: its series and place there, and where it stands on the drawing, as shares of it. */
export interface Pointed {
  series: number
  place: number
  left: number
  top: number
}

/** A scatter in which points are looked at one by one, or chosen by drawing around them. */
export function BrushChart(props: {
  option: EChartsCoreOption
  height: number
  tool: BrushTool
  /** Goes up when what was drawn is to be wiped away. */
  wipes: number
  onSelect: (places: readonly { series: number; place: number }[]) => void
  onPoint: (pointed: Pointed | null) => void
}) {
  const { box, chart } = useScatter()
  const { option, tool, wipes, onSelect, onPoint } = props
  // A new drawing forgets what the pointer does.
  useEffect(() => {
    chart?.setOption(option, { notMerge: true })
    const brushOption = tool === 'point' ? { brushType: false } : { brushType: tool, brushMode: 'single' }
    chart?.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption })
  }, [chart, tool, option])
  useEffect(() => {
    if (wipes > 0) chart?.dispatchAction({ type: 'brush', areas: [] })
  }, [chart, wipes])
  useEffect(() => {
    if (chart === null) return
    const select = (event: unknown) => {
      const places = brushedPlaces(event)
      if (places !== undefined) onSelect(places)
    }
    const point = (event: PointerOnPoint) => onPoint(pointedAt(chart, event))
    const leave = () => onPoint(null)
    chart.on('brushSelected', select)
    chart.on('mouseover', point)
    chart.on('mouseout', leave)
    return () => {
      chart.off('brushSelected', select)
      chart.off('mouseover', point)
      chart.off('mouseout', leave)
    }
  }, [chart, onSelect, onPoint])
  return <div className="vf-brush" ref={box} style={{ height: props.height }} aria-hidden="true" />
}

/** A chart that follows its box and goes with it. */
function useScatter() {
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
  return { box, chart }
}

interface PointerOnPoint {
  seriesIndex?: number
  dataIndex?: number
  event?: { offsetX: number; offsetY: number }
}

function pointedAt(chart: EChartsType, { seriesIndex, dataIndex, event }: PointerOnPoint): Pointed | null {
  if (seriesIndex === undefined || dataIndex === undefined || event === undefined) return null
  const [left, top] = [event.offsetX / chart.getWidth(), event.offsetY / chart.getHeight()]
  return { series: seriesIndex, place: dataIndex, left, top }
}

/** What the chart says was drawn around; undefined where nothing is drawn, for a new drawing says that too. */
function brushedPlaces(event: unknown): { series: number; place: number }[] | undefined {
  const [batch] = listOf(event, 'batch')
  if (listOf(batch, 'areas').length === 0) return undefined
  return listOf(batch, 'selected').flatMap((entry) => {
    const series = fieldOf(entry, 'seriesIndex')
    return listOf(entry, 'dataIndex').flatMap((place) =>
      typeof series === 'number' && typeof place === 'number' ? [{ series, place }] : [],
    )
  })
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function listOf(value: unknown, name: string): unknown[] {
  const list = fieldOf(value, name)
  return Array.isArray(list) ? list : []
}
