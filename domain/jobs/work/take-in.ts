import { basename } from 'node:path'
import type { SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { ImportOrigin, ImportReport, OverlapPolicy } from '@vitalfew/contract/import-log.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import {
  currentSalesImports,
  type FileReading,
  importRecords,
  importSales,
  type IntakeRequest,
  rememberedSettings,
} from '../../imports/index.ts'
import { endJob } from '../queue/job-life.ts'
import { type KeptSource, sourceNamed } from '../sources/kept-source.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { noteImports } from './note-imports.ts'
import { rejectedRowsOf } from './rejected-rows.ts'

export interface FilesToTakeIn {
  readonly kind: ImportKind
  /** '' where nobody gave it a name. */
  readonly source: string
  readonly settings: SourceSettings
  readonly policy: OverlapPolicy | undefined
  readonly acceptDrift: boolean
  readonly isPreview: boolean
  /** Path → what is said of that file alone. */
  readonly readings: ReadonlyMap<string, FileReading>
  /** Of files that were sent, in their order. */
  readonly uploads: readonly { readonly uploadId: string; readonly reading: object }[]
  readonly origin: ImportOrigin | null
}

/** Kinds of records that figures are made from. */
const withFigures: ReadonlySet<ImportKind> = new Set(['costs', 'products', 'rates'])

/** Takes files of one source in, all or none, and asks for the run that follows; or finds out what that would come to. */
export async function takeIn(wanted: FilesToTakeIn, around: JobSurroundings): Promise<Job['result']> {
  const { kind, isPreview } = wanted
  const { database, warehouse, jobId } = around
  const kept = wanted.source === '' ? undefined : await sourceNamed(database, { kind, name: wanted.source })
  const rejected = await rejectedRowsOf(around)
  try {
    const request = requestOf(wanted, { kept, rejected, around })
    const report = await (kind === 'sales'
      ? importSales(warehouse, request)
      : importRecords(warehouse, { ...request, kind }))
    if (isPreview) {
      const result = { preview: report }
      await endJob(database, jobId, { state: 'done', result })
      return result
    }
    await rejected.keep(report.files.map(({ id }) => id))
    const isRunNeeded = kind === 'sales' || (withFigures.has(kind) && (await currentSalesImports(warehouse)).length > 0)
    return await noteImports(
      {
        imports: notedImports(report, wanted),
        run: isRunNeeded ? {} : null,
        also: async (transaction) => {
          if (kept?.settings === null || kept === undefined) return
          const said = [...wanted.readings.values()].map(({ map = {} }) => map)
          const map = said.reduce<Record<string, string>>((all, one) => ({ ...all, ...one }), {
            ...request.settings.map,
          })
          const settings = JSON.stringify({ ...request.settings, ...(Object.keys(map).length === 0 ? {} : { map }) })
          await transaction.updateTable('import_source').set({ settings }).where('id', '=', kept.id).execute()
        },
      },
      around,
    )
  } finally {
    await rejected.discard()
  }
}

interface Requesting {
  readonly kept: KeptSource | undefined
  readonly rejected: Awaited<ReturnType<typeof rejectedRowsOf>>
  readonly around: JobSurroundings
}

function requestOf(wanted: FilesToTakeIn, { kept, rejected, around }: Requesting): IntakeRequest {
  const { source, acceptDrift, isPreview, readings, origin } = wanted
  const settings =
    kept?.settings === null || kept === undefined
      ? wanted.settings
      : rememberedSettings({ settings: kept.settings }, wanted.settings)
  return {
    paths: [...readings.keys()],
    source,
    settings,
    isWhole: kept !== undefined && kept.settings !== null,
    readings,
    origin,
    policy: wanted.policy ?? kept?.onOverlap ?? undefined,
    acceptDrift,
    isPreview,
    locale: around.viewer.locale,
    signal: around.signal,
    onPlanned: (plans) => rejected.plan(plans),
    onLeftOut: (plan, rows) => rejected.write(plan, rows),
    onProgress: (_path, { rows, bytesRead, bytesTotal }) =>
      around.progress({ step: 'reading', rows, done: bytesTotal === 0 ? null : Math.min(1, bytesRead / bytesTotal) }),
  }
}

function notedImports({ files }: ImportReport, { uploads, source, kind }: FilesToTakeIn) {
  return files.map(({ id, file, rejected, setAside }, index) => ({
    id,
    file: basename(file),
    uploadId: uploads[index]?.uploadId ?? null,
    reading: uploads[index]?.reading ?? { kind, source },
    hasRejectedFile: rejected + setAside > 0,
  }))
}
