import { dirname } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import { loadPerson, type Viewer } from '@vitalfew/domain/access/index.ts'
import { previewFile } from '@vitalfew/domain/imports/index.ts'
import { doJob, endLeftoverWork, type JobSurroundings } from '@vitalfew/domain/jobs/index.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { sourceReach } from '../config.ts'
import type { ChildRequest, EngineAddresses, FromChild } from './child-messages.ts'

interface Surroundings {
  readonly open: (
    addresses: EngineAddresses,
    resources: AsyncDisposableStack,
  ) => Promise<Pick<JobSurroundings, 'warehouse' | 'database'>>
  readonly signal: AbortSignal
  readonly tell: (message: FromChild) => void
}

/** Does what a child was started for. */
export async function answerRequest(request: ChildRequest, around: Surroundings): Promise<FromChild> {
  if (request.ask === 'preview') {
    return { tell: 'preview', preview: await previewFile({ ...request.file, signal: around.signal }) }
  }
  await using resources = new AsyncDisposableStack()
  const { warehouse, database } = await around.open(request.addresses, resources)
  const viewer = await viewerOf(database, request)
  const stopWork = (): void => void warehouse.cancel()
  around.signal.addEventListener('abort', stopWork, { once: true })
  if (request.kind !== 'export' && request.kind !== 'segments') await endLeftoverWork(warehouse)
  const { jobId, uploadsDirectory, productVersion, today, kind, input } = request
  const result = await doJob(
    { kind, input },
    {
      jobId,
      viewer,
      warehouse,
      database,
      uploadsDirectory,
      reach: sourceReach(dirname(uploadsDirectory)),
      productVersion,
      today,
      signal: around.signal,
      sampleSales: { 'zh-CN': sampleFile('zh-CN', 'sales'), en: sampleFile('en', 'sales') },
      progress: (progress) => around.tell({ tell: 'progress', progress }),
    },
  )
  return { tell: 'done', result }
}

/** Rights are those of now, not those of when the job was asked for. */
async function viewerOf(
  database: JobSurroundings['database'],
  { personId, locale }: { readonly personId: string; readonly locale: string },
): Promise<Viewer> {
  const person = await loadPerson(database, personId)
  if (person === undefined) throw new ProductError('access.notAllowed')
  const known: Locale = locales.find((one) => one === locale) ?? person.viewer.locale
  return { ...person.viewer, locale: known }
}
