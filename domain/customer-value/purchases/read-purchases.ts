import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { type AccountPurchases, emptyPurchases } from './account-purchases.ts'
import { purchaseDays } from './purchase-days.query.ts'

/** Bytes of one row of {@link purchaseDays}. */
const rowBytes = 20

/** Loads what the accounts of a scope did day by day. */
export async function readPurchases(
  warehouse: Warehouse,
  parameters: z.input<typeof purchaseDays.parameters>,
): Promise<AccountPurchases> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let rest = new Uint8Array(0)
  const answer = await warehouse.bytes(purchaseDays, { parameters, format: 'RowBinary' })
  for await (const chunk of answer) {
    const bytesRead = bytesOf(chunk)
    const whole = rest.length === 0 ? bytesRead : Buffer.concat([rest, bytesRead])
    const end = whole.length - (whole.length % rowBytes)
    rest = whole.slice(end)
    chunks.push(whole.subarray(0, end))
    bytes += end
  }
  return purchasesFromRows(chunks, bytes / rowBytes)
}

/** A stream of bytes gives bytes; its type does not say so. */
function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(0)
}

/** The rows as columns; chunks hold whole rows and are given up one by one. */
function purchasesFromRows(chunks: Uint8Array[], entries: number): AccountPurchases {
  const columns = emptyPurchases(countAccounts(chunks), entries)
  let account = -1
  let entry = 0
  let before: bigint | undefined
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let at = 0; at < chunk.byteLength; at += rowBytes) {
      const key = view.getBigUint64(at, true)
      if (key !== before) {
        before = key
        account++
        columns.keys[account] = key
        columns.offsets[account] = entry
      }
      const dayAndBought = view.getInt32(at + 8, true)
      columns.days[entry] = dayAndBought >> 1
      columns.bought[entry] = dayAndBought & 1
      columns.amounts[entry] = view.getFloat64(at + 12, true)
      entry++
    }
  }
  columns.offsets[account + 1] = entry
  return columns
}

function countAccounts(chunks: readonly Uint8Array[]): number {
  let accounts = 0
  let before: bigint | undefined
  for (const chunk of chunks) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let at = 0; at < chunk.byteLength; at += rowBytes) {
      const key = view.getBigUint64(at, true)
      if (key !== before) accounts++
      before = key
    }
  }
  return accounts
}
