import { selectHelp } from '../output/select-help.ts'
import type { SelectSurroundings } from './open-selection.ts'
import { overrideOptions, selectOptions } from './select-options.ts'

/** `vitalfew select` and what it can do besides: list models, compare two, compare two runs, test a model on the past, note down overrides. */
export async function selectCommand(
  [first = '', ...rest]: readonly string[],
  around: SelectSurroundings & { readonly asksHelp: boolean },
): Promise<void> {
  const { output, locale, asksHelp } = around
  if (asksHelp) return output.print(selectHelp(locale, first))
  switch (first) {
    case 'models': {
      const { selectModels } = await import('./select-models.ts')
      return selectModels(await selectOptions(rest), around)
    }
    case 'compare': {
      const { selectCompare } = await import('./select-compare.ts')
      return selectCompare(await selectOptions(rest), around)
    }
    case 'migration': {
      const { selectMigration } = await import('./select-migration.ts')
      return selectMigration(await selectOptions(rest), around)
    }
    case 'backtest': {
      const { selectBacktest } = await import('./select-backtest.ts')
      return selectBacktest(await selectOptions(rest), around)
    }
    case 'override': {
      const { selectOverride } = await import('./select-override.ts')
      return selectOverride(overrideOptions(rest), around)
    }
    default: {
      const { select } = await import('./select.ts')
      return select(await selectOptions(first === '' ? rest : [first, ...rest]), around)
    }
  }
}
