import { randomUUID } from 'node:crypto'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { insertRecords } from '../kinds/record-columns.ts'
import type { RecordKindDefinition } from '../kinds/record-kind.ts'
import type { ReadRecord } from '../reading/read-record-file.ts'

const recordsPerInsert = 100_000

export interface RecordWriter {
  write(records: readonly ReadRecord[]): Promise<void>
  /** Sends the rest; everything is acknowledged afterwards. */
  end(): Promise<void>
}

/** Writes the records of one import, some at a time. */
export function recordWriter(
  warehouse: Warehouse,
  { kind, importId }: { readonly kind: RecordKindDefinition; readonly importId: number },
): RecordWriter {
  const sql = insertRecords(kind, importId)
  const run = randomUUID()
  let lines: string[] = []
  let part = 0

  async function send(): Promise<void> {
    if (lines.length === 0) return
    const body = Buffer.from(lines.join('\n'))
    lines = []
    part += 1
    await warehouse.insert({ name: `insert-${kind.kind}`, sql, token: `${run}-${part}` }, body)
  }

  return {
    write: async (records) => {
      for (const { row, values } of records) lines.push(JSON.stringify([row, ...values]))
      if (lines.length >= recordsPerInsert) await send()
    },
    end: send,
  }
}
