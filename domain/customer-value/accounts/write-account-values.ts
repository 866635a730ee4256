import { Readable } from 'node:stream'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Valuation } from '../valuation.ts'
import { figuresPerAccount, valueFigures } from '../values/value-figures.ts'

// In the order of valueFigures.
const figures = [
  'purchases',
  'recency_days',
  'age_days',
  'p_alive',
  'expected_orders',
  'value_per_order',
  'clv',
  'clv_lower',
  'clv_upper',
  'value_at_risk',
  'due_day',
  'due_from',
  'due_to',
  'overdue_cycles',
] as const

// Every figure travels as a double, NaN for what is not defined, so that all rows are of one length.
const insertValues = `INSERT INTO account_value
SELECT
  run_id,
  account_key,
  toUInt32(purchases),
  toInt32(recency_days),
  toInt32(age_days),
  ${figures
    .slice(3, 10)
    .map((name) => `if(isNaN(${name}), NULL, ${name})`)
    .join(',\n  ')},
  ${['due_day', 'due_from', 'due_to'].map((name) => `if(isNaN(${name}), NULL, toDate32(toInt32(ifNotFinite(${name}, 0))))`).join(',\n  ')},
  if(isNaN(overdue_cycles), NULL, overdue_cycles)
FROM input('run_id String, account_key UInt64, ${figures.map((name) => `${name} Float64`).join(', ')}')
FORMAT RowBinary`

const rowsPerChunk = 16_384

export interface WrittenValues {
  readonly runId: string
  /** Only the so many most valuable accounts, and those as valuable as the last of them; all where absent. */
  readonly most?: number
}

/** Writes the figures of the accounts of a valuation under a run. Earlier figures of that run must be gone. */
export async function writeAccountValues(
  warehouse: Warehouse,
  valuation: Valuation,
  { runId, most }: WrittenValues,
): Promise<void> {
  if (valuation.purchases.keys.length === 0) return
  const least = most === undefined ? null : leastOfMost(valuation, most)
  const chunks = encodedRows(valuation, { runId: Buffer.from(runId), least })
  await warehouse.insert({ name: 'write-account-values', sql: insertValues }, Readable.from(chunks))
}

/** What the last of the most valuable accounts is worth; null where fewer have a value. */
function leastOfMost({ columns }: Valuation, most: number): number | null {
  let largest: number[] = []
  for (const { clv } of columns) {
    for (const value of clv) {
      if (!Number.isFinite(value) || (largest.length === most && value <= (largest.at(-1) ?? 0))) continue
      largest = [...largest, value].toSorted((a, b) => b - a).slice(0, most)
    }
  }
  return largest.length === most ? (largest.at(-1) ?? null) : null
}

function* encodedRows(
  valuation: Valuation,
  { runId, least }: { readonly runId: Buffer; readonly least: number | null },
): Generator<Buffer> {
  const { purchases, columns, observation } = valuation
  const head = Buffer.concat([Buffer.of(runId.length), runId])
  const rowBytes = head.length + 8 + 8 * figures.length
  const figuresAt = new Float64Array(figuresPerAccount)
  let chunk = Buffer.allocUnsafe(rowBytes * rowsPerChunk)
  let at = 0
  const isWritten = new Uint8Array(purchases.keys.length).fill(least === null ? 0 : 1)
  const write = (account: number): void => {
    head.copy(chunk, at)
    chunk.writeBigUInt64LE(purchases.keys[account] ?? 0n, at + head.length)
    figuresAt.forEach((value, i) => chunk.writeDoubleLE(value, at + head.length + 8 + 8 * i))
    at += rowBytes
  }
  for (const part of columns) {
    for (let row = 0; row < part.accounts.length; row++) {
      const account = part.accounts[row] ?? 0
      isWritten[account] = 1
      if (least !== null && !((part.clv[row] ?? Number.NaN) >= least)) continue
      valueFigures(part, { row, ...observation }, figuresAt)
      write(account)
      if (at < chunk.length) continue
      yield chunk
      chunk = Buffer.allocUnsafe(rowBytes * rowsPerChunk)
      at = 0
    }
  }
  figuresAt.fill(Number.NaN).fill(0, 0, 3)
  for (let account = 0; account < isWritten.length; account++) {
    if (isWritten[account] === 1) continue
    write(account)
    if (at < chunk.length) continue
    yield chunk
    chunk = Buffer.allocUnsafe(rowBytes * rowsPerChunk)
    at = 0
  }
  if (at > 0) yield chunk.subarray(0, at)
}
