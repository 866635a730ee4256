import { ProductError } from '@vitalfew/contract/errors.ts'
import { spareParts } from '@vitalfew/contract/run.ts'
import { runAnalysis } from '@vitalfew/domain/analysis-runs/index.ts'
import { compareModels, describeDifference, knownFigures, ratingsBefore } from '@vitalfew/domain/selection/index.ts'
import { comparisonTable } from '../output/comparison-table.ts'
import { productVersion } from '../product-version.ts'
import { openRun } from './open-run.ts'
import { findModel, type SelectSurroundings } from './open-selection.ts'
import type { SelectOptions } from './select-options.ts'

/**
 * `vitalfew select compare A B`: what the second model changes, as sentences; with a workspace or sales files also which
 * accounts would move.
 */
export async function selectCompare(options: SelectOptions, around: SelectSurroundings): Promise<void> {
  const { output, signal } = around
  const [firstName, secondName, ...files] = options.files
  if (firstName === undefined || secondName === undefined) {
    throw new ProductError('argument.invalid', {
      argument: 'MODEL',
      value: '',
      expected: 'vitalfew select compare A B',
    })
  }
  const wording = { locale: options.locale, currency: options.currency ?? 'CNY' }
  if (options.workspace === undefined && files.length === 0) {
    const [first, second] = [await findModel(firstName, undefined), await findModel(secondName, undefined)]
    const differences = describeDifference(first, second, wording)
    const found = { first: `${first.name}@${first.version}`, second: `${second.name}@${second.version}`, differences }
    if (options.json) return output.print(JSON.stringify(found, null, 2))
    return output.print(
      comparisonTable({ ...found, moved: 0, cells: [], movers: [] }, { models: [first, second], wording }),
    )
  }
  await using resources = new AsyncDisposableStack()
  try {
    const open = await openRun(resources, { ...options, files, command: 'select compare' }, around)
    const models = [await findModel(firstName, open.database), await findModel(secondName, open.database)] as const
    const { warehouse, imports, membershipSequence, asOf, currency, database } = open
    const today = new Date().toISOString().slice(0, 10)
    const given = { path: options.figures, author: options.author ?? '', today, before: options.asOf, isKept: false }
    const figures = await knownFigures(database, { ...given, models })
    const { runId } = await runAnalysis(warehouse, {
      imports,
      membershipSequence,
      today,
      measure: 'netRevenue',
      cuts: [0.8, 0.95],
      model: models[0],
      without: spareParts,
      figures,
      locale: options.locale,
      productVersion: productVersion(),
      asOf,
      onStep: (step) => output.progress(`progress.${step}`),
    })
    const comparison = await compareModels(warehouse, {
      runId,
      imports: imports.map(({ id }) => id),
      membershipSequence,
      asOf,
      models,
      ratings: database === undefined ? [] : await ratingsBefore(database, options.asOf),
      figures,
      wording: { ...wording, currency },
    })
    output.endProgress()
    if (options.json) output.print(JSON.stringify(comparison, null, 2))
    else output.print(comparisonTable(comparison, { models, wording: { ...wording, currency } }))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw cause
  }
}
