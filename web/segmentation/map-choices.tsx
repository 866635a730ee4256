import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import type { MapColouring } from './map-colourings.ts'
import type { MapLayout } from './prepare-map.ts'
import { toneColour } from './tone-colour.ts'

/** How the map is laid out and coloured, where there is a choice, and what the colours mean. */
export function MapChoices(props: {
  projection: Segmentation['projection']
  layout: MapLayout
  onLayout: (layout: MapLayout) => void
  colourings: readonly MapColouring[]
  colouring: MapColouring
  onColouring: (id: string) => void
}) {
  const { t } = useReader()
  const { projection, layout, onLayout, colourings, colouring, onColouring } = props
  return (
    <div className="vf-bar-row vf-filters">
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
      {colourings.length > 1 && (
        <label className="vf-map-colour">
          <span>{t('segmentation.section.map.colour')}</span>
          <select value={colouring.id} onChange={(event) => onColouring(event.target.value)}>
            {colourings.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {colouring.kind === 'scale' && (
        <span className="vf-map-scale" aria-hidden="true">
          {t('segmentation.section.map.low')}
          {[1, 2, 3, 4, 5].map((tone) => (
            <i key={tone} style={{ background: toneColour('scale', tone) }} />
          ))}
          {t('segmentation.section.map.high')}
        </span>
      )}
      {colouring.classes.map(({ tone, label }) => (
        <span key={tone} className="vf-map-class">
          <i className="vf-segment-dot" style={{ background: toneColour('class', tone) }} aria-hidden="true" /> {label}
        </span>
      ))}
    </div>
  )
}
