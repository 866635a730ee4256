import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import { AccountValue } from '@vitalfew/contract/customer-value.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { valuedAccountCells, valuedAccounts } from './valued-accounts.query.ts'

/** Whose values: the scope of the valuation and the run they were written under. */
export interface ValuedScope {
  readonly runId: string
  readonly imports: readonly number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly currency: string
}

const everybody = 4_294_967_295
const byteOrderMark = '\uFEFF'

/** values.csv: every account as valued, the most valuable first; UTF-8 with a byte order mark. */
export async function writeValuesCsv(warehouse: Warehouse, scope: ValuedScope, path: string): Promise<void> {
  const parameters = parametersOf(scope, everybody)
  const cells = await warehouse.bytes(valuedAccountCells, { parameters, format: 'CSV' })
  const head = `${byteOrderMark}${Object.keys(AccountValue.shape).join(',')}\r\n`
  await pipeline(withHead(head, cells), createWriteStream(path))
}

/** The most valuable accounts. */
export function mostValuable(
  warehouse: Warehouse,
  scope: ValuedScope,
  options: { readonly limit: number },
): Promise<AccountValue[]> {
  return warehouse.rows(valuedAccounts, parametersOf(scope, options.limit))
}

function parametersOf({ currency, imports, ...scope }: ValuedScope, limit: number) {
  return { ...scope, imports: [...imports], decimals: currencyDecimals(currency), limit }
}

async function* withHead(head: string, rows: Readable): AsyncGenerator {
  yield head
  yield* rows
}
