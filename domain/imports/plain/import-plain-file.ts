import { text as wholeText } from 'node:stream/consumers'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { clearImport } from '../commit/import-log.query.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { ImportProgress } from '../read-sales-file.ts'
import { isReturnFlag, kindOfStatus } from '../rows/kind-of-line.ts'
import type { RowBatch } from '../sheets/table-source.ts'
import { NotPlain, type PlainChunk, plainChunks } from './plain-chunks.ts'
import { type PlainStatements, plainStatements } from './plain-statement.ts'

export interface ImportPlainFile {
  readonly plan: SalesFilePlan
  readonly importId: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Smaller files are left to the careful reader, who is quicker with them. */
  readonly worthwhileBytes?: number
}

const defaultWorthwhileBytes = 2 * 2 ** 20
const chunksUnderWay = 2
/** With more rows than this to read again, reading them all the careful way is quicker. */
const largestOddShare = 1

/**
 * Hands a plain file to the engine: it parses and keeps every row it reads with certainty and puts the others aside.
 *
 * @returns how many rows the engine took, or null when the file is not plain: no row of the import is there then, and
 *   the file is to be read the careful way.
 */
export async function importPlainFile(warehouse: Warehouse, request: ImportPlainFile): Promise<number | null> {
  const { plan, importId, signal, worthwhileBytes = defaultWorthwhileBytes } = request
  const { source, headerRow, firstRow } = plan
  const isEligible =
    source.format === 'delimited' && source.encoding === 'utf-8' && plan.plain && headerRow === 1 && firstRow === 2
  if (!isEligible || source.totalBytes * (source.gzip ? 5 : 1) < worthwhileBytes) return null
  const statements = plainStatements(plan, await ordinaryTexts(plan))
  if (statements === null) return null
  const { path } = plan
  const delimiter = source.delimiter ?? ','
  const sender = chunkSender(warehouse, { statements, importId })
  try {
    for await (const chunk of plainChunks({ path, gzip: source.gzip, delimiter, signal })) {
      await sender.send(chunk)
      const rows = chunk.firstRow + chunk.rows - 2
      request.onProgress?.({ rows, bytesRead: chunk.consumed, bytesTotal: source.totalBytes })
    }
    await sender.end()
  } catch (error) {
    await sender.settle()
    if (!(error instanceof NotPlain)) throw error
    await clearImport(warehouse, importId)
    return null
  }
  return sender.taken()
}

function chunkSender(
  warehouse: Warehouse,
  { statements, importId }: { readonly statements: PlainStatements; readonly importId: number },
) {
  const underWay = new Set<Promise<void>>()
  let failure: Error | undefined
  let lines = 0
  let others = 0

  async function insert(chunk: PlainChunk): Promise<void> {
    const at = { importId, firstRow: chunk.firstRow, isSpotless: chunk.isSpotless }
    const token = `import-${importId}-row-${chunk.firstRow}`
    const take = attempt({ name: 'insert-plain-lines', sql: statements.lines(at), token }, chunk.bytes)
    // A file whose first rows were not all plain will have more of that kind: both halves then go at once.
    const putAside = (): Promise<number> =>
      attempt({ name: 'insert-other-rows', sql: statements.others(at), token }, chunk.bytes)
    const [kept, early] = await Promise.all([take, others > 0 ? putAside() : undefined])
    lines += kept
    if (early === undefined && kept === chunk.rows) return
    const aside = early ?? (await putAside())
    others += aside
    if (kept + aside !== chunk.rows || others > lines * largestOddShare + 1000) throw new NotPlain('rows')
  }

  /** What the engine cannot parse at all is not plain; every other failure is one. */
  async function attempt(options: { name: string; sql: string; token: string }, bytes: Buffer): Promise<number> {
    try {
      return await warehouse.insert(options, bytes)
    } catch (error) {
      if (error instanceof Error && /warehouse\.queryFailed/.test(error.message) && isParseFailure(error)) {
        throw new NotPlain('parse', { cause: error })
      }
      throw error
    }
  }

  return {
    send: async (chunk: PlainChunk): Promise<void> => {
      const work = insert(chunk)
        .catch((error: unknown) => {
          failure ??= error instanceof Error ? error : new Error(String(error))
        })
        .finally(() => underWay.delete(work))
      underWay.add(work)
      if (underWay.size >= chunksUnderWay) await Promise.race(underWay)
      if (failure !== undefined) throw failure
    },
    end: async (): Promise<void> => {
      await Promise.all(underWay)
      if (failure !== undefined) throw failure
    },
    settle: async (): Promise<void> => {
      await Promise.all(underWay)
    },
    taken: () => lines,
  }
}

function isParseFailure(error: Error): boolean {
  return /Cannot parse|INCORRECT_DATA|parse|Unexpected|quote|delimiter/i.test(error.message)
}

const statusSampleRows = 20_000

/** The texts among the first rows that mark an ordinary sale; any other one is left to the careful reader. */
async function ordinaryTexts(plan: SalesFilePlan): Promise<{ orderStatus: string[]; returnFlag: string[] }> {
  const { orderStatus, returnFlag } = plan.columns
  const statuses = new Set<string>()
  const flags = new Set<string>()
  if (orderStatus === undefined && returnFlag === undefined) return { orderStatus: [], returnFlag: [] }
  let seen = 0
  for await (const batch of plan.source.rows()) {
    for (const row of batch.rows) {
      if (orderStatus !== undefined) statuses.add(row[orderStatus] ?? '')
      if (returnFlag !== undefined) flags.add(row[returnFlag] ?? '')
    }
    seen += batch.rows.length
    if (seen >= statusSampleRows) break
  }
  return {
    orderStatus: [...statuses].filter((text) => kindOfStatus(text) === 'sale').slice(0, 200),
    returnFlag: [...flags].filter((text) => !isReturnFlag(text)).slice(0, 200),
  }
}

const stagedRows = defineQuery({
  name: 'staged-rows',
  parameters: z.object({ importId: z.int(), after: z.int(), limit: z.int() }),
  row: z.object({ row: z.int(), cells: z.array(z.string()) }),
  sql: `
SELECT row, cells
FROM staged_row
WHERE import_id = {importId:UInt32} AND row > {after:UInt32}
ORDER BY row
LIMIT {limit:UInt32}
`,
})

const rowsAtATime = 50_000

/** The rows the engine put aside, in the order of the file, as the careful reader takes them. */
export async function* readStagedRows(
  warehouse: Warehouse,
  importId: number,
): AsyncGenerator<RowBatch, void, undefined> {
  for (let after = 0; ;) {
    const parameters = { importId, after, limit: rowsAtATime }
    const answer = await wholeText(await warehouse.bytes(stagedRows, { parameters, format: 'JSONCompactEachRow' }))
    if (answer === '') return
    const rows = answer.trimEnd().split('\n').map(stagedRow)
    yield { numbers: rows.map(([row]) => row), rows: rows.map(([, cells]) => cells), damaged: null, consumed: 0 }
    after = rows.at(-1)?.[0] ?? Number.POSITIVE_INFINITY
  }
}

/** One answer line of `staged-rows`; its shape is the query's own, a number and texts. */
function stagedRow(line: string): [number, string[]] {
  return JSON.parse(line) as [number, string[]]
}
