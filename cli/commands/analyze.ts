import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import { type CompletedRun, runAnalysis } from '@vitalfew/domain/analysis-runs/index.ts'
import {
  currentSalesImports,
  importSalesFiles,
  planSalesFiles,
  rejectedFile,
  type SalesFilePlan,
} from '@vitalfew/domain/imports/index.ts'
import {
  accountColumns,
  buildReport,
  outputFailure,
  type StagedOutput,
  stageOutput,
  writeAccountsCsv,
  writeAccountsXlsx,
} from '@vitalfew/domain/reports/index.ts'
import { defaultModel } from '@vitalfew/domain/selection/index.ts'
import { openWorkspace, temporaryWorkspace } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { reportHtml } from '@vitalfew/web/report/report-html.ts'
import { reportScript } from '@vitalfew/web/report/report-script.ts'
import type { Output } from '../output/output.ts'
import { summaryTable } from '../output/summary-table.ts'
import { productVersion } from '../product-version.ts'
import type { AnalyzeOptions } from './analyze-options.ts'

export type OpenEmbeddedWarehouse = typeof openEmbeddedWarehouse

interface AnalyzeSurroundings {
  readonly output: Output
  readonly signal: AbortSignal
  readonly openWarehouse: OpenEmbeddedWarehouse
}

/**
 * `vitalfew analyze`: sales files in, the report out. Whatever goes wrong, engines are stopped, a temporary workspace is
 * removed and no half-written report stays behind.
 */
export async function analyze(
  options: AnalyzeOptions,
  { output, signal, openWarehouse }: AnalyzeSurroundings,
): Promise<void> {
  if (options.files.length === 0 && options.workspace === undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew analyze FILE …' })
  }
  await using resources = new AsyncDisposableStack()
  const staged = await stageOutput(options.out)
  resources.defer(staged.discard)
  const use = { command: 'analyze' }
  const workspace =
    options.workspace === undefined ? await temporaryWorkspace(use) : await openWorkspace(options.workspace, use)
  resources.defer(workspace.release)
  output.progress('progress.starting')
  const opening = openWarehouse({ directory: workspace.warehouseDirectory, durable: !workspace.temporary })
  resources.defer(async () => {
    const opened = await opening.catch(() => undefined)
    await opened?.close()
  })
  try {
    // The engine starts while the files are looked at.
    const [plans, { warehouse, engine }] = await Promise.all([planFiles(options, signal), opening])
    // A query under way ends with its engine; nothing else would end it at once.
    const stopEngine = (): void => void engine.stop()
    signal.addEventListener('abort', stopEngine, { once: true })
    resources.defer(() => signal.removeEventListener('abort', stopEngine))
    signal.throwIfAborted()
    const completed = await importAndRun(warehouse, { options, staged, output, signal, plans })
    await writeReport(warehouse, { options, staged, output, completed })
    signal.throwIfAborted()
    await staged.publish()
    conclude(completed.run, { options, output })
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out)
  }
}

function planFiles({ files, map, sheet }: AnalyzeOptions, signal: AbortSignal): Promise<SalesFilePlan[]> {
  return planSalesFiles({ paths: files, overrides: map, signal, ...(sheet === undefined ? {} : { sheet }) })
}

interface Work {
  readonly options: AnalyzeOptions
  readonly staged: StagedOutput
  readonly output: Output
}

async function importAndRun(
  warehouse: Warehouse,
  { options, staged, output, signal, plans }: Work & { signal: AbortSignal; plans: readonly SalesFilePlan[] },
): Promise<CompletedRun> {
  const rejected = rejectedFile({ path: staged.path('rejected.csv'), locale: options.locale, plans })
  await importSalesFiles(warehouse, {
    plans,
    dropDuplicates: options.dropDuplicates,
    signal,
    onLeftOut: (plan, rows) => rejected.write(plan, rows),
    onProgress: (source, { rows, bytesRead, bytesTotal }) => {
      const done = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal)
      output.progress('progress.reading', { file: basename(source), rows, done })
    },
  })
  await rejected.close()
  const { locale, measure, abc: cuts, asOf, currency } = options
  return runAnalysis(warehouse, {
    imports: await currentSalesImports(warehouse),
    membershipSequence: 0,
    today: new Date().toISOString().slice(0, 10),
    measure,
    cuts,
    model: defaultModel,
    locale,
    productVersion: productVersion(),
    onStep: (step) => output.progress(`progress.${step}`),
    ...(asOf === undefined ? {} : { asOf }),
    ...(currency === undefined ? {} : { currency }),
  })
}

async function writeReport(
  warehouse: Warehouse,
  { options, staged, output, completed }: Work & { readonly completed: CompletedRun },
): Promise<void> {
  const { locale } = options
  const { run, runId } = completed
  const t = translator(locale)
  output.progress('progress.writing')
  const file = { runId, asOf: run.run.asOf, currency: run.run.currency }
  const headers = accountColumns(run.run.asOf).map((name) => (/^\d/.test(name) ? name : t(`analysis.column.${name}`)))
  const [report, script] = await Promise.all([
    buildReport(warehouse, { completed, generatedAt: new Date().toISOString() }),
    reportScript(),
    writeAccountsCsv(warehouse, { ...file, path: staged.path('accounts.csv') }),
    writeAccountsXlsx(warehouse, {
      ...file,
      path: staged.path('accounts.xlsx'),
      sheetName: t('analysis.column.account'),
      headers,
    }),
  ])
  await writeFile(staged.path('report.html'), reportHtml({ report, locale, script }))
  await writeFile(staged.path('run.json'), `${JSON.stringify(run, null, 2)}\n`)
}

function conclude(run: Run, { options, output }: { readonly options: AnalyzeOptions; readonly output: Output }): void {
  output.endProgress()
  if (options.json) output.print(JSON.stringify(run, null, 2))
  else if (!options.quiet) output.print(summaryTable(run, { report: join(options.out, 'report.html') }))
}
