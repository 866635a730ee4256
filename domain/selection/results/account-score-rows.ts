import type { ModelTiers } from '../scoring/assign-model-tiers.ts'
import { countedValue } from '../scoring/counted-value.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'

/** Everything that a run keeps of its accounts' scores. */
export interface ScoreRows {
  readonly columns: SelectionColumns
  readonly scored: ScoredModel
  readonly tiers: ModelTiers
  /** Per criterion, against the mean account; points of the score of 100. */
  readonly contributions: readonly ArrayLike<number>[]
  /** Per tier; empty where they were not looked into. */
  readonly probabilities: readonly ArrayLike<number>[]
}

/** The columns of the rows, as the engine's `input` takes them. */
export const scoreRowColumns =
  'account_key UInt64, score Float64, lower Float64, upper Float64, tier UInt8, tier_rule UInt8, failed_gate UInt8, ' +
  'previous_tier UInt8, tier_since Int32, criterion_values Array(Float64), known Array(UInt8), ' +
  'contributions Array(Float32), tier_probabilities Array(Float32)'

const rowsPerChunk = 8_192

/** The rows of the accounts as RowBinary, some thousands at a time. */
export function* accountScoreRows(rows: ScoreRows): Generator<Buffer> {
  const { columns } = rows
  const criteria = rows.scored.criteria.length
  const width =
    8 +
    3 * 8 +
    4 +
    4 +
    (1 + 8 * criteria) +
    (1 + criteria) +
    (1 + 4 * rows.contributions.length) +
    (1 + 4 * rows.probabilities.length)
  const gates = new Map(rows.scored.model.gates.map(({ id }, index) => [id, index + 1]))
  for (let from = 0; from < columns.accounts; from += rowsPerChunk) {
    const count = Math.min(rowsPerChunk, columns.accounts - from)
    const bytes = Buffer.allocUnsafe(count * width)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let row = 0; row < count; row++) writeRow(view, { at: row * width, account: from + row, rows, gates })
    yield bytes
  }
}

function writeRow(
  view: DataView,
  row: {
    readonly at: number
    readonly account: number
    readonly rows: ScoreRows
    readonly gates: ReadonlyMap<string, number>
  },
): void {
  const { account, rows, gates } = row
  const { columns, scored, tiers, contributions, probabilities } = rows
  const failed = scored.failed[account] ?? null
  let at = row.at
  view.setBigUint64(at, columns.keys[account] ?? 0n, true)
  view.setFloat64((at += 8), points(scored.scored.scores[account]), true)
  view.setFloat64((at += 8), points(scored.scored.lower[account]), true)
  view.setFloat64((at += 8), points(scored.scored.upper[account]), true)
  view.setUint8((at += 8), tiers.tiers[account] ?? 0)
  view.setUint8((at += 1), tiers.rules[account] ?? 0)
  view.setUint8((at += 1), failed === null ? 0 : (gates.get(failed) ?? 0))
  view.setUint8((at += 1), ((columns.previous?.tiers[account] ?? 255) + 1) % 256)
  view.setInt32((at += 1), tiers.since[account] ?? 0, true)
  view.setUint8((at += 4), scored.criteria.length)
  at += 1
  for (let criterion = 0; criterion < scored.values.length; criterion++) {
    view.setFloat64(at, countedValue(scored, { criterion, account }), true)
    at += 8
  }
  view.setUint8(at++, scored.criteria.length)
  for (const { values } of scored.criteria) view.setUint8(at++, Number.isNaN(values[account] ?? Number.NaN) ? 0 : 1)
  for (const list of [contributions, probabilities]) {
    view.setUint8(at++, list.length)
    for (const column of list) {
      view.setFloat32(at, column[account] ?? 0, true)
      at += 4
    }
  }
}

/** 0 to 100, at the decimals that decide between accounts. */
function points(score: number | undefined): number {
  return Math.round((score ?? 0) * 1e8) / 1e6
}
