import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'

type Now = ColumnType<Date, never, never>
type Json = JSONColumnType<object>

/** The tables of long work, of what was taken in and given out, and of how people look at accounts. */
export interface DataTables {
  readonly job: JobTable
  readonly upload: UploadTable
  readonly import_record: ImportRecordTable
  readonly import_source: ImportSourceTable
  readonly published_run: PublishedRunTable
  readonly export_file: ExportFileTable
  readonly account_view: AccountViewTable
  readonly account_column: { readonly person_id: string; readonly content: Json }
  readonly account_change: AccountChangeTable
}

interface JobTable {
  readonly id: string
  readonly kind: 'sample' | 'import' | 'run' | 'export' | 'backtest' | 'segments'
  readonly state: ColumnType<
    'waiting' | 'running' | 'done' | 'failed' | 'cancelled',
    undefined,
    'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  >
  readonly title: string
  readonly input: Json
  readonly step: ColumnType<string, undefined, string>
  readonly done: ColumnType<number | null, undefined, number | null>
  readonly rows: ColumnType<number | null, undefined, number | null>
  readonly person_id: string
  readonly person_name: string
  readonly locale: string
  readonly created_at: Now
  readonly queued_at: ColumnType<Date | null, undefined, Date | null>
  readonly started_at: ColumnType<Date | null, undefined, Date>
  readonly finished_at: ColumnType<Date | null, undefined, Date>
  readonly changed_at: ColumnType<Date, undefined, Date>
  readonly attempts: ColumnType<number, undefined, number>
  readonly cancel_asked: ColumnType<boolean, undefined, boolean>
  readonly result: ColumnType<object, undefined, string>
  readonly failure: ColumnType<object | null, undefined, string | null>
}

/** The bytes lie in a folder of the upload's id. */
interface UploadTable {
  readonly id: string
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly person_id: string
  readonly uploaded_at: Now
}

interface ImportRecordTable {
  readonly import_id: number
  readonly upload_id: string | null
  readonly job_id: string
  readonly person_id: string
  readonly person_name: string
  readonly reading: Json
  readonly has_rejected_file: boolean
  readonly imported_at: Now
}

/** One row per kind and name of which somebody said something. */
interface ImportSourceTable {
  readonly id: Generated<string>
  readonly kind: string
  readonly name: string
  readonly title: string
  /** Null where nobody said anything: then what was remembered counts. */
  readonly settings: ColumnType<object | null, string | null, string | null>
  readonly on_overlap: string | null
  readonly origin: ColumnType<object | null, string | null, string | null>
  readonly schedule: ColumnType<object | null, string | null, string | null>
  readonly next_at: Date | null
  /** Files of its folder that were asked to be taken in: name → size and time. */
  readonly seen: ColumnType<object, string | undefined, string>
  readonly last_job: string | null
  readonly person_id: string
  readonly person_name: string
  readonly version: number
  readonly removed_at: ColumnType<Date | null, undefined, Date | null>
  readonly created_at: Now
}

interface PublishedRunTable {
  readonly id: GeneratedAlways<number>
  readonly run_id: string
  readonly as_of: string
  readonly currency: string
  readonly measure: 'netRevenue' | 'grossProfit' | 'contribution' | 'orders'
  readonly first_cut: number
  readonly second_cut: number
  readonly model: string
  readonly value_basis: string
  readonly accounts: number
  readonly net_revenue: number
  readonly imports: readonly number[]
  readonly membership_sequence: number
  readonly product: string
  readonly job_id: string | null
  readonly completed_at: Date
  readonly published_at: Now
}

interface ExportFileTable {
  readonly id: string
  readonly person_id: string
  readonly file: string
  readonly format: 'csv' | 'xlsx'
  readonly accounts: number
  readonly bytes: number
  readonly made_at: Now
  readonly expires_at: Date
}

interface AccountViewTable {
  readonly id: string
  readonly person_id: string
  readonly person_name: string
  readonly name: string
  readonly content: Json
  readonly is_shared: boolean
  readonly created_at: Now
}

interface AccountChangeTable {
  readonly id: GeneratedAlways<number>
  readonly kind: 'tag' | 'assignment'
  readonly name: string
  readonly action: 'set' | 'clear'
  readonly account_keys: readonly string[]
  readonly undoes: number | null
  readonly person_id: string
  readonly person_name: string
  readonly made_at: Now
  readonly applied_at: ColumnType<Date | null, undefined, Date>
}
