import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { FigureAudit } from '../rows/figure-audit.ts'
import { textReaders } from '../rows/text-readers.ts'
import { textColumns, textFieldsOf, type TextWriter, textWriter } from './cell-texts.ts'
import { type BlockShape, type ColumnBlock, type TextColumn } from './column-block.ts'
import type { CutRows } from './row-cutter.ts'
import { soundRows } from './sound-rows.ts'

/** Reads sales from cut rows. */
export interface PlainSales {
  /** Reads days and figures of so many rows that have just been cut. */
  look(rows: CutRows, count: number): void
  /**
   * Adds the sales that rows already looked at tell of to a block, from one row on until another. Returns how many, which
   * are fewer where a row has to be read with more care.
   */
  add(
    rows: CutRows,
    to: { readonly block: ColumnBlock; readonly from: number; readonly until: number; readonly number: number },
  ): number
}

/** Whether the sales of a planned file can be read from bytes at all. */
export function isPlain({ columns, source }: SalesFilePlan): boolean {
  const shape = source.text?.shape
  if (shape === undefined || shape.newline !== '\n' || !/^[\u0001-\u001f!-~]$/.test(shape.delimiter)) return false
  return columns.customer !== undefined && columns.date !== undefined && columns.discount === undefined
}

/** The columns that the sales of a file have. */
export function blockShape(plan: SalesFilePlan): BlockShape {
  const { quantity, grossProfit, cost, unitCost } = plan.columns
  const hasProfit = [grossProfit, cost, unitCost].some((column) => column !== undefined)
  return {
    texts: textFieldsOf(plan).map(({ field }) => textColumns[field]),
    optionalFigures: [...(quantity === undefined ? [] : ['quantity']), ...(hasProfit ? ['gross_profit'] : [])],
  }
}

/**
 * Reads the sales of a planned file from cut rows. It takes what the careful reader would take, and as that would: a cell
 * whose bytes leave a doubt is handed to the same functions. Cancelled rows, returns that only a status tells of and rows
 * at fault are left to it altogether.
 */
export function plainSales(plan: SalesFilePlan, audit: FigureAudit): PlainSales {
  const readers = textReaders(plan)
  const fields = textFieldsOf(plan)
  const writers = fields.map((field, place) => ({
    place,
    isNeeded: field.field === 'customer',
    ...textWriter(field, readers),
  }))
  const customers = writers.find(({ isNeeded }) => isNeeded)
  if (customers === undefined) throw new RangeError(`${plan.file} has no column of customers`)
  const named = customers
  const others = writers.filter((writer) => writer !== named)
  const sound = soundRows(plan, audit)

  function writeTexts(rows: CutRows, to: WrittenTexts): number {
    const { block, writer, from, until } = to
    const text = textAt(block, writer.place)
    const end = writer.write(rows, { text, from, until, isNeeded: writer.isNeeded })
    if (end > from) keep(text, writer.ends[end - 1])
    return end
  }

  function add(rows: CutRows, { block, from, until: last, number }: Parameters<PlainSales['add']>[1]): number {
    const most = sound.until(from, last)
    const until = writeTexts(rows, { block, writer: named, from, until: most })
    if (until === from) return 0
    for (const writer of others) writeTexts(rows, { block, writer, from, until })
    sound.addTo(block, { from, until, number })
    block.rows += until - from
    return until - from
  }

  return { look: (rows, count) => sound.look(rows, count), add }
}

interface WrittenTexts {
  readonly block: ColumnBlock
  readonly writer: TextWriter & { readonly place: number; readonly isNeeded: boolean }
  readonly from: number
  readonly until: number
}

function keep(text: TextColumn, end: number = 0): void {
  if (end > text.bytes.length) throw new RangeError(`no room for ${text.name}`)
  text.length = end
}

function textAt({ texts }: ColumnBlock, index: number): TextColumn {
  const text = texts[index]
  if (text === undefined) throw new RangeError(`a block has no column of texts ${index}`)
  return text
}
