import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { SalesLine } from '../sales-line.ts'
import { encodedColumns, SalesLineEncoder } from './sales-line-encoder.ts'

/** Lines sent in one insert: well under one block of the engine, so that each insert is all or nothing. */
const linesPerInsert = 250_000
const bytesPerInsert = 32 * 2 ** 20

export interface LineWriter {
  write(lines: readonly SalesLine[]): Promise<void>
  /** Sends the rest and waits until everything is acknowledged. */
  end(): Promise<void>
  /** Waits until nothing is under way any more, whatever became of it. */
  settle(): Promise<void>
}

/** Writes the lines of one import while the next ones are being read; at most two inserts are under way. */
export function lineWriter(warehouse: Warehouse, importId: number): LineWriter {
  const encoder = new SalesLineEncoder()
  const underWay = new Set<Promise<void>>()
  let part = 0
  let failure: Error | undefined

  async function send(): Promise<void> {
    if (encoder.lines === 0) return
    const token = `import-${importId}-part-${part}`
    part += 1
    const insert: Promise<void> = warehouse
      .insert({ name: 'insert-sales-lines', sql: insertLines(importId), token }, encoder.take())
      .then(() => undefined)
      .catch((error: unknown) => {
        failure ??= error instanceof Error ? error : new Error(String(error))
      })
      .finally(() => underWay.delete(insert))
    underWay.add(insert)
    if (underWay.size >= 2) await Promise.race(underWay)
    if (failure !== undefined) throw failure
  }

  return {
    write: async (lines) => {
      for (const line of lines) encoder.add(line)
      if (encoder.lines >= linesPerInsert || encoder.bytes >= bytesPerInsert) await send()
    },
    end: async () => {
      await send()
      await Promise.all(underWay)
      if (failure !== undefined) throw failure
    },
    settle: async () => {
      await Promise.all(underWay)
    },
  }
}

function insertLines(importId: number): string {
  return `INSERT INTO sales_line (import_id, row, customer_key, customer, customer_name, parent, credit_code, day, kind,
  order_number, product, product_name, category, quantity, net_revenue, gross_profit, currency, salesperson, region,
  department, channel, industry, status)
SELECT ${importId} AS import_id, row, cityHash64(customer) AS customer_key, customer, customer_name, parent, credit_code,
  toDate32(day) AS day, kind, order_number, product, product_name, category, quantity, net_revenue, gross_profit,
  currency, salesperson, region, department, channel, industry, status
FROM input('${encodedColumns.replaceAll(/\s+/g, ' ')}')
FORMAT RowBinary`
}
