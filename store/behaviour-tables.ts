import type { ColumnType } from 'kysely'

type Now = ColumnType<Date, never, never>
/** Written as text, read as the value it stands for. */
type Kept = ColumnType<unknown, string, string>

/** The tables of what was worked out about how accounts buy. */
export interface BehaviourTables {
  readonly behaviour_answer: BehaviourAnswerTable
  readonly funnel_source: FunnelSourceTable
}

/** An answer, by a digest of everything that decides it. */
interface BehaviourAnswerTable {
  readonly digest: string
  readonly run_id: string
  readonly answer: Kept
  readonly made_at: Now
}

/** A table of opportunities or events that somebody gave, and the funnel it came to. */
interface FunnelSourceTable {
  readonly id: string
  readonly uploads: Kept
  readonly files: Kept
  readonly cuts: Kept
  readonly stages: Kept
  readonly answer: Kept
  readonly person_id: string
  readonly person_name: string
  readonly read_at: Now
}
