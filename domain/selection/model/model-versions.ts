import { ProductError } from '@vitalfew/contract/errors.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Wording } from '../words/figure-words.ts'
import { describeDifference } from '../words/describe-difference.ts'

type Database = StoreClient['database']

/**
 * Keeps a version of a model as it is first used. From then on the same name and version mean this content, as they do for
 * a version that was saved before it was used.
 *
 * @throws ProductError `model.changed` with what differs
 */
export async function keepModelVersion(database: Database, model: SelectionModel, wording: Wording): Promise<void> {
  const { name, version } = model
  await database
    .insertInto('selection_model')
    .values({ name, version, document: JSON.stringify(model), first_used_at: new Date() })
    .onConflict((conflict) => conflict.columns(['name', 'version']).doNothing())
    .execute()
  const kept = await keptModel(database, { name, version })
  if (kept === undefined || isSame(kept, model)) return markUsed(database, { name, version })
  const differences = describeDifference(kept, model, wording).join(' ')
  const versions = await database.selectFrom('selection_model').select('version').where('name', '=', name).execute()
  const next = Math.max(...versions.map((row) => row.version)) + 1
  throw new ProductError('model.changed', { name, version, differences, next })
}

/** A version that was only saved is used from now on. */
async function markUsed(
  database: Database,
  { name, version }: { readonly name: string; readonly version: number },
): Promise<void> {
  await database
    .updateTable('selection_model')
    .set({ first_used_at: new Date() })
    .where('name', '=', name)
    .where('version', '=', version)
    .where('first_used_at', 'is', null)
    .execute()
}

/** A version that has been saved or used in this workspace; the newest where none is named; undefined where there is none. */
export async function keptModel(
  database: Database,
  { name, version }: { readonly name: string; readonly version?: number | undefined },
): Promise<SelectionModel | undefined> {
  const query = database.selectFrom('selection_model').select('document').where('name', '=', name)
  const one = version === undefined ? query.orderBy('version', 'desc') : query.where('version', '=', version)
  const row = await one.limit(1).executeTakeFirst()
  return row === undefined ? undefined : SelectionModel.parse(row.document)
}

/** Every version that has been used in this workspace. */
export function keptModels(database: Database): Promise<{ name: string; version: number; first_used_at: Date }[]> {
  return database
    .selectFrom('selection_model')
    .select(['name', 'version', 'first_used_at'])
    .where('first_used_at', 'is not', null)
    .$narrowType<{ first_used_at: Date }>()
    .orderBy('name')
    .orderBy('version')
    .execute()
}

/** The order of names in a document says nothing, and the store does not keep it. */
function isSame(first: SelectionModel, second: SelectionModel): boolean {
  return canonical(first) === canonical(second)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
