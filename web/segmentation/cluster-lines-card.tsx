import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useMemo } from 'react'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { type ClusterLines, prepareClusterLines } from './prepare-cluster-lines.ts'
import { SegmentDot, segmentColour } from './segment-dot.tsx'
import type { ClusterNames } from './segmentation-result.tsx'

const width = 640
const height = 280
const top = 14
const bottom = 40
const side = 46

/** Clusters as lines over the features. */
export function ClusterLinesCard(props: { segmentation: Segmentation; names: ClusterNames }) {
  const { t, format } = useReader()
  const { segmentation, names } = props
  const picture = useMemo(() => prepareClusterLines(segmentation), [segmentation])
  const { axes, lines } = picture
  const nameOf = (cluster: number): string => names.get(cluster) ?? String(cluster)
  return (
    <Card title={t('segments.lines.title')} note={t('segments.lines.note')}>
      <ul className="vf-segments-legend">
        {lines.map(({ cluster }) => (
          <li key={cluster}>
            <SegmentDot id={cluster} /> {cluster} {nameOf(cluster)}
          </li>
        ))}
      </ul>
      <LinesPicture picture={picture} />
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[t('segmentation.section.group'), ...axes]}
        rows={lines.map(({ cluster, ranks }) => [
          `${cluster} ${nameOf(cluster)}`,
          ...ranks.map((rank) => format.percent(rank, 0)),
        ])}
      />
    </Card>
  )
}

function LinesPicture(props: { picture: ClusterLines }) {
  const { t } = useReader()
  const { axes, lines } = props.picture
  const step = axes.length > 1 ? (width - 2 * side) / (axes.length - 1) : 0
  const x = (axis: number): number => Math.round(side + axis * step)
  const y = (rank: number): number => Math.round(top + (1 - rank) * (height - top - bottom))
  return (
    <div className="vf-segments-picture" tabIndex={0} role="region" aria-label={t('segments.lines.label')}>
      <svg className="vf-parallel" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('segments.lines.label')}>
        {axes.map((title, axis) => (
          <g key={title}>
            <line x1={x(axis)} x2={x(axis)} y1={top} y2={height - bottom} className="vf-parallel-axis" />
            <text x={x(axis)} y={height - (axis % 2 === 0 ? 22 : 6)} className="vf-parallel-title">
              {title}
            </text>
          </g>
        ))}
        {lines.map(({ cluster, ranks }) => (
          <g key={cluster}>
            <polyline
              className="vf-cluster-line"
              style={{ stroke: segmentColour(cluster) }}
              points={ranks.flatMap((rank, axis) => (rank === null ? [] : [`${x(axis)},${y(rank)}`])).join(' ')}
            />
            {ranks.map(
              (rank, axis) =>
                rank !== null && (
                  <text key={axis} x={x(axis)} y={y(rank)} className="vf-cluster-point">
                    {cluster}
                  </text>
                ),
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
