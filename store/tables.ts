import type { ColumnType, GeneratedAlways } from 'kysely'

/** The tables of the store as the query builder sees them; the migrations make them. */
export interface StoreTables {
  readonly workspace: WorkspaceTable
}

/** One row: which workspace this database belongs to. */
export interface WorkspaceTable {
  readonly id: string
  readonly created_at: ColumnType<Date, never, never>
  /** The program that made the tables, as `name version`. */
  readonly created_with: ColumnType<string, string, never>
  readonly only_row: GeneratedAlways<boolean>
}
