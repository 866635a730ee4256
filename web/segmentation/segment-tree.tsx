import { useMemo } from 'react'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { prepareTree } from './prepare-tree.ts'
import { segmentColour } from './segment-dot.tsx'

const leafBottom = 268

/** How groups of like accounts join, the last joins on top; coloured where everything below is of one group. */
export function SegmentTree(props: { dendrogram: NonNullable<Segmentation['dendrogram']> }) {
  const { t, format } = useReader()
  const tree = useMemo(() => prepareTree(props.dendrogram), [props.dendrogram])
  const toneOf = (cluster: number | null): string =>
    cluster === null ? 'var(--vf-line-strong)' : segmentColour(cluster)
  return (
    <svg
      className="vf-parallel"
      viewBox={`0 0 ${tree.width} ${tree.height}`}
      role="img"
      aria-label={t('segmentation.section.tree.label')}
    >
      {tree.joins.map(({ path, cluster, accounts }, i) => (
        <path key={i} d={path} className="vf-segment-join" style={{ stroke: toneOf(cluster) }}>
          <title>{t('segmentation.section.tree.accounts', { accounts: format.count(accounts) })}</title>
        </path>
      ))}
      {tree.leaves.map(({ x, cluster, accounts }) => (
        <text key={x} x={x} y={leafBottom} className="vf-segment-leaf" style={{ fill: segmentColour(cluster) }}>
          {cluster}
          <title>{t('segmentation.section.tree.accounts', { accounts: format.count(accounts) })}</title>
        </text>
      ))}
    </svg>
  )
}
