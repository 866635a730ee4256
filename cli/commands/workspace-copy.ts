import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { openWorkspace, type Workspace } from '@vitalfew/domain/workspace/index.ts'
import { copyStore } from '@vitalfew/store/copy-store.ts'
import type { TableContent } from '@vitalfew/store/table-rows.ts'
import { type CopiedTable, copyWarehouse } from '@vitalfew/warehouse/copy/copy-warehouse.ts'
import { columnsOfText } from '../output/columns-of-text.ts'
import type { Output } from '../output/output.ts'
import type { OpenSomeStore } from './open-selection.ts'
import type { OpenSomeWarehouse } from './open-place.ts'
import type { WorkspaceCopyOptions } from './workspace-options.ts'

interface Surroundings {
  readonly locale: Locale
  readonly output: Output
  readonly signal: AbortSignal
  readonly openWarehouse: OpenSomeWarehouse
  readonly openStore: OpenSomeStore
}

/**
 * `vitalfew workspace copy`: what a workspace holds, onto servers. Cut off, it goes on where it was; the workspace stays as
 * it is.
 */
export async function workspaceCopy(options: WorkspaceCopyOptions, around: Surroundings): Promise<void> {
  const { output, locale, signal } = around
  await using resources = new AsyncDisposableStack()
  await refuseMissing(options.workspace)
  const workspace = await openWorkspace(options.workspace, { command: 'workspace copy' })
  resources.defer(workspace.release)
  try {
    const warehouse = options.to === undefined ? [] : await copyFigures(workspace, { to: options.to, around })
    const store = options.toStore === undefined ? [] : await copyPeople(workspace, { to: options.toStore, around })
    output.endProgress()
    if (options.json) output.print(JSON.stringify({ warehouse, store }, null, 2))
    else output.print(told({ warehouse, store }, locale))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw cause
  }
}

/** Opening a workspace makes one: a mistyped path must not be copied as an empty one. */
async function refuseMissing(path: string): Promise<void> {
  const found = await stat(join(path, 'warehouse')).catch(() => undefined)
  if (found?.isDirectory() === true) return
  throw new ProductError('argument.invalid', { argument: '--workspace', value: path, expected: 'DIR' })
}

interface Target {
  readonly to: string
  readonly around: Surroundings
}

async function copyFigures(workspace: Workspace, { to, around }: Target): Promise<CopiedTable[]> {
  const { openWarehouse, output, signal } = around
  const directory = workspace.warehouseDirectory
  output.progress('progress.starting')
  await using resources = new AsyncDisposableStack()
  const source = await openWarehouse({ directory, durable: true })
  resources.defer(source.close)
  const target = await openWarehouse({ directory, durable: true, warehouse: to })
  resources.defer(target.close)
  return await copyWarehouse(source.warehouse, target.warehouse, {
    signal,
    onProgress: ({ table, rows, totalRows }) => {
      output.progress('progress.copying', { file: table, rows, done: totalRows === 0 ? 1 : rows / totalRows })
    },
  })
}

async function copyPeople(workspace: Workspace, { to, around }: Target): Promise<TableContent[]> {
  await using resources = new AsyncDisposableStack()
  const { openStore } = around
  const source = await openStore({ directory: workspace.storeDirectory, durable: true, database: '' })
  if (source === undefined) return []
  resources.defer(source.close)
  const target = await openStore({ directory: undefined, durable: true, database: to })
  if (target === undefined) return []
  resources.defer(target.close)
  return await copyStore(source.store, target.store)
}

function told(
  of: { readonly warehouse: readonly CopiedTable[]; readonly store: readonly TableContent[] },
  locale: Locale,
): string {
  const t = translator(locale)
  const numbers = new Intl.NumberFormat(locale)
  const rows = [...of.warehouse, ...of.store]
    .filter(({ rows: count }) => count > 0)
    .map(({ table, rows: count, checksum }) => [table, numbers.format(count), checksum])
  const headers = [t('workspace.copy.table'), t('workspace.copy.rows'), t('workspace.copy.checksum')]
  return [t('workspace.copy.done'), '', ...columnsOfText([headers, ...rows], { align: 'lrl' })].join('\n')
}
