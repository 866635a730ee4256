import type { ColumnType, JSONColumnType } from 'kysely'

type Now = ColumnType<Date, never, never>

/** The tables of segmentations. */
export interface SegmentTables {
  readonly segmentation: SegmentationTable
  readonly segment_assignment: SegmentAssignmentTable
}

/** A trial, and from the day it is saved a segmentation that does not change. */
interface SegmentationTable {
  readonly id: string
  readonly run_id: string
  readonly as_of: string
  readonly currency: string
  readonly request: JSONColumnType<object, string, never>
  readonly found: JSONColumnType<object, string, never>
  /** How accounts of later runs find their cluster. */
  readonly model: JSONColumnType<object, string, never>
  readonly tells_of_profit: boolean
  readonly person_id: string
  readonly person_name: string
  readonly made_at: Now
  readonly name: ColumnType<string | null, undefined, string>
  readonly version: ColumnType<number | null, undefined, number>
  readonly note: ColumnType<string, undefined, string>
  /** Numbers and names. */
  readonly clusters: ColumnType<object, undefined, string>
  readonly saved_at: ColumnType<Date | null, undefined, Date>
  readonly retired_at: ColumnType<Date | null, undefined, Date>
}

/** That the accounts of a run have their clusters of a segmentation in the warehouse, all of them. */
interface SegmentAssignmentTable {
  readonly segmentation_id: string
  readonly run_id: string
  readonly as_of: string
  readonly way: 'fitted' | 'model'
  readonly accounts: number
  readonly left_out: number
  readonly assigned_at: Now
}
