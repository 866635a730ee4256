import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useMemo } from 'react'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { prepareTree } from './prepare-tree.ts'
import { segmentColour } from './segment-dot.tsx'

/** The top of the tree of a linkage, coloured where everything below is of one cluster. */
export function TreeCard(props: { dendrogram: NonNullable<Segmentation['dendrogram']> }) {
  const { t, format } = useReader()
  const tree = useMemo(() => prepareTree(props.dendrogram), [props.dendrogram])
  const toneOf = (cluster: number | null): string =>
    cluster === null ? 'var(--vf-line-strong)' : segmentColour(cluster)
  return (
    <Card
      title={t('segments.tree.title')}
      note={t('segments.tree.note', { count: tree.joins.length, joins: tree.joins.length })}
    >
      <div className="vf-segments-picture" tabIndex={0} role="region" aria-label={t('segments.tree.label')}>
        <svg
          className="vf-parallel"
          viewBox={`0 0 ${tree.width} ${tree.height}`}
          role="img"
          aria-label={t('segments.tree.label')}
        >
          {tree.ticks.map(({ y, value }) => (
            <g key={y}>
              <line x1={44} x2={tree.width} y1={y} y2={y} className="vf-tree-tick" />
              <text x={40} y={y} className="vf-tree-value">
                {format.decimal(value)}
              </text>
            </g>
          ))}
          {tree.joins.map(({ path, cluster }, index) => (
            <path key={index} d={path} className="vf-tree-join" style={{ stroke: toneOf(cluster) }} />
          ))}
          {tree.leaves.map(({ x, cluster, accounts }) => (
            <g key={x}>
              <circle cx={x} cy={250} r={3} style={{ fill: segmentColour(cluster) }} />
              <text x={x} y={264} className="vf-tree-leaf">
                {cluster}
              </text>
              <title>{format.count(accounts)}</title>
            </g>
          ))}
        </svg>
      </div>
      <FiguresBehind
        label={t('report.chart.figures')}
        headers={[t('segments.tree.title'), t('segments.tree.height'), t('segments.tree.accounts')]}
        rows={tree.joins.map(({ height, accounts }, index) => [
          t('segments.tree.join', { step: index + 1 }),
          format.decimal(height, 2),
          format.count(accounts),
        ])}
      />
    </Card>
  )
}
