import { useMemo } from 'react'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { prepareParallel } from './prepare-parallel.ts'
import { segmentColour } from './segment-dot.tsx'

/** Accounts as lines over their features. */
export function ParallelPlot(props: { segmentation: Segmentation }) {
  const { t } = useReader()
  const plot = useMemo(() => prepareParallel(props.segmentation), [props.segmentation])
  return (
    <svg
      className="vf-parallel"
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      role="img"
      aria-label={t('segmentation.section.parallel.label')}
    >
      {plot.axes.map(({ title, x }) => (
        <g key={title}>
          <line x1={x} x2={x} y1={12} y2={plot.height - 34} className="vf-parallel-axis" />
          <text x={x} y={plot.height - 14} className="vf-parallel-title">
            {title}
          </text>
        </g>
      ))}
      {plot.lines.map(({ cluster, path }, i) => (
        <path key={i} d={path} className="vf-parallel-line" style={{ stroke: segmentColour(cluster) }} />
      ))}
    </svg>
  )
}
