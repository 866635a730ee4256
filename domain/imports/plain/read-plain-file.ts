import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { type ReadSalesFileRequest, salesFileSummary } from '../read-sales-file.ts'
import { figureAudit } from '../rows/figure-audit.ts'
import { carefulRows } from './careful-rows.ts'
import { type ColumnBlock, columnBlock, reserveTexts, rowsPerBlock } from './column-block.ts'
import { blockShape, plainSales } from './plain-sales.ts'
import { rowCutter, rowsPerCut } from './row-cutter.ts'
import { utf8Lines } from './utf8-lines.ts'

export interface ReadPlainFile extends Pick<ReadSalesFileRequest, 'onLines' | 'onLeftOut' | 'onProgress' | 'signal'> {
  readonly plan: SalesFilePlan
  /** Takes the sales that were read from bytes, many at a time; what it gives back is filled next. */
  readonly onBlock: (block: ColumnBlock) => Promise<ColumnBlock | undefined>
  readonly rowsPerBlock?: number
  /** Bytes read at a time. */
  readonly chunkBytes?: number
}

/**
 * Reads a plain file from its bytes, column by column. Rows that leave a doubt go to the careful reader, one by one and in
 * their order; the outcome is that of `readSalesFile`.
 */
export async function readPlainFile(request: ReadPlainFile): Promise<ImportSummary> {
  const { plan, signal, chunkBytes } = request
  const { path, source, firstRow } = plan
  const { encoding, shape } = textOf(plan)
  const cutter = rowCutter({ delimiter: shape.delimiter.charCodeAt(0), columns: plan.headers.length })
  const { rows } = cutter
  const audit = figureAudit(plan)
  const sales = plainSales(plan, audit)
  const careful = carefulRows(plan, { ...request, audit })
  const blocks = blocksInTurn(request)
  let number = 1
  let passed = 0

  /** Adds the sales of rows that were cut there, reading with care what is in doubt; returns where reading goes on. */
  async function takeRows(at: number, count: number): Promise<number> {
    sales.look(rows, count)
    for (let index = 0; index < count;) {
      const until = Math.min(count, index + blocks.room())
      const taken = sales.add(rows, { block: blocks.open(), from: index, until, number })
      index += taken
      number += taken
      passed += taken
      if (taken > 0) careful.sorter.pass(number - 1)
      if (blocks.room() === 0) await blocks.next(rows.bytes.length)
      if (index === until) continue
      const end = await takeCarefully(index === 0 ? at : (rows.next[index - 1] ?? at))
      // Where the careful reader takes something else for a row, what was cut behind it does not count.
      if (end !== rows.next[index] || careful.isOpen()) return end
      index += 1
    }
    return rows.next[count - 1] ?? at
  }

  async function takeCarefully(from: number): Promise<number> {
    const read = careful.take(rows.bytes, { from, number })
    number += read.rows
    await careful.handOver()
    return read.end
  }

  async function takeChunk(bytes: Buffer): Promise<void> {
    blocks.reserve(bytes.length)
    rows.bytes = bytes
    for (let at = 0; at < bytes.length;) {
      const count = careful.isOpen() || number < firstRow ? 0 : cutter.cut(at, rowsPerCut)
      at = count === 0 ? await takeCarefully(at) : await takeRows(at, count)
    }
    await careful.handOver(1)
  }

  for await (const { bytes, consumed } of utf8Lines({ path, packing: source.packing, signal, chunkBytes }, encoding)) {
    await takeChunk(bytes)
    const { accepted, rejected, setAside } = careful.sorter.counts()
    const seen = passed + accepted + rejected + setAside
    request.onProgress?.({ rows: seen, bytesRead: consumed, bytesTotal: source.totalBytes })
  }
  await careful.end(number)
  await blocks.end()
  return salesFileSummary(plan, { sorter: careful.sorter, passed, dropDuplicates: false, audit })
}

/** The block that is being filled, and then the next. */
function blocksInTurn({ plan, onBlock, rowsPerBlock: most = rowsPerBlock }: ReadPlainFile) {
  const newBlock = (): ColumnBlock => columnBlock(blockShape(plan), most)
  let block = newBlock()
  // A text takes no more room than its cell and the length before it.
  const reserve = (bytes: number): void => reserveTexts(block, bytes * 2)
  return {
    open: () => block,
    room: () => most - block.rows,
    reserve,
    next: async (bytes: number): Promise<void> => {
      block = (await onBlock(block)) ?? newBlock()
      reserve(bytes)
    },
    end: async (): Promise<void> => {
      if (block.rows > 0) await onBlock(block)
    },
  }
}

function textOf({ file, source }: SalesFilePlan): NonNullable<SalesFilePlan['source']['text']> {
  if (source.text === undefined) throw new RangeError(`${file} is no delimited text`)
  return source.text
}
