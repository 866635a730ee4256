import { useMemo, useState } from 'react'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { MapChoices } from './map-choices.tsx'
import { mapColourings } from './map-colourings.ts'
import { type MapLayout, prepareMap } from './prepare-map.ts'
import { SegmentPicture } from './segment-picture.tsx'
import { useColouringWords } from './use-colouring-words.ts'

/** What the map may be coloured by beside what the segmentation tells. */
export type AccountStanding = Pick<AccountRow, 'account' | 'tier' | 'abcClass'>

/** Accounts on a plane, near points alike, coloured by whatever is known of them. */
export function SegmentMap(props: {
  segmentation: Pick<Segmentation, 'projection' | 'features'>
  accounts: readonly AccountStanding[]
  tiers: readonly string[]
}) {
  const { segmentation, accounts, tiers } = props
  const { projection } = segmentation
  const words = useColouringWords(tiers)
  const colourings = useMemo(() => {
    const standing = new Map(accounts.map(({ account, tier, abcClass }) => [account, { tier, abc: abcClass }]))
    return mapColourings(segmentation, { standing, words })
  }, [segmentation, accounts, words])
  const [layout, setLayout] = useState<MapLayout>('pca')
  const [chosen, setChosen] = useState('cluster')
  const colouring = colourings.find(({ id }) => id === chosen) ?? colourings[0] ?? noColouring
  const map = useMemo(() => prepareMap(projection, { layout, tones: colouring.tones }), [projection, layout, colouring])
  return (
    <>
      <MapChoices
        projection={projection}
        layout={layout}
        onLayout={setLayout}
        colourings={colourings}
        colouring={colouring}
        onColouring={setChosen}
      />
      <SegmentPicture projection={projection} map={map} kind={colouring.kind} />
    </>
  )
}

const noColouring = { id: 'cluster', label: '', kind: 'group' as const, tones: [], classes: [] }
