import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Override } from './override.ts'
import { twoAtOnce } from './place-overrides.ts'

type Database = StoreClient['database']

/** Overrides of a model that have not been taken away, by account and day. */
export async function overridesOf(database: Database, model: string): Promise<Override[]> {
  const rows = await database
    .selectFrom('tier_override')
    .selectAll()
    .where('model', '=', model)
    .where('removed_at', 'is', null)
    .orderBy('account')
    .orderBy('valid_until')
    .orderBy('id')
    .execute()
  return rows.map(({ id, account, tier, reason, author, valid_from: from, valid_until: until }) => ({
    id,
    account,
    tier,
    reason,
    author,
    from,
    until,
  }))
}

/**
 * Writes down what a person decided.
 *
 * @throws ProductError `overrides.twoAtOnce` where another one of the account holds on some of the days
 */
export async function addOverride(
  database: Database,
  override: Omit<Override, 'id'> & { readonly model: string },
): Promise<Override> {
  const { model, account, tier, reason, author, from, until } = override
  return database.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('tier_override')
      .values({ model, account, tier, reason, author, valid_from: from, valid_until: until })
      .returning('id')
      .executeTakeFirstOrThrow()
    const own = { id: added.id, account, tier, reason, author, from, until }
    const others = (await overridesOf(transaction, model)).filter(
      (each) => each.account === account && each.id !== own.id,
    )
    const other = others.find((each) => overlaps(each, own))
    if (other !== undefined) throw twoAtOnce(other, own)
    return own
  })
}

/** @throws ProductError `overrides.notFound` */
export async function removeOverride(database: Database, id: number): Promise<void> {
  const removed = await database
    .updateTable('tier_override')
    .set({ removed_at: new Date() })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new ProductError('overrides.notFound', { id })
}

function overlaps(first: Override, second: Override): boolean {
  const startsBefore = (a: Override, b: Override): boolean => a.from === null || a.from <= b.until
  return startsBefore(first, second) && startsBefore(second, first)
}
