import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { keptModel } from './model-versions.ts'

/** `default@1` in its parts. */
export function versionParts(id: string): { name: string; version: number } {
  const at = id.lastIndexOf('@')
  return { name: id.slice(0, at), version: Number(id.slice(at + 1)) }
}

export function versionId({ name, version }: Pick<SelectionModel, 'name' | 'version'>): string {
  return `${name}@${version}`
}

/**
 * A version of a model by its id: kept in the workspace, or one that comes along.
 *
 * @throws ProductError `model.notFound`
 */
export async function findVersion(
  database: StoreClient['database'],
  { id, ready }: { readonly id: string; readonly ready: readonly SelectionModel[] },
): Promise<SelectionModel> {
  const kept = await keptModel(database, versionParts(id))
  const found = kept ?? ready.find((model) => versionId(model) === id)
  if (found === undefined)
    throw new ProductError('model.notFound', { model: id, models: ready.map(versionId).join(', ') })
  return found
}

/** Keeps a version that comes along, so that a job finds it; what is kept already stays as it is. */
export async function keepUnused(database: StoreClient['database'], model: SelectionModel): Promise<void> {
  const { name, version } = model
  await database
    .insertInto('selection_model')
    .values({ name, version, document: JSON.stringify(model), first_used_at: null })
    .onConflict((conflict) => conflict.columns(['name', 'version']).doNothing())
    .execute()
}
