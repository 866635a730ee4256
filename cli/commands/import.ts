import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin, ImportReport } from '@vitalfew/contract/import-log.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { applySteps } from '@vitalfew/domain/data-quality/index.ts'
import {
  fetchOrigin,
  importRecords,
  importSales,
  type IntakeRequest,
  rejectedFile,
  type RejectedFile,
  rememberedOrigin,
} from '@vitalfew/domain/imports/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { secretOfEnvironment } from '../config.ts'
import { importHelp } from '../output/import-help.ts'
import { importReportText } from '../output/import-report-text.ts'
import { type ImportOptions, importOptions } from './import-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'
import { watchFolder } from './watch-folder.ts'

interface ImportSurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly asksHelp: boolean
}

interface Work {
  readonly warehouse: Warehouse
  readonly options: ImportOptions
  readonly around: Pick<ImportSurroundings, 'output' | 'signal'>
}

/** `vitalfew import`: files of any kind into a workspace, or what that would come to. */
export async function importCommand(words: readonly string[], around: ImportSurroundings): Promise<void> {
  const { output, locale, asksHelp, signal } = around
  if (asksHelp) return output.print(importHelp(locale))
  const options = importOptions(words)
  if (
    options.files.length === 0 &&
    options.from === undefined &&
    options.watch === undefined &&
    options.source === ''
  ) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew import FILE …' })
  }
  await using resources = new AsyncDisposableStack()
  const { json, quiet, workspace, warehouse: named } = options
  const nothing = { files: [], map: {}, dropDuplicates: false, command: 'import' }
  const opened = { ...nothing, json, quiet, workspace, locale: options.locale }
  const { warehouse } = await openSales(
    resources,
    named === undefined ? opened : { ...opened, warehouse: named },
    around,
  )
  const work: Work = { warehouse, options, around }
  try {
    if (options.watch !== undefined) await watchFiles(work, options.watch)
    else
      tell(
        options.files.length > 0 ? await takeIn(work, { paths: options.files, origin: null }) : await fetched(work),
        work,
      )
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw cause
  }
}

function tell(report: ImportReport, { options: { json, quiet, locale }, around: { output } }: Work): void {
  output.endProgress()
  if (json) output.print(JSON.stringify(report, null, 2))
  else if (!quiet) output.print(importReportText(report, locale))
}

function watchFiles(work: Work, folder: string): Promise<void> {
  const { options, around } = work
  const { everySeconds, locale } = options
  return watchFolder(folder, {
    everySeconds,
    locale,
    ...around,
    take: async (path) => tell(await takeIn(work, { paths: [path], origin: null }), work),
  })
}

/** Rows that are in no file: from where the command says, or from where the source came the last time. */
async function fetched(work: Work): Promise<ImportReport> {
  const { warehouse, options, around } = work
  const { kind, source, from, query, highWater } = options
  const before = await rememberedOrigin(warehouse, { kind, source })
  const asked: ImportOrigin | null =
    from === undefined
      ? before
      : {
          from,
          query: query ?? '',
          ...(highWater === undefined ? {} : { highWater: { column: highWater, value: null } }),
        }
  if (asked === null) {
    throw new ProductError('argument.invalid', { argument: '--from', value: '', expected: 'FILE, --from, --watch' })
  }
  around.output.progress('progress.starting')
  const { path, origin, discard } = await fetchOrigin(resumed(asked, before), {
    secretOf: secretOfEnvironment,
    now: new Date(),
    signal: around.signal,
  })
  try {
    return await takeIn(work, { paths: [path], origin })
  } finally {
    await discard()
  }
}

/** The same query of the same address goes on where it was. */
function resumed(asked: ImportOrigin, before: ImportOrigin | null): ImportOrigin {
  const isSame = before !== null && before.from === asked.from && before.query === asked.query
  const sameColumn = before?.highWater?.column === asked.highWater?.column
  return isSame && sameColumn ? before : asked
}

interface Files {
  readonly paths: readonly string[]
  readonly origin: ImportOrigin | null
}

async function takeIn({ warehouse, options, around }: Work, { paths, origin }: Files): Promise<ImportReport> {
  const { kind, source, settings, acceptDrift, isPreview, locale } = options
  let rejected: RejectedFile | undefined
  // Beyond the highest value so far there is nothing that is here already, though it may be of the same day.
  const policy = options.policy ?? (origin?.highWater === undefined || kind !== 'sales' ? undefined : 'append')
  const request: IntakeRequest = {
    paths,
    source,
    settings,
    policy,
    acceptDrift,
    isPreview,
    locale,
    origin,
    signal: around.signal,
    onPlanned: (plans) => {
      if (options.rejected !== undefined) rejected = rejectedFile({ path: options.rejected, locale, plans })
    },
    onLeftOut: async (plan, rows) => rejected?.write(plan, rows),
    onProgress: (path, { rows, bytesRead, bytesTotal }) => {
      const done = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal)
      around.output.progress('progress.reading', { file: basename(path), rows, done })
    },
  }
  const report = await (kind === 'sales'
    ? importSales(warehouse, request)
    : importRecords(warehouse, { ...request, kind }))
  await rejected?.close()
  // What people decided about doubtful lines holds for the new files of a source too.
  if (kind === 'sales' && !isPreview) await applySteps(warehouse, new Date().toISOString().slice(0, 10))
  return report
}
