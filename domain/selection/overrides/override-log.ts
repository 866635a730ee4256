import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Override } from './override.ts'
import { type Naming, twoAtOnce } from './place-overrides.ts'

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
  naming: Naming,
): Promise<Override> {
  const { model, account, tier, reason, author, from, until } = override
  await refuseOverlap(database, override, naming)
  try {
    const { id } = await database
      .insertInto('tier_override')
      .values({ model, account, tier, reason, author, valid_from: from, valid_until: until })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, account, tier, reason, author, from, until }
  } catch (cause) {
    // Somebody else was a moment earlier: the store lets one of two through.
    if (isOverlap(cause)) await refuseOverlap(database, override, naming)
    throw cause
  }
}

/** @throws ProductError `overrides.twoAtOnce` where another one of the account holds on some of the days */
export async function refuseOverlap(
  database: Database,
  wanted: Omit<Override, 'id'> & { readonly model: string },
  naming: Naming,
): Promise<void> {
  const others = await overridesOf(database, wanted.model)
  const other = others.find((each) => each.account === wanted.account && overlaps(each, wanted))
  if (other !== undefined) throw twoAtOnce([other, wanted], naming)
}

/** PostgreSQL's `exclusion_violation`. */
function isOverlap(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23P01'
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

type Days = Pick<Override, 'from' | 'until'>

function overlaps(first: Days, second: Days): boolean {
  const startsBefore = (a: Days, b: Days): boolean => a.from === null || a.from <= b.until
  return startsBefore(first, second) && startsBefore(second, first)
}
