import { useMemo, useState, type PointerEvent } from 'react'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { MapChoices } from './map-choices.tsx'
import { MapReading } from './map-reading.tsx'
import { type MapColour, type MapLayout, nearestPoint, prepareMap } from './prepare-map.ts'
import { segmentColour } from './segment-dot.tsx'

/** Accounts on a plane: near points are alike. Points of one colour are one path, so that thousands stay quick. */
export function SegmentMap(props: { projection: Segmentation['projection'] }) {
  const { t } = useReader()
  const { projection } = props
  const [layout, setLayout] = useState<MapLayout>('pca')
  const [colour, setColour] = useState<MapColour>('cluster')
  const [pointed, setPointed] = useState<number | undefined>()
  const map = useMemo(() => prepareMap(projection, { layout, colour }), [projection, layout, colour])
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = map.width / box.width
    setPointed(nearestPoint(map, { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }))
  }
  const place = map.points.find(({ index }) => index === pointed)
  const toneOf = (tone: number): string => (colour === 'amount' ? `var(--vf-amount-${tone})` : segmentColour(tone))
  return (
    <>
      <MapChoices projection={projection} layout={layout} onLayout={setLayout} colour={colour} onColour={setColour} />
      <div className="vf-segment-map">
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="img"
          aria-label={t('segmentation.section.map.label')}
          onPointerMove={follow}
          onPointerLeave={() => setPointed(undefined)}
        >
          {map.layers.map(({ tone, path }) => (
            <path key={tone} d={path} className="vf-segment-points" style={{ stroke: toneOf(tone) }} />
          ))}
          {map.labels.map(({ cluster, x, y }) => (
            <text key={cluster} x={x} y={y} className="vf-segment-label">
              {cluster}
            </text>
          ))}
          {place !== undefined && <circle cx={place.x} cy={place.y} r={6} className="vf-segment-pointed" />}
        </svg>
        {place !== undefined && (
          <MapReading
            projection={projection}
            index={place.index}
            left={place.x / map.width}
            top={place.y / map.height}
          />
        )}
      </div>
    </>
  )
}
