import type { Translate } from '@vitalfew/contract/locale.ts'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { chartBase, chartColour, chartGrid, quietAxis } from '../charts/chart-style.ts'
import type { Formats } from '../design/formats.ts'
import type { MapLayout } from './prepare-map.ts'
import type { ScatterGroup } from './prepare-scatter.ts'

interface Scatter {
  readonly groups: readonly ScatterGroup[]
  readonly layout: MapLayout
  readonly t: Translate
  readonly format: Formats
}

/** The map as the chart takes it: a series per group, in their order. */
export function scatterOption(projection: Segmentation['projection'], { groups, layout, t, format }: Scatter) {
  const isUmap = layout === 'umap' && projection.u !== null && projection.v !== null
  const [xs, ys] = isUmap ? [projection.u ?? [], projection.v ?? []] : [projection.x, projection.y]
  const axis = (number: number) => ({
    type: 'value',
    scale: true,
    ...quietAxis,
    axisLabel: { ...quietAxis.axisLabel, show: !isUmap },
    name: isUmap
      ? `UMAP ${number}`
      : t('segments.map.axis', { number, share: format.percent(projection.axes[number - 1]?.explained, 0) }),
    nameLocation: 'middle',
    nameGap: isUmap ? 8 : 26,
    nameTextStyle: { color: chartColour.label },
  })
  return {
    ...chartBase,
    grid: { ...chartGrid, left: 28, bottom: 24 },
    xAxis: axis(1),
    yAxis: axis(2),
    brush: {
      toolbox: [],
      xAxisIndex: 0,
      throttleType: 'debounce',
      throttleDelay: 120,
      outOfBrush: { opacity: 0.12 },
      brushStyle: { borderWidth: 1.5, color: 'rgba(128, 128, 128, 0.12)', borderColor: chartColour.accent },
    },
    series: groups.map(({ members, tone, symbol }) => ({
      type: 'scatter',
      symbol,
      symbolSize: 7,
      itemStyle: { color: tone, opacity: 0.75 },
      emphasis: { scale: 1.8 },
      data: members.map((place) => [xs[place] ?? 0, ys[place] ?? 0]),
    })),
  }
}
