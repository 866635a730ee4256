import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { backtestSelection, knownFigures, ratingsBefore, readRatings } from '@vitalfew/domain/selection/index.ts'
import { backtestTable } from '../output/backtest-table.ts'
import { openRun } from './open-run.ts'
import { findModel, type SelectSurroundings } from './open-selection.ts'
import type { SelectOptions } from './select-options.ts'

/** `vitalfew select backtest`: whether a model would have chosen well, at several past days. */
export async function selectBacktest(options: SelectOptions, around: SelectSurroundings): Promise<void> {
  const { output, signal } = around
  await using resources = new AsyncDisposableStack()
  try {
    const { warehouse, imports, membershipSequence, asOf, currency, database } = await openRun(
      resources,
      { ...options, command: 'select backtest' },
      around,
    )
    const model = await findModel(options.model, database)
    const challenger = options.challenger === undefined ? undefined : await findModel(options.challenger, database)
    const today = new Date().toISOString().slice(0, 10)
    const given = options.scores === undefined ? [] : await readRatings({ path: options.scores, model, today })
    const figures = await knownFigures(database, {
      models: challenger === undefined ? [model] : [model, challenger],
      path: options.figures,
      today,
      author: options.author ?? '',
      before: asOf,
      isKept: false,
    })
    const kept = database === undefined ? [] : await ratingsBefore(database, asOf)
    const backtest = await backtestSelection(warehouse, {
      imports: imports.map(({ id }) => id),
      membershipSequence,
      asOf,
      model,
      challenger,
      ratings: [...kept, ...given],
      figures,
      top: options.top,
      seed: options.seed,
      wording: { locale: options.locale, currency },
      onOrigin: (day) => output.progress('progress.backtest', { file: day }),
    })
    output.endProgress()
    if (options.json) return output.print(JSON.stringify({ backtest }, null, 2))
    const t = translator(options.locale)
    output.print(backtest === null ? t('selection.backtest.tooShort') : backtestTable(backtest, options.locale))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw cause
  }
}
