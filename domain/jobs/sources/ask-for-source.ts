import { translator } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../../access/index.ts'
import { type ArrivedFile, filesIn } from '../../imports/index.ts'
import { addJob } from '../enqueue-job.ts'
import type { KeptSource } from './kept-source.ts'
import { allowedFolder, type SourceReach } from './source-reach.ts'

/** The files of a source's folder that nobody has asked for yet; undefined where it has no folder. */
export async function sourceOfFolder(
  { origin, seen }: Pick<KeptSource, 'origin' | 'seen'>,
  reach: SourceReach,
): Promise<ArrivedFile[] | undefined> {
  if (origin?.kind !== 'folder') return undefined
  const files = await filesIn(await allowedFolder(origin.folder, reach))
  return files.filter(({ name, state }) => seen[name] !== state)
}

interface Asked {
  readonly source: KeptSource
  readonly files: readonly ArrivedFile[] | undefined
  readonly viewer: Pick<Viewer, 'userId' | 'name' | 'locale'>
  readonly how?: { readonly isPreview?: boolean | undefined; readonly acceptDrift?: boolean | undefined }
}

/** Asks for what a source has, and notes which files of its folder that was; both or neither. Returns the jobs. */
export async function askForSource(
  transaction: StoreClient['database'],
  { source, files, viewer, how = {} }: Asked,
): Promise<string[]> {
  const { id, kind, name, title } = source
  const t = translator(viewer.locale)
  const jobs: string[] = []
  const wanted = files === undefined ? [undefined] : files.map((file) => file.name)
  for (const file of wanted) {
    const what = { source: title || name, file: file ?? '' }
    const words =
      how.isPreview === true
        ? t('jobs.title.previewSource', what)
        : file === undefined
          ? t('jobs.title.fetch', what)
          : t('jobs.title.arrived', what)
    const fetch = { kind, name, ...how, ...(file === undefined ? {} : { file }) }
    jobs.push((await addJob(viewer, transaction, { kind: 'import', title: words, input: { fetch } })).jobId)
  }
  const seen = Object.fromEntries((files ?? []).map((file) => [file.name, file.state]))
  await transaction
    .updateTable('import_source')
    .set({
      last_job: jobs.at(-1) ?? source.lastJob,
      ...(how.isPreview === true ? {} : { seen: JSON.stringify({ ...source.seen, ...seen }) }),
    })
    .where('id', '=', id)
    .execute()
  return jobs
}
