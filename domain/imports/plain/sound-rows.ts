import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { FigureAudit } from '../rows/figure-audit.ts'
import { kindReader } from '../rows/kind-of-line.ts'
import { textReaders } from '../rows/text-readers.ts'
import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { cellDays } from './cell-days.ts'
import { missing, unread } from './cell-figures.ts'
import { addFigures, type ColumnBlock } from './column-block.ts'
import { plainMoney, type PlainMoney } from './plain-money.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

/** Days and figures of cut rows, and which rows have nothing in them that needs more care. */
export interface SoundRows {
  /** Reads so many rows that have just been cut. */
  look(rows: CutRows, count: number): void
  /** The first row from there on that needs more care, or `last`. */
  until(from: number, last: number): number
  /** Writes days, figures and numbers of rows behind those of a block. */
  addTo(block: ColumnBlock, rows: { readonly from: number; readonly until: number; readonly number: number }): void
}

export function soundRows(plan: SalesFilePlan, audit: FigureAudit): SoundRows {
  const daysOf = cellDays(plan)
  const odd = new Uint8Array(rowsPerCut)
  const moneyOf = plainMoney(plan, odd)
  const isSale = ordinaryStatus(plan)
  const sound = new Uint8Array(rowsPerCut)
  let days: Float64Array = new Float64Array(0)
  let money: PlainMoney = { units: days, revenue: days, profit: days, prices: days }

  function isSound(rows: CutRows, index: number): boolean {
    const day = days[index] ?? Number.NaN
    const revenue = money.revenue[index] ?? unread
    // Anything that is not a number fails one of these comparisons.
    if (!(day >= firstSalesDay && day <= lastSalesDay && revenue <= missing)) return false
    if (!((money.units[index] ?? unread) <= missing && (money.profit[index] ?? unread) <= missing)) return false
    return revenue < 0 || isSale(rows, index)
  }

  function compare(row: number, { revenue, units, price }: Record<'revenue' | 'units' | 'price', number>): void {
    const [quantity, each, amount] = [units / 1e6, price / 1e6, revenue / 1e6]
    audit.compare({ row, quantity, price: each, amount })
  }

  return {
    look: (rows, count) => {
      days = daysOf(rows, count)
      odd.fill(0)
      money = moneyOf(rows, count)
      for (let index = 0; index < count; index += 1) sound[index] = isSound(rows, index) ? 1 : 0
    },
    until: (from, last) => {
      let index = from
      while (index < last && sound[index] === 1) index += 1
      return index
    },
    addTo: (block, { from, until, number }) => {
      for (let index = from; index < until; index += 1) {
        const row = block.rows + index - from
        block.row[row] = number + index - from
        block.day[row] = days[index] ?? Number.NaN
        const revenue = money.revenue[index] ?? unread
        const units = money.units[index] ?? unread
        addFigures(block, row, { revenue, units, profit: money.profit[index] ?? unread })
        if (odd[index] === 1) audit.addOdd(number + index - from)
        const price = money.prices[index] ?? unread
        if (price < missing && units < missing) compare(number + index - from, { revenue, units, price })
      }
    },
  }
}

/** Whether status and return flag of a row, where there are such columns, mark nothing but an ordinary sale. */
function ordinaryStatus(plan: SalesFilePlan): (rows: CutRows, index: number) => boolean {
  const { orderStatus, returnFlag } = plan.columns
  if (orderStatus === undefined && returnFlag === undefined) return () => true
  const readStatus = textReaders(plan).status
  const kindOf = kindReader(plan)
  const columns = [orderStatus, returnFlag].filter((column) => column !== undefined)
  const cells: string[] = []
  return ({ bytes, from, to }, index) => {
    for (const column of columns) {
      const place = column * rowsPerCut + index
      cells[column] = bytes.toString('utf8', from[place], to[place])
    }
    return kindOf(cells, { amount: 0n, status: readStatus(cells) }) === 'sale'
  }
}
