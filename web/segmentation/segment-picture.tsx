import { useState, type PointerEvent } from 'react'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import type { MapColouring } from './map-colourings.ts'
import { MapReading } from './map-reading.tsx'
import { nearestPoint, type SegmentMap } from './prepare-map.ts'
import { toneColour } from './tone-colour.ts'

/** The points of the map, and who the one under the pointer is. Points of one colour are one path, so that thousands stay quick. */
export function SegmentPicture(props: {
  projection: Segmentation['projection']
  map: SegmentMap
  kind: MapColouring['kind']
}) {
  const { t } = useReader()
  const { projection, map, kind } = props
  const [pointed, setPointed] = useState<number | undefined>()
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = map.width / box.width
    setPointed(nearestPoint(map, { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }))
  }
  const place = map.points.find(({ index }) => index === pointed)
  return (
    <div className="vf-segment-map">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={t('segmentation.section.map.label')}
        onPointerMove={follow}
        onPointerLeave={() => setPointed(undefined)}
      >
        {map.layers.map(({ tone, path }) => (
          <path key={tone} d={path} className="vf-segment-points" style={{ stroke: toneColour(kind, tone) }} />
        ))}
        {map.labels.map(({ cluster, x, y }) => (
          <text key={cluster} x={x} y={y} className="vf-segment-label">
            {cluster}
          </text>
        ))}
        {place !== undefined && <circle cx={place.x} cy={place.y} r={6} className="vf-segment-pointed" />}
      </svg>
      {place !== undefined && (
        <MapReading projection={projection} index={place.index} left={place.x / map.width} top={place.y / map.height} />
      )}
    </div>
  )
}
