import { basename, join } from 'node:path'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'
import { authorise } from '../../access/index.ts'
import { fetchOrigin, importedOf, requirePublicHost } from '../../imports/index.ts'
import type { SourceFetch } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import { type KeptSource, sourceNamed } from '../sources/kept-source.ts'
import { allowedFolder } from '../sources/source-reach.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { takeIn } from './take-in.ts'

/** Fetches what a source has and takes it in. Where there is nothing new, that is no fault. */
export async function importSource(wanted: SourceFetch, around: JobSurroundings): Promise<Job['result']> {
  authorise(around.viewer, ['administrator', 'analyst'])
  const { kind, name } = wanted
  const source = await sourceNamed(around.database, { kind, name })
  if (source === undefined || source.isRemoved) throw new ProductError('import.sourceNotFound', { source: name })
  if (source.origin === null) throw new ProductError('import.sourceNotConnected', { source: name })
  if (source.origin.kind === 'address') return fetchRows(wanted, { source, around })
  const folder = await allowedFolder(source.origin.folder, around.reach)
  const path = join(folder, basename(wanted.file ?? ''))
  return takeOne(wanted, { path, origin: null, policy: undefined }, around)
}

interface Fetching {
  readonly source: KeptSource
  readonly around: JobSurroundings
}

async function fetchRows(wanted: SourceFetch, { source, around }: Fetching): Promise<Job['result']> {
  const { reach, signal, database, jobId, warehouse } = around
  const asked = await askedOrigin(source, warehouse)
  try {
    const fetched = await fetchOrigin(asked, {
      ...reach,
      now: new Date(),
      signal,
      requireHost: (url) => requirePublicHost(url, reach.hosts),
    })
    try {
      const { path, origin } = fetched
      // Beyond the highest value so far there is nothing that is here already, though it may be of the same day.
      const policy = origin.highWater !== undefined && wanted.kind === 'sales' ? ('append' as const) : undefined
      return await takeOne(wanted, { path, origin, policy }, around)
    } finally {
      await fetched.discard()
    }
  } catch (cause) {
    if (!(cause instanceof ProductError) || cause.code !== 'origin.noRows') throw cause
    const result = { imports: [] }
    await endJob(database, jobId, { state: 'done', result })
    return result
  }
}

/** Where to fetch from; the same query of the same address goes on where it was. */
async function askedOrigin(
  { kind, name, origin }: KeptSource,
  warehouse: JobSurroundings['warehouse'],
): Promise<ImportOrigin> {
  if (origin?.kind !== 'address') throw new ProductError('import.sourceNotConnected', { source: name })
  const before = (await importedOf(warehouse, { kind, name }))?.origin ?? null
  const { from, query, highWater: column } = origin
  const isSame = before?.from === from && before.query === query && before.highWater?.column === (column || undefined)
  if (isSame) return before
  return { from, query, ...(column === '' ? {} : { highWater: { column, value: null } }) }
}

interface OneFile {
  readonly path: string
  readonly origin: ImportOrigin | null
  readonly policy: 'append' | undefined
}

function takeOne(wanted: SourceFetch, { path, origin, policy }: OneFile, around: JobSurroundings) {
  const { kind, name, isPreview = false, acceptDrift = false } = wanted
  const readings = new Map([[path, {}]])
  return takeIn(
    { kind, source: name, settings: {}, policy, acceptDrift, isPreview, readings, uploads: [], origin },
    around,
  )
}
