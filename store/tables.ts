import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely'
import type { AccessTables } from './access-tables.ts'
import type { DataTables } from './data-tables.ts'

/** The tables of the store as the query builder sees them; the migrations make them. */
export interface StoreTables extends AccessTables, DataTables {
  readonly workspace: WorkspaceTable
  readonly selection_model: SelectionModelTable
  readonly selection_rating: SelectionRatingTable
  readonly given_figure: GivenFigureTable
  readonly tier_override: TierOverrideTable
}

/** One row: which workspace this database belongs to. */
export interface WorkspaceTable {
  readonly id: string
  readonly created_at: ColumnType<Date, never, never>
  /** The program that made the tables, as `name version`. */
  readonly created_with: ColumnType<string, string, never>
  readonly only_row: GeneratedAlways<boolean>
}

/** A version of a selection model as it was first used; never changed. */
export interface SelectionModelTable {
  readonly name: string
  readonly version: number
  readonly document: JSONColumnType<object, string, never>
  readonly first_used_at: ColumnType<Date, never, never>
}

/** A score that a person gave an account on a criterion. */
export interface SelectionRatingTable {
  readonly id: GeneratedAlways<number>
  readonly account: string
  readonly criterion: string
  readonly score: number
  readonly rater: string
  readonly department: string
  readonly day: string
  readonly reason: string
  readonly file: string
  readonly imported_at: ColumnType<Date, never, never>
}

/** A figure of an account that does not come from sales. */
export interface GivenFigureTable {
  readonly id: GeneratedAlways<number>
  readonly account: string
  readonly figure: string
  readonly value: number
  readonly day: string
  readonly author: string
  readonly reason: string
  readonly file: string
  readonly imported_at: ColumnType<Date, never, never>
}

/** A tier that a person decided on; taken away by a date, so that it can be told who decided what. */
export interface TierOverrideTable {
  readonly id: GeneratedAlways<number>
  readonly model: string
  readonly account: string
  readonly tier: string
  readonly reason: string
  readonly author: string
  readonly valid_from: string | null
  readonly valid_until: string
  readonly created_at: ColumnType<Date, never, never>
  readonly removed_at: ColumnType<Date | null, never, Date>
}
