import { openWorkspace, temporaryWorkspace, type Workspace } from '@vitalfew/domain/workspace/index.ts'
import type { OpenWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import type { Output } from '../output/output.ts'

/** Opens the warehouse that was named, or the one in a directory of a workspace. */
export type OpenSomeWarehouse = (options: {
  readonly directory: string
  readonly durable: boolean
  readonly warehouse?: string
}) => Promise<OpenWarehouse>

export interface PlaceSurroundings {
  readonly output: Output
  readonly signal: AbortSignal
  readonly openWarehouse: OpenSomeWarehouse
}

/** A workspace that is held, and its engine on the way. */
export interface OpeningPlace {
  readonly workspace: Workspace
  readonly opening: Promise<OpenWarehouse>
}

export interface PlaceOptions {
  readonly command: string
  readonly workspace?: string
  readonly warehouse?: string
}

/**
 * Opens the workspace of a command, or one for the time being, and starts its engine. Both go with `resources`.
 *
 * @throws ProductError `workspace.*`; `opening` rejects with `warehouse.*`
 */
export async function openPlace(
  resources: AsyncDisposableStack,
  options: PlaceOptions,
  { output, openWarehouse }: PlaceSurroundings,
): Promise<OpeningPlace> {
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
  // Whoever waits for the engine is told why there is none; until then that is nobody's fault.
  opening.catch(() => undefined)
  resources.defer(async () => {
    const opened = await opening.catch(() => undefined)
    await opened?.close()
  })
  return { workspace, opening }
}
