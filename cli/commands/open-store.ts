import { openWorkspace } from '@vitalfew/domain/workspace/index.ts'
import type { SelectSurroundings, StoreDatabase } from './open-selection.ts'

/** The store of a workspace, or the one that the environment names; undefined where there is neither. */
export async function openStoreOf(
  resources: AsyncDisposableStack,
  named: { readonly workspace: string | undefined; readonly command: string },
  { openStore }: Pick<SelectSurroundings, 'openStore'>,
): Promise<StoreDatabase | undefined> {
  const workspace = named.workspace === undefined ? undefined : await openWorkspace(named.workspace, named)
  if (workspace !== undefined) resources.defer(workspace.release)
  const opened = await openStore({ directory: workspace?.storeDirectory, durable: true })
  if (opened !== undefined) resources.defer(opened.close)
  return opened?.store.database
}
