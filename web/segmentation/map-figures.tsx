import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { useReader } from '../design/reader.tsx'
import type { MapLayout } from './prepare-map.ts'
import type { ClusterNames } from './segmentation-result.tsx'
import { valueWords } from './value-words.ts'

/** The map in figures: where the clusters lie on it, and what its axes are made of. */
export function MapFigures(props: { detail: SegmentationDetail; names: ClusterNames; layout: MapLayout }) {
  const { t, format } = useReader()
  const { detail, names, layout } = props
  const { projection, features } = detail.segmentation
  const [xs, ys] = layout === 'umap' ? [projection.u ?? [], projection.v ?? []] : [projection.x, projection.y]
  const axes = projection.axes.map(({ explained }, index) =>
    t('segments.map.axis', { number: index + 1, share: format.percent(explained, 0) }),
  )
  const titleOf = (name: string): string => features.find((feature) => feature.name === name)?.title ?? name
  const clusters = [...names].map(([cluster, name]) => {
    const places = projection.clusters.flatMap((one, place) => (one === cluster ? [place] : []))
    const mean = (values: readonly number[]): string =>
      format.decimal(places.reduce((sum, place) => sum + (values[place] ?? 0), 0) / places.length, 2)
    return [`${cluster} ${name}`, format.count(places.length), mean(xs), mean(ys)]
  })
  const loadings = projection.axes[0]?.loadings ?? []
  return (
    <>
      <FiguresBehind
        label={t('segments.map.centres')}
        headers={[t('segmentation.section.group'), t('segments.map.points'), 'x', 'y']}
        rows={clusters}
      />
      <FiguresBehind
        label={`${t('segments.map.loadings')} · ${t('segments.map.loadingsNote')}`}
        headers={[t('segments.form.features'), ...axes]}
        rows={loadings.map(({ feature, value }, index) => [
          value === null ? titleOf(feature) : `${titleOf(feature)}: ${valueWords(feature, { value, t })}`,
          ...projection.axes.map((axis) => format.decimal(axis.loadings[index]?.loading, 2)),
        ])}
      />
    </>
  )
}
