import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { mayAnalyse, useMe } from '../app/session.ts'
import { useReader } from '../design/reader.tsx'
import { segmentParts } from './segments-search.ts'

const StudioPart = lazy(async () => ({ default: (await import('./studio-part.tsx')).StudioPart }))
const SavedPart = lazy(async () => ({ default: (await import('./saved-part.tsx')).SavedPart }))
const ComparePart = lazy(async () => ({ default: (await import('./compare-part.tsx')).ComparePart }))

const route = getRouteApi('/shell/segments')

/** Groups of like accounts: tried, judged, named, saved, compared. Who may not make any sees those that were saved. */
export function SegmentsPage() {
  const { t } = useReader()
  const me = useMe()
  const { part, trial, open } = route.useSearch()
  const navigate = route.useNavigate()
  const parts = mayAnalyse(me) ? segmentParts : (['saved'] as const)
  const current = parts.find((name) => name === part) ?? parts[0]
  const content = {
    studio: (
      <StudioPart trial={trial ?? null} onTrial={(id) => void navigate({ search: { part: 'studio', trial: id } })} />
    ),
    saved: (
      <SavedPart
        open={open ?? null}
        onOpen={(id) => void navigate({ search: id === null ? { part: 'saved' } : { part: 'saved', open: id } })}
      />
    ),
    compare: <ComparePart />,
  }
  return (
    <>
      <PageHead title={t('app.page.segments')} lead={t('segments.page.lead')} />
      {parts.length === 1 ? (
        content.saved
      ) : (
        <PartTabs
          label={t('app.part')}
          names={parts}
          value={current}
          titleOf={(name) => t(`segments.page.part.${name}`)}
          onChange={(chosen) => void navigate({ search: { part: chosen } })}
        >
          {content[current]}
        </PartTabs>
      )}
    </>
  )
}
