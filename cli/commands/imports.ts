import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportLogEntry } from '@vitalfew/contract/import-log.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { importLog, restoreImport, withdrawImport } from '@vitalfew/domain/imports/index.ts'
import { importsHelp } from '../output/import-help.ts'
import { importLogTable } from '../output/import-log-table.ts'
import { importsOptions } from './imports-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'

interface ImportsSurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly asksHelp: boolean
}

/** `vitalfew imports`: what was imported, and how to take it out again. */
export async function imports(words: readonly string[], around: ImportsSurroundings): Promise<void> {
  const { output, asksHelp } = around
  if (asksHelp) return output.print(importsHelp(around.locale))
  const options = importsOptions(words)
  const { verb, importId, locale, json, quiet, workspace, warehouse: named } = options
  await using resources = new AsyncDisposableStack()
  const nothing = { files: [], map: {}, dropDuplicates: false, command: `imports ${verb}` }
  const opened = { ...nothing, json, quiet, workspace, locale }
  const { warehouse } = await openSales(
    resources,
    named === undefined ? opened : { ...opened, warehouse: named },
    around,
  )
  if (verb === 'undo') await withdrawImport(warehouse, importId)
  if (verb === 'redo') await restoreImport(warehouse, importId)
  const log = await importLog(warehouse)
  output.endProgress()
  const print = (answer: object, text: () => string): void => {
    if (json) output.print(JSON.stringify(answer, null, 2))
    else if (!quiet) output.print(text())
  }
  if (verb === 'list') return print(log, () => importLogTable(log, locale))
  const entry = loggedAs(log, importId)
  const t = translator(locale)
  if (verb === 'show') return print(entry, () => JSON.stringify(entry, null, 2))
  const { id, file } = entry
  const done = verb === 'undo' ? t('imports.log.undone', { id, file }) : t('imports.log.redone', { id, file })
  print(entry, () => done)
}

function loggedAs(log: readonly ImportLogEntry[], importId: number): ImportLogEntry {
  const entry = log.find(({ id }) => id === importId)
  if (entry === undefined) throw new ProductError('import.notFound', { import: importId })
  return entry
}
