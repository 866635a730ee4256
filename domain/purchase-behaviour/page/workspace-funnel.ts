import { randomUUID } from 'node:crypto'
import type { FunnelWays, WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import type { FunnelOrigin } from '@vitalfew/contract/funnel-choices.ts'
import { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import type { AnswerBehaviour, FunnelReading } from './behaviour-work.ts'
import { eventsHappened, funnelOfEvents } from './events-funnel.ts'
import { keptAnswer } from './kept-answers.ts'

export interface FunnelSources {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  readonly answerBehaviour: AnswerBehaviour
  readonly productVersion: string
  /** Where the bytes of an upload lie, for whoever sent it. */
  readonly uploadPath: (uploadId: string, personId: string) => Promise<string>
}

/** Tables given before; they and their files make room. */
const mostKept = 5

type Ways = Pick<FunnelReading, 'order' | 'windowDays'>

const usual: Ways = { order: 'ordered', windowDays: null }
const ofTable: FunnelWays = { order: 'ordered', origin: 'table' }
const Texts = z.array(z.string())

/**
 * The funnel of the events that were imported, or of the table that was given last; nothing where there is neither.
 *
 * @throws ProductError `access.notAllowed`; `upload.notFound` where a table is asked for in another way and its file is
 *   gone; `argument.invalid` for a stage that does not happen
 */
export async function workspaceFunnel(
  viewer: Viewer,
  sources: FunnelSources,
  asked: FunnelWays,
): Promise<WorkspaceFunnel> {
  authorise(viewer, ['administrator', 'analyst'])
  const [happens, source] = await Promise.all([eventsHappened(sources), newestSource(sources.database)])
  const hasTable = source !== undefined
  const origin = originOf(asked, { hasEvents: happens !== null, hasTable })
  const known = { origin, happens, hasTable }
  if (origin === null) return { ...known, source: null, funnel: null }
  if (origin === 'events') {
    const funnel = await funnelOfEvents(viewer, sources, { asked, happens: happens ?? [] })
    return { ...known, source: null, funnel }
  }
  return { ...known, ...(await funnelOfTable(sources, source, asked)) }
}

function originOf(
  { origin }: FunnelWays,
  { hasEvents, hasTable }: { readonly hasEvents: boolean; readonly hasTable: boolean },
): FunnelOrigin | null {
  if (hasEvents && (origin !== 'table' || !hasTable)) return 'events'
  return hasTable ? 'table' : null
}

async function funnelOfTable(
  sources: FunnelSources,
  source: Awaited<ReturnType<typeof newestSource>>,
  asked: FunnelWays,
): Promise<Pick<WorkspaceFunnel, 'source' | 'funnel'>> {
  if (source === undefined) return { source: null, funnel: null }
  const ways: Ways = { order: asked.order, windowDays: asked.windowDays ?? null }
  const isUsual = ways.order === usual.order && ways.windowDays === usual.windowDays
  // What an older program kept may lack what is told today: then it is worked out once more.
  const kept = isUsual ? PurchaseFunnel.safeParse(source.answer).data : undefined
  const funnel =
    kept ??
    PurchaseFunnel.parse(
      await keptAnswer(
        sources.database,
        { runId: source.id, asked: { ...ways, productVersion: sources.productVersion } },
        async () => {
          const { by, stages, uploads, personId } = source
          return answerOf(sources, { uploads, personId, reading: { by, stages, ...ways } })
        },
      ),
    )
  const { files, by, stages, readBy, readAt } = source
  return { source: { files, by, stages, readBy, readAt }, funnel }
}

/**
 * Takes the funnel from uploaded tables: that of the cases, and those that tell more of what it names.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`, `input.*`, `mapping.*`
 */
export async function readFunnel(
  viewer: Viewer,
  sources: FunnelSources,
  request: Pick<FunnelReading, 'by' | 'stages'> & { readonly uploads: readonly string[] },
): Promise<WorkspaceFunnel> {
  authorise(viewer, ['administrator', 'analyst'])
  const { uploads, by, stages } = request
  const answer = await answerOf(sources, { uploads, personId: viewer.userId, reading: { by, stages, ...usual } })
  await sources.database.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('upload').select(['id', 'file']).where('id', 'in', uploads).execute()
    const files = uploads.map((id) => known.find((upload) => upload.id === id)?.file ?? '')
    const id = randomUUID()
    const row = { id, uploads: JSON.stringify(uploads), files: JSON.stringify(files), answer: JSON.stringify(answer) }
    const asked = { cuts: JSON.stringify(by), stages: JSON.stringify(stages) }
    const person = { person_id: viewer.userId, person_name: viewer.name }
    await transaction
      .insertInto('funnel_source')
      .values({ ...row, ...asked, ...person })
      .execute()
    await transaction
      .deleteFrom('funnel_source')
      .where('id', 'in', (all) =>
        all.selectFrom('funnel_source').select('id').orderBy('read_at', 'desc').orderBy('id').offset(mostKept),
      )
      .execute()
    await recordAudit(transaction, { viewer, action: 'funnel.read', subject: `funnel:${id}`, details: { files } })
  })
  return workspaceFunnel(viewer, sources, ofTable)
}

async function answerOf(
  sources: FunnelSources,
  of: { readonly uploads: readonly string[]; readonly personId: string; readonly reading: FunnelReading },
): Promise<unknown> {
  const paths: string[] = []
  for (const id of of.uploads) paths.push(await sources.uploadPath(id, of.personId))
  return sources.answerBehaviour({ about: 'events', paths, reading: of.reading })
}

async function newestSource(database: StoreClient['database']) {
  const row = await database
    .selectFrom('funnel_source')
    .selectAll()
    .orderBy('read_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    uploads: Texts.parse(row.uploads),
    files: Texts.parse(row.files),
    by: Texts.parse(row.cuts),
    stages: Texts.parse(row.stages),
    answer: row.answer,
    personId: row.person_id,
    readBy: row.person_name,
    readAt: row.read_at.toISOString(),
  }
}
