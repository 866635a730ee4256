import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { type AccountStanding, SegmentMap } from './segment-map.tsx'

/** The map of accounts, and how much of the differences it can show. */
export function MapCard(props: {
  segmentation: Segmentation
  accounts: readonly AccountStanding[]
  tiers: readonly string[]
}) {
  const { t, format } = useReader()
  const { segmentation, accounts, tiers } = props
  const { projection, accounts: all } = segmentation
  const explained = projection.axes.reduce((sum, axis) => sum + axis.explained, 0)
  const note = t('segmentation.section.map.note', { share: format.percent(explained, 0) })
  const count = projection.accounts.length
  const part = t('segmentation.section.map.shown', { count, all: format.count(all) })
  return (
    <Card title={t('segmentation.section.map.title')} note={count < all ? `${note} ${part}` : note}>
      <SegmentMap segmentation={segmentation} accounts={accounts} tiers={tiers} />
    </Card>
  )
}
