import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ChurnRow } from './churn-rows.ts'
import type { JudgedDay } from './judge-day.ts'
import { leftOn } from './left-on.ts'

const rowsPerInsert = 100_000

// The run's id is hexadecimal: it stands in the statement because an insert carries no parameters.
function insertRows(runId: string): string {
  if (!/^\w+$/.test(runId)) throw new TypeError(`a run's id must be a word, got ${runId}`)
  return `INSERT INTO account_churn
SELECT '${runId}' AS run_id, account_key, level, risk, p_alive, clv, value_at_risk, signals, strengths, signal_values,
  signal_usual, manner, if(left_on = 0, NULL, toDate32(left_on))
FROM input('account_key UInt64, level String, risk Float64, p_alive Nullable(Float64), clv Nullable(Float64),
  value_at_risk Nullable(Float64), signals Array(String), strengths Array(Float64),
  signal_values Array(Nullable(Float64)), signal_usual Array(Nullable(Float64)), manner String, left_on Int32')
FORMAT RowBinary`
}

/** Writes the judgement of every account of a run, as bytes, some at a time. */
export async function writeAccountChurn(
  warehouse: Warehouse,
  rows: Iterable<ChurnRow>,
  { runId, day }: { readonly runId: string; readonly day: JudgedDay },
): Promise<void> {
  const sql = insertRows(runId)
  let part: Buffer[] = []
  let count = 0
  const send = async (): Promise<void> => {
    if (part.length === 0) return
    const token = `churn-${runId}-${String(count)}`
    await warehouse.insert({ name: 'insert-account-churn', sql, token }, Buffer.concat(part))
    part = []
  }
  for (const row of rows) {
    part.push(encoded(row, day))
    count += 1
    if (part.length === rowsPerInsert) await send()
  }
  await send()
}

function encoded(row: ChurnRow, { conduct, pAlive, signals }: JudgedDay): Buffer {
  const names = row.signals.map(({ signal }) => signal)
  const values = names.map((name) => nullable(signals[name].value(row.row)))
  const usual = names.map((name) => nullable(signals[name].usual(row.row)))
  return Buffer.concat([
    key(conduct.keys[row.row] ?? 0n),
    text(row.level),
    double(row.risk),
    nullable(pAlive[row.row] ?? Number.NaN),
    nullable(row.clv ?? Number.NaN),
    nullable(row.valueAtRisk ?? Number.NaN),
    list(names.map(text)),
    list(row.signals.map(({ strength }) => double(strength))),
    list(values),
    list(usual),
    text(row.manner ?? ''),
    integer(row.level === 'left' ? leftOn(conduct, row.row) : 0),
  ])
}

function key(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}

function double(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function nullable(value: number): Buffer {
  return Number.isNaN(value) ? Buffer.of(1) : Buffer.concat([Buffer.of(0), double(value)])
}

function integer(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeInt32LE(value)
  return bytes
}

/** Texts and lists here are short: their length takes one byte. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.of(value.length), Buffer.from(value, 'latin1')])
}

function list(items: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.of(items.length), ...items])
}
