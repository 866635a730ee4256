import { useQuery } from '@tanstack/react-query'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import { useCallback, useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { FaultLine } from '../access/fault-line.tsx'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import type { BrushTool, Pointed } from './brush-chart.tsx'
import { ChosenAccounts } from './chosen-accounts.tsx'
import { MapFigures } from './map-figures.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapReading } from './map-reading.tsx'
import { MapTools } from './map-tools.tsx'
import type { MapLayout } from './prepare-map.ts'
import { scatterGroups } from './prepare-scatter.ts'
import { scatterOption } from './scatter-option.ts'
import type { ClusterNames } from './segmentation-result.tsx'

const height = 460

const BrushChart = lazyChart(async () => (await import('./brush-chart.tsx')).BrushChart, height)

/** Accounts on a plane, coloured by anything that is known of them; what is drawn around is listed below. */
export function BrushMap(props: { detail: SegmentationDetail; names: ClusterNames }) {
  const reader = useReader()
  const { t, format } = reader
  const { detail, names } = props
  const { projection } = detail.segmentation
  const [layout, setLayout] = useState<MapLayout>('pca')
  const [colour, setColour] = useState<AccountField | null>(null)
  const [tool, setTool] = useState<BrushTool>('point')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [wipes, setWipes] = useState(0)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const figures = useQuery({
    ...api.segments.figures.queryOptions({ input: { id: detail.id, field: colour ?? 'tier' }, staleTime: 600_000 }),
    enabled: colour !== null,
  })
  const values = colour === null ? null : (figures.data?.values ?? null)
  const groups = useMemo(() => scatterGroups(projection, values), [projection, values])
  const option = useMemo(
    () => scatterOption(projection, { groups, layout, t, format }),
    [projection, groups, layout, t, format],
  )
  const select = useCallback(
    (places: readonly { series: number; place: number }[]) =>
      setChosen(places.flatMap(({ series, place }) => groups[series]?.members[place] ?? []).toSorted((a, b) => a - b)),
    [groups],
  )
  const wipe = () => {
    setChosen([])
    setWipes(wipes + 1)
  }
  const place = pointed === null ? undefined : groups[pointed.series]?.members[pointed.place]
  return (
    <Card title={t('segments.map.title')} note={mapNotes(detail, { layout, reader })}>
      <MapTools
        hasUmap={projection.u !== null}
        chosen={{ layout, tool, colour }}
        onLayout={setLayout}
        onTool={setTool}
        onColour={setColour}
        onWipe={chosen.length > 0 ? wipe : null}
      />
      <FaultLine fault={colour === null ? null : figures.error} />
      <MapLegend groups={groups} field={colour} names={names} onChoose={setChosen} />
      <div className="vf-brush-map">
        <BrushChart option={option} height={height} tool={tool} wipes={wipes} onSelect={select} onPoint={setPointed} />
        {place !== undefined && pointed !== null && (
          <MapReading projection={projection} index={place} left={pointed.left} top={pointed.top} />
        )}
      </div>
      <MapFigures detail={detail} names={names} layout={layout} />
      <ChosenAccounts detail={detail} names={names} chosen={chosen} />
    </Card>
  )
}

function mapNotes(
  { segmentation }: SegmentationDetail,
  { layout, reader }: { readonly layout: MapLayout; readonly reader: Reader },
): string {
  const { t, format } = reader
  const { projection, accounts } = segmentation
  const explained = projection.axes.reduce((sum, axis) => sum + axis.explained, 0)
  const shown = projection.accounts.length
  return [
    t('segments.map.note'),
    layout === 'pca'
      ? t('segments.map.explained', { share: format.percent(explained, 0) })
      : t('segments.map.umapNote'),
    ...(shown < accounts
      ? [t('segments.map.sample', { all: format.count(accounts), shown: format.count(shown) })]
      : []),
  ].join(' ')
}
