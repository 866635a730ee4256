import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { Readable } from 'node:stream'
import { type ColumnBlock, emptied } from './column-block.ts'
import { figuresOf, nativePieces, nativeStructure } from './native-columns.ts'

/** Takes full blocks of sales; at most two inserts are under way. */
export interface BlockWriter {
  /** Sends a block, and gives back one that is needed no more, emptied. The block sent must not be touched again. */
  write(block: ColumnBlock): Promise<ColumnBlock | undefined>
  /** Waits until everything is acknowledged. */
  end(): Promise<void>
  /** Waits until nothing is under way any more, whatever became of it. */
  settle(): Promise<void>
}

export interface BlocksOfImport {
  readonly importId: number
  /** Currency of a file that has no column for it, '' when it is not known. */
  readonly currency: string
}

const insertsUnderWay = 2

/** Writes the blocks of one import while the next ones are being read. */
export function blockWriter(warehouse: Warehouse, of: BlocksOfImport): BlockWriter {
  const underWay = new Set<Promise<void>>()
  const free: ColumnBlock[] = []
  let failure: Error | undefined

  async function insert(block: ColumnBlock): Promise<void> {
    const token = `import-${of.importId}-row-${block.row[0] ?? 0}`
    const statement = { name: 'insert-plain-lines', sql: insertBlock(block, of), token }
    const written = await warehouse.insert(statement, Readable.from(nativePieces(block), { objectMode: false }))
    if (written !== block.rows) throw new Error(`${written} of ${block.rows} sales were written`)
    free.push(emptied(block))
  }

  return {
    write: async (block) => {
      const work: Promise<void> = insert(block)
        .catch((error: unknown) => {
          failure ??= error instanceof Error ? error : new Error(String(error))
        })
        .finally(() => underWay.delete(work))
      underWay.add(work)
      if (underWay.size >= insertsUnderWay) await Promise.race(underWay)
      if (failure !== undefined) throw failure
      return free.pop()
    },
    end: async () => {
      await Promise.all(underWay)
      if (failure !== undefined) throw failure
    },
    settle: async () => {
      await Promise.all(underWay)
    },
  }
}

/** Columns that the file does not have are left to their defaults. */
function insertBlock(block: ColumnBlock, { importId, currency }: BlocksOfImport): string {
  const texts = block.texts.map(({ name }) => name)
  const figures = figuresOf(block).map(({ name }) => name)
  const stated = texts.includes('currency') || currency === '' ? [] : [currency.replaceAll(/[^A-Z]/g, '')]
  const columns = ['import_id', 'row', 'customer_key', 'day', 'kind', ...texts, ...figures]
  const values = [
    `${importId}`,
    'row',
    'cityHash64(customer)',
    'toDate32(day)',
    "if(net_revenue < 0, 'return', 'sale')",
    ...texts,
    ...figures,
  ]
  return `INSERT INTO sales_line (${[...columns, ...stated.map(() => 'currency')].join(', ')})
SELECT ${[...values, ...stated.map((code) => `'${code}'`)].join(', ')}
FROM input('${nativeStructure(block)}')
FORMAT Native`
}
