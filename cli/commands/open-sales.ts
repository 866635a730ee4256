import { basename } from 'node:path'
import { applySteps } from '@vitalfew/domain/data-quality/index.ts'
import {
  type ImportedFile,
  importSalesFiles,
  planSalesFiles,
  type SalesFilePlan,
} from '@vitalfew/domain/imports/index.ts'
import { openWorkspace, temporaryWorkspace, type Workspace } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { OpenWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import type { Output } from '../output/output.ts'
import type { SalesOptions } from './sales-options.ts'

/** Opens the warehouse that was named, or the one in a directory of a workspace. */
export type OpenSomeWarehouse = (options: {
  readonly directory: string
  readonly durable: boolean
  readonly warehouse?: string
}) => Promise<OpenWarehouse>

/** What a command is given besides its options. */
export interface CommandSurroundings {
  readonly output: Output
  readonly signal: AbortSignal
  readonly openWarehouse: OpenSomeWarehouse
}

export interface OpenSales {
  readonly warehouse: Warehouse
  readonly plans: readonly SalesFilePlan[]
  readonly workspace: Workspace
}

/**
 * Opens the workspace of a command, starts the engine while the files are looked at, and stops it at once when the
 * command is cancelled. Whatever was opened goes with `resources`.
 *
 * @throws ProductError `input.*`, `mapping.*`, `workspace.*`, `warehouse.*`
 */
export async function openSales(
  resources: AsyncDisposableStack,
  options: SalesOptions & { readonly command: string },
  { output, signal, openWarehouse }: CommandSurroundings,
): Promise<OpenSales> {
  const use = { command: options.command }
  const workspace =
    options.workspace === undefined ? await temporaryWorkspace(use) : await openWorkspace(options.workspace, use)
  resources.defer(workspace.release)
  output.progress('progress.starting')
  const opening = openWarehouse({
    directory: workspace.warehouseDirectory,
    durable: !workspace.temporary,
    ...(options.warehouse === undefined ? {} : { warehouse: options.warehouse }),
  })
  resources.defer(async () => {
    const opened = await opening.catch(() => undefined)
    await opened?.close()
  })
  const { files: paths, map: overrides, sheet } = options
  const planning = planSalesFiles({ paths, overrides, signal, ...(sheet === undefined ? {} : { sheet }) })
  const [plans, { warehouse, stop }] = await Promise.all([planning, opening])
  // A query under way would go on to its end, however long that takes.
  const stopWork = (): void => void stop()
  signal.addEventListener('abort', stopWork, { once: true })
  resources.defer(() => signal.removeEventListener('abort', stopWork))
  signal.throwIfAborted()
  return { warehouse, plans, workspace }
}

/** Imports the files of a command, telling how far it is. */
export async function importSales(
  { warehouse, plans }: OpenSales,
  request: {
    readonly dropDuplicates: boolean
    readonly signal: AbortSignal
    readonly output: Output
    readonly onLeftOut: Parameters<typeof importSalesFiles>[1]['onLeftOut']
  },
): Promise<ImportedFile[]> {
  const { dropDuplicates, signal, output, onLeftOut } = request
  const files = await importSalesFiles(warehouse, {
    plans,
    dropDuplicates,
    signal,
    onLeftOut,
    onProgress: (source, { rows, bytesRead, bytesTotal }) => {
      const done = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal)
      output.progress('progress.reading', { file: basename(source), rows, done })
    },
  })
  // What people decided about doubtful lines holds for the new files of a source too.
  await applySteps(warehouse, new Date().toISOString().slice(0, 10))
  return files
}
