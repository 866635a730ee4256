import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import { type CompletedRun, runAnalysis } from '@vitalfew/domain/analysis-runs/index.ts'
import { membershipSequenceAt } from '@vitalfew/domain/identity/index.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { accountColumns, buildReport, writeAccountsCsv, writeAccountsXlsx } from '@vitalfew/domain/reports/index.ts'
import { outputFailure, type StagedOutput, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import { defaultModel } from '@vitalfew/domain/selection/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { reportHtml } from '@vitalfew/web/report/report-html.ts'
import { reportScript } from '@vitalfew/web/report/report-script.ts'
import type { Output } from '../output/output.ts'
import { summaryTable } from '../output/summary-table.ts'
import { productVersion } from '../product-version.ts'
import type { AnalyzeOptions } from './analyze-options.ts'
import { type CommandSurroundings, openSales, type OpenSales } from './open-sales.ts'
import { takeInSales } from './take-in-sales.ts'

/**
 * `vitalfew analyze`: sales files in, the report out. Whatever goes wrong, engines are stopped, a temporary workspace is
 * removed and no half-written report stays behind.
 */
export async function analyze(options: AnalyzeOptions, around: CommandSurroundings): Promise<void> {
  const { output, signal } = around
  if (options.files.length === 0 && options.workspace === undefined && options.warehouse === undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew analyze FILE …' })
  }
  await using resources = new AsyncDisposableStack()
  const staged = await stageOutput(options.out)
  resources.defer(staged.discard)
  try {
    const sales = await openSales(resources, { ...options, command: 'analyze' }, around)
    const completed = await importAndRun(sales, { options, staged, output, signal })
    await writeReport(sales.warehouse, { options, staged, output, completed })
    // Nothing is shown that a part of the warehouse may have been missing from.
    await sales.warehouse.verify()
    signal.throwIfAborted()
    await staged.publish()
    conclude(completed.run, { options, output })
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out)
  }
}

interface Work {
  readonly options: AnalyzeOptions
  readonly staged: StagedOutput
  readonly output: Output
}

async function importAndRun(
  sales: OpenSales,
  { options, staged, output, signal }: Work & { readonly signal: AbortSignal },
): Promise<CompletedRun> {
  const { warehouse } = sales
  await takeInSales(sales, { options, output, signal, staged })
  const { locale, measure, abc: cuts, asOf, currency } = options
  return runAnalysis(warehouse, {
    imports: await currentSalesImports(warehouse),
    membershipSequence: await membershipSequenceAt(warehouse, options.level ?? 'account'),
    level: options.level,
    today: new Date().toISOString().slice(0, 10),
    measure,
    cuts,
    model: defaultModel,
    without: options.without,
    locale,
    productVersion: productVersion(),
    signal,
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
