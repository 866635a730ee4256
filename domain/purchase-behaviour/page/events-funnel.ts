import type { FunnelWays, WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { namedSegmentations, segmentationTitle } from '../../accounts/index.ts'
import { currentRecordImports } from '../../imports/index.ts'
import { eventStages } from '../funnel/imported/event-stages.query.ts'
import type { EventSegments } from '../funnel/imported/event-trait.ts'
import { eventsNow } from '../funnel/imported/workspace-events.ts'
import { keptAnswer } from './kept-answers.ts'
import type { FunnelSources } from './workspace-funnel.ts'

/** More make no list to choose from. */
const mostListed = 200
/** Where more happens and nobody chooses, the most frequent are the stages. */
const mostRecognised = 30
const stagesOfMany = 12

type Happens = NonNullable<WorkspaceFunnel['happens']>
const Happens = z.array(z.object({ stage: z.string(), events: z.int() }))

/** What happens in the events that were imported, most often first; null where there are none with a time. */
export async function eventsHappened({
  warehouse,
  database,
  productVersion,
}: Pick<FunnelSources, 'warehouse' | 'database' | 'productVersion'>): Promise<Happens | null> {
  const imports = (await currentRecordImports(warehouse, 'events')).map(({ id }) => id)
  if (imports.length === 0) return null
  const asked = { about: 'happens', imports, productVersion }
  const work = () => warehouse.rows(eventStages, { imports, limit: mostListed })
  const happens = Happens.parse(await keptAnswer(database, { runId: 'events', asked }, work))
  return happens.length === 0 ? null : happens
}

/**
 * The funnel of the events that are there now; worked out once for the same events, merges, run and ways.
 *
 * @throws ProductError `segmentation.notFound`
 */
export async function funnelOfEvents(
  viewer: Viewer,
  sources: Pick<FunnelSources, 'warehouse' | 'database' | 'productVersion' | 'answerBehaviour'>,
  { asked, happens }: { readonly asked: FunnelWays; readonly happens: Happens },
): Promise<PurchaseFunnel> {
  const { warehouse, database, productVersion } = sources
  const { order, windowDays, by } = asked
  const segments = asked.segmentation === undefined ? undefined : await segmentsOf(viewer, database, asked.segmentation)
  const named = asked.stages?.split('\n').filter((stage) => stage !== '') ?? []
  const frequent = happens.length > mostRecognised ? happens.slice(0, stagesOfMany).map(({ stage }) => stage) : []
  const request = {
    ...(await eventsNow(warehouse)),
    order,
    stages: named.length > 0 ? named : frequent,
    by: by === undefined ? [] : [by],
    locale: viewer.locale,
    ...(segments === undefined ? {} : { segments }),
    ...(windowDays === undefined ? {} : { windowDays }),
  }
  const kept = { runId: request.runId ?? 'events', asked: { about: 'importedEvents', request, productVersion } }
  const work = () => sources.answerBehaviour({ about: 'importedEvents', request })
  return PurchaseFunnel.parse(await keptAnswer(database, kept, work))
}

/** @throws ProductError `segmentation.notFound` for one that is not in use, or that the viewer may not know of */
async function segmentsOf(
  viewer: Viewer,
  ...[database, id]: readonly [FunnelSources['database'], string]
): Promise<EventSegments> {
  const found = (await namedSegmentations(viewer, database)).find((segmentation) => segmentation.id === id)
  if (found === undefined) throw new ProductError('segmentation.notFound')
  return { id, title: segmentationTitle(found), clusters: found.clusters }
}
