import { writeFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { type CompletedRun, runAnalysis } from '@vitalfew/domain/analysis-runs/index.ts'
import { buildReport, writeAccountsCsv } from '@vitalfew/domain/reports/index.ts'
import { outputFailure, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import { writeEvidence } from '@vitalfew/domain/selection/index.ts'
import { reportHtml } from '@vitalfew/web/report/report-html.ts'
import { reportScript } from '@vitalfew/web/report/report-script.ts'
import { productVersion } from '../product-version.ts'
import { selectionTable } from '../output/selection-table.ts'
import { findModel, type GivenByPeople, givenByPeople, type SelectSurroundings } from './open-selection.ts'
import { openRun, type OpenRun } from './open-run.ts'
import type { SelectOptions } from './select-options.ts'

/** `vitalfew select`: chooses the vital few of a workspace by a model and says why. */
export async function select(options: SelectOptions, around: SelectSurroundings): Promise<void> {
  const { output, signal } = around
  await using resources = new AsyncDisposableStack()
  try {
    const open = await openRun(resources, { ...options, command: 'select' }, around)
    const model = await findModel(options.model, open.database)
    const given = await givenByPeople(open.database, {
      model,
      scores: options.scores,
      figures: options.figures,
      author: options.author,
      asOf: options.asOf,
      today: today(),
      locale: options.locale,
      currency: open.currency,
    })
    const completed = await selectionRun(open, { options, model, given, output })
    signal.throwIfAborted()
    await writeFiles(open, { options, completed, model, given })
    conclude(completed, { options, output })
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? options.evidence ?? '.')
  }
}

interface Chosen {
  readonly options: SelectOptions
  readonly model: SelectionModel
  readonly given: GivenByPeople
}

function selectionRun(
  { warehouse, imports, membershipSequence, currency }: OpenRun,
  { options, model, given, output }: Chosen & Pick<SelectSurroundings, 'output'>,
): Promise<CompletedRun> {
  const { asOf, locale, seed } = options
  return runAnalysis(warehouse, {
    imports,
    membershipSequence,
    today: today(),
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
    model,
    ...given,
    // Only the report shows them.
    without: options.out === undefined && options.evidence === undefined ? ['segments', 'behaviour'] : [],
    locale,
    currency,
    productVersion: productVersion(),
    onStep: (step) => output.progress(`progress.${step}`),
    ...(asOf === undefined ? {} : { asOf }),
    ...(seed === undefined ? {} : { seed }),
  })
}

async function writeFiles(
  { warehouse, imports }: OpenRun,
  { options, completed, model, given }: Chosen & { readonly completed: CompletedRun },
): Promise<void> {
  const { run, runId } = completed
  if (options.evidence !== undefined) {
    const staged = await stageOutput(options.evidence)
    try {
      await writeEvidence(warehouse, { run, runId, model, imports, ...given, path: staged.path })
      await staged.publish()
    } finally {
      await staged.discard()
    }
  }
  if (options.out === undefined) return
  const staged = await stageOutput(options.out)
  try {
    const { asOf, currency, locale } = run.run
    const [report, script] = await Promise.all([
      buildReport(warehouse, { completed, generatedAt: new Date().toISOString() }),
      reportScript(),
      writeAccountsCsv(warehouse, { runId, asOf, currency, path: staged.path('accounts.csv') }),
    ])
    await writeFile(staged.path('report.html'), reportHtml({ report, locale, script }))
    await writeFile(staged.path('selection.json'), `${JSON.stringify(machineCopy(completed), null, 2)}\n`)
    await staged.publish()
  } finally {
    await staged.discard()
  }
}

/** What programs get: the run it is about, and the selection. */
function machineCopy({ run }: CompletedRun) {
  return { run: run.run, selection: run.selection }
}

function conclude(
  completed: CompletedRun,
  { options, output }: { readonly options: SelectOptions } & Pick<SelectSurroundings, 'output'>,
): void {
  output.endProgress()
  if (options.json) output.print(JSON.stringify(machineCopy(completed), null, 2))
  else if (!options.quiet) output.print(selectionTable(completed.run))
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
