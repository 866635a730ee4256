import type { ColumnType, GeneratedAlways } from 'kysely'
import type { AccessTables } from './access-tables.ts'
import type { BehaviourTables } from './behaviour-tables.ts'
import type { DataTables } from './data-tables.ts'
import type { SegmentTables } from './segment-tables.ts'
import type { SelectionTables } from './selection-tables.ts'

/** The tables of the store as the query builder sees them; the migrations make them. */
export interface StoreTables extends AccessTables, BehaviourTables, DataTables, SelectionTables, SegmentTables {
  readonly workspace: WorkspaceTable
  readonly given_figure: GivenFigureTable
}

/** One row: which workspace this database belongs to. */
export interface WorkspaceTable {
  readonly id: string
  readonly created_at: ColumnType<Date, never, never>
  /** The program that made the tables, as `name version`. */
  readonly created_with: ColumnType<string, string, never>
  readonly only_row: GeneratedAlways<boolean>
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
