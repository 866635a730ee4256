import { Readable } from 'node:stream'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import type { z } from 'zod'
import type { AskedIn } from './known-records.query.ts'
import { rowBytes } from './number-bytes.ts'

const insertLookup = 'INSERT INTO identity_lookup (lookup, rule, block) FORMAT RowBinary'
const bytesOfRow = 17

/** The questions of one batch. */
export interface Lookup {
  readonly number: number
  /** Whether what is asked for was written down, and has to be taken out again. */
  isKept: boolean
}

/** Pairs of a rule and a block up to which they are sent with the question. */
const mostGiven = 400

/** Says what is asked for: where it stands, and what is bound to a question about it. */
export async function askFor(
  warehouse: Warehouse,
  { lookup, asked }: { readonly lookup: Lookup; readonly asked: readonly (readonly [number, number])[] },
): Promise<{ readonly source: AskedIn; readonly bound: Readonly<Record<string, unknown>> }> {
  if (asked.length <= mostGiven) {
    return { source: 'given', bound: { rules: asked.map(([rule]) => rule), blocks: asked.map(([, block]) => block) } }
  }
  await warehouse.insert(
    { name: 'ask-known-records', sql: insertLookup, inPieces: true },
    Readable.from(lookupBytes(lookup.number, asked)),
  )
  lookup.isKept = true
  return { source: 'kept', bound: { lookup: lookup.number } }
}

function* lookupBytes(lookup: number, asked: Iterable<readonly [number, number]>): Generator<Buffer> {
  const bytes = rowBytes(bytesOfRow)
  for (const [rule, block] of asked) {
    if (bytes.isFull()) yield bytes.take()
    bytes.uint64(lookup)
    bytes.uint8(rule)
    bytes.uint64(block)
  }
  yield bytes.take()
}

/** The answer of a query column by column: a hundred thousand rows as objects would take their time. */
export async function answerColumns<Columns extends z.ZodType, P extends z.ZodType>(
  warehouse: Warehouse,
  query: WarehouseQuery<P, z.ZodUnknown>,
  { parameters, columns }: { readonly parameters: z.input<P>; readonly columns: Columns },
): Promise<z.output<Columns>> {
  const answer = await warehouse.bytes(query, { parameters, format: 'JSONColumns' })
  const text = (await answer.setEncoding('utf8').toArray()).join('')
  return columns.parse(JSON.parse(text))
}
