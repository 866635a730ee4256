import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Rating } from './rating.ts'

type Database = StoreClient['database']

const rowsPerInsert = 1_000

interface GivenRatings {
  readonly ratings: readonly Rating[]
  readonly file: string
}

/** Adds scores to the log; a score that is there already is not added again. Says how many are new. */
export async function addRatings(database: Database, given: GivenRatings): Promise<number> {
  return database.transaction().execute((transaction) => addRatingsIn(transaction, given))
}

/** The same as part of a transaction. */
export async function addRatingsIn(transaction: Database, { ratings, file }: GivenRatings): Promise<number> {
  let added = 0
  for (let from = 0; from < ratings.length; from += rowsPerInsert) {
    const rows = ratings.slice(from, from + rowsPerInsert).map((rating) => ({ ...rating, file }))
    const result = await transaction
      .insertInto('selection_rating')
      .values(rows)
      .onConflict((conflict) => conflict.constraint('selection_rating_once').doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

/** Every score in the log that was given before a day, the earliest first; all where no day is named. */
export async function ratingsBefore(database: Database, day: string | undefined): Promise<Rating[]> {
  const query = database
    .selectFrom('selection_rating')
    .select(['account', 'criterion', 'score', 'rater', 'department', 'day', 'reason'])
    .orderBy('day')
    .orderBy('id')
  return day === undefined ? query.execute() : query.where('day', '<', day).execute()
}
