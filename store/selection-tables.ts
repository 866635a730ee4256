import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely'

type Made = ColumnType<Date, undefined, never>
type Json = JSONColumnType<object>

/** The tables of what people give to a selection. */
export interface SelectionTables {
  readonly selection_model: SelectionModelTable
  readonly selection_rating: SelectionRatingTable
  readonly tier_override: TierOverrideTable
  readonly weight_round: WeightRoundTable
  readonly weight_rater: WeightRaterTable
  readonly weight_judgement: WeightJudgementTable
  readonly selection_backtest: SelectionBacktestTable
}

/** A version of a selection model as it was saved or first used; its document is never changed. */
interface SelectionModelTable {
  readonly name: string
  readonly version: number
  readonly document: JSONColumnType<object, string, never>
  /** null where no run has used it yet. */
  readonly first_used_at: ColumnType<Date | null, Date | null | undefined, Date>
  readonly saved_at: Made
  readonly saved_by: ColumnType<string, string | undefined, never>
  readonly note: ColumnType<string, string | undefined, never>
}

/** A score that a person gave an account on a criterion. */
interface SelectionRatingTable {
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

/** A tier that a person decided on; taken away by a date, so that it can be told who decided what. */
interface TierOverrideTable {
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

/** A round in which people compare the criteria of a model version. */
interface WeightRoundTable {
  readonly id: string
  readonly title: string
  readonly model_name: string
  readonly model_version: number
  readonly tree: Json
  readonly titles: Json
  readonly is_open: ColumnType<boolean, undefined, boolean>
  readonly created_by: string
  readonly created_at: Made
  /** The version that its weights became, as `name@2`. */
  readonly adopted: ColumnType<string | null, undefined, string>
}

interface WeightRaterTable {
  readonly id: string
  readonly round_id: string
  readonly person_id: string | null
  readonly name: string
  readonly department: string
  readonly submitted_at: ColumnType<Date | null, undefined, Date | null>
}

interface WeightJudgementTable {
  readonly rater_id: string
  readonly first: string
  readonly second: string
  readonly judgement: number | null
  readonly reason: string
  readonly changed_at: ColumnType<Date, undefined, Date>
}

interface SelectionBacktestTable {
  readonly id: string
  readonly model: string
  readonly challenger: string | null
  readonly made_by: string
  readonly made_at: Made
  readonly locale: string
  /** null where the history was too short. */
  readonly result: JSONColumnType<object | null, string | null, never>
}
