import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { withoutMerges } from '../../metrics/index.ts'
import { type AccountPurchases, emptyPurchases } from './account-purchases.ts'
import { purchaseDays } from './purchase-days.query.ts'

/** Bytes of one row of {@link purchaseDays}. */
const rowBytes = 20

/** Loads what the accounts of a scope did day by day. */
export async function readPurchases(
  warehouse: Warehouse,
  parameters: z.input<typeof purchaseDays.parameters>,
): Promise<AccountPurchases> {
  const chunks: DataView[] = []
  const seen = { accounts: 0, entries: 0, key: noKey() }
  let rest = new Uint8Array(0)
  const answer = await warehouse.bytes(withoutMerges(purchaseDays, parameters), { parameters, format: 'RowBinary' })
  for await (const chunk of answer) {
    const bytesRead = bytesOf(chunk)
    const whole = rest.length === 0 ? bytesRead : Buffer.concat([rest, bytesRead])
    const end = whole.length - (whole.length % rowBytes)
    rest = whole.slice(end)
    const rows = new DataView(whole.buffer, whole.byteOffset, end)
    chunks.push(rows)
    seen.entries += end / rowBytes
    // Counted while the next rows are on their way.
    for (let at = 0; at < end; at += rowBytes) seen.accounts += Number(isNextKey(seen.key, rows, at))
  }
  return purchasesFromRows(chunks, seen)
}

/** A stream of bytes gives bytes; its type does not say so. */
function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(0)
}

/** The key of an account by its halves, which unlike the whole are plain numbers. */
interface SeenKey {
  low: number
  high: number
}

function noKey(): SeenKey {
  return { low: -1, high: -1 }
}

/** Whether a row belongs to another account than the one before; keeps its key. */
function isNextKey(seen: SeenKey, rows: DataView, at: number): boolean {
  const low = rows.getUint32(at, true)
  const high = rows.getUint32(at + 4, true)
  if (low === seen.low && high === seen.high) return false
  seen.low = low
  seen.high = high
  return true
}

/** The rows as columns; chunks hold whole rows and are given up one by one. */
function purchasesFromRows(
  chunks: DataView[],
  counted: { readonly accounts: number; readonly entries: number },
): AccountPurchases {
  const columns = emptyPurchases(counted.accounts, counted.entries)
  const { keys, offsets, days, bought, amounts } = columns
  const seen = noKey()
  let account = -1
  let entry = 0
  for (let rows = chunks.shift(); rows !== undefined; rows = chunks.shift()) {
    for (let at = 0; at < rows.byteLength; at += rowBytes) {
      if (isNextKey(seen, rows, at)) {
        account++
        keys[account] = rows.getBigUint64(at, true)
        offsets[account] = entry
      }
      const dayAndBought = rows.getInt32(at + 8, true)
      days[entry] = dayAndBought >> 1
      bought[entry] = dayAndBought & 1
      amounts[entry] = rows.getFloat64(at + 12, true)
      entry++
    }
  }
  offsets[account + 1] = entry
  return columns
}
