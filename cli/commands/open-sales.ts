import { basename } from 'node:path'
import { applySteps } from '@vitalfew/domain/data-quality/index.ts'
import {
  type ImportedFile,
  importSalesFiles,
  planSalesFiles,
  type SalesFilePlan,
} from '@vitalfew/domain/imports/index.ts'
import type { Workspace } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Output } from '../output/output.ts'
import { type OpeningPlace, openPlace, type PlaceSurroundings } from './open-place.ts'
import type { SalesOptions } from './sales-options.ts'

/** What a command is given besides its options. */
export interface CommandSurroundings extends PlaceSurroundings {
  /** The workspace of the command, where it was opened while the command was loaded. */
  readonly place?: OpeningPlace
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
  around: CommandSurroundings,
): Promise<OpenSales> {
  const { signal } = around
  const { workspace, opening } = around.place ?? (await openPlace(resources, options, around))
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
