import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import type { MapColour, MapLayout } from './prepare-map.ts'

/** How the map is laid out and coloured, where there is a choice. */
export function MapChoices(props: {
  projection: Segmentation['projection']
  layout: MapLayout
  onLayout: (layout: MapLayout) => void
  colour: MapColour
  onColour: (colour: MapColour) => void
}) {
  const { t } = useReader()
  const { projection, layout, onLayout, colour, onColour } = props
  return (
    <div className="vf-bar-row">
      {projection.u !== null && (
        <SegmentedControl
          label={t('segmentation.section.map.layout')}
          value={layout}
          onChange={onLayout}
          options={(['pca', 'umap'] as const).map((value) => ({
            value,
            label: t(`segmentation.section.map.${value}`),
          }))}
        />
      )}
      {projection.amounts !== null && (
        <SegmentedControl
          label={t('segmentation.section.map.colour')}
          value={colour}
          onChange={onColour}
          options={[
            { value: 'cluster', label: t('segmentation.section.map.byCluster') },
            { value: 'amount', label: t('segmentation.section.map.byAmount') },
          ]}
        />
      )}
    </div>
  )
}
