import { ClickHouseError } from '@clickhouse/client'
import { ProductError } from '@vitalfew/contract/errors.ts'

const outOfMemory = new Set(['241'])
const outOfTime = new Set(['159', '160'])
const outOfDisk = new Set(['243'])

/** What an engine's failure means to a person; `name` is the query that failed. */
export function queryFailure(error: unknown, name: string): ProductError {
  if (error instanceof ProductError) return error
  const reason = error instanceof Error ? firstLine(error.message) : String(error)
  const code = error instanceof ClickHouseError ? error.code : ''
  if (outOfMemory.has(code)) return new ProductError('warehouse.memoryLimit', { query: name, reason }, { cause: error })
  if (outOfTime.has(code)) return new ProductError('warehouse.timeout', { query: name }, { cause: error })
  if (outOfDisk.has(code) || /No space left on device/.test(reason)) {
    return new ProductError('disk.full', { reason }, { cause: error })
  }
  return new ProductError('warehouse.queryFailed', { query: name, reason }, { cause: error })
}

/** The engine repeats the whole statement after "In scope"; what went wrong stands before it. */
function firstLine(text: string): string {
  return (text.split(/\n|: In scope/, 1)[0] ?? text).slice(0, 500)
}
