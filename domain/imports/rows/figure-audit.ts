import type { ImportSummary, SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { headerUnit } from '../header/header-unit.ts'
import { isPlaceholder } from '../values/placeholders.ts'

/** What a row that became a sale says its amount should be; figures in units of their own, signs as written. */
export interface StatedSale {
  readonly row: number
  readonly quantity: number
  readonly price: number
  readonly amount: number
}

/** How the figures of sales were written, and whether they agree with one another. */
export interface FigureAudit {
  /** Some figure of a sale needed more than reading its digits. */
  addOdd(row: number): void
  compare(sale: StatedSale): void
  found(): Pick<ImportSummary, 'oddFigures' | 'amountOff'>
}

/** An amount may be off by a hundredth, and by what rounding a price to cents makes of it. */
const tolerance = 0.01
const halfCent = 0.005
const shown = 5

export function figureAudit(plan: SalesFilePlan): FigureAudit {
  let odd = { rows: 0, firstRow: Infinity }
  let off = { rows: 0, amount: 0 }
  let largest: StatedSale[] = []

  function compare(sale: StatedSale): void {
    if (!isOff(sale)) return
    const size = Math.abs(sale.amount)
    off = { rows: off.rows + 1, amount: off.amount + size }
    const least = largest.at(-1)
    if (largest.length === shown && least !== undefined && size <= Math.abs(least.amount)) return
    largest = [...largest, sale]
      .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.row - b.row)
      .slice(0, shown)
  }

  return {
    addOdd: (row) => {
      odd = { rows: odd.rows + 1, firstRow: Math.min(odd.firstRow, row) }
    },
    compare,
    found: () => ({
      ...(odd.rows === 0 ? {} : { oddFigures: odd }),
      ...(plan.statedPrice !== null ? { amountOff: { ...off, examples: largest } } : {}),
    }),
  }
}

/** Returns have a minus here and there: only the sizes are compared. */
function isOff({ quantity, price, amount }: StatedSale): boolean {
  const size = Math.abs(amount)
  return Math.abs(Math.abs(quantity * price) - size) > Math.max(tolerance * size, halfCent * (Math.abs(quantity) + 1))
}

/** The plan as it would be if prices were read beside amounts; null where there are none to compare them with. */
export function withStatedPrice(plan: SalesFilePlan): SalesFilePlan | null {
  const { statedPrice, columns, decimalMarks, units, headers } = plan
  if (statedPrice === null) return null
  return {
    ...plan,
    columns: { ...columns, unitPrice: statedPrice },
    // Nobody writes one column of money with points and the next with commas.
    decimalMarks: { ...decimalMarks, unitPrice: decimalMarks.amount ?? '.' },
    units: { ...units, unitPrice: headerUnit(headers[statedPrice] ?? '').factor },
  }
}

/** The fields whose figures sales are made of. */
export function figureFields(plan: SalesFilePlan): SalesField[] {
  const { amount, grossProfit, cost } = plan.columns
  const profit = grossProfit !== undefined ? 'grossProfit' : cost !== undefined ? 'cost' : 'unitCost'
  const money = amount === undefined ? 'unitPrice' : 'amount'
  return (['quantity', money, profit] as const).filter((field) => plan.columns[field] !== undefined)
}

const plainFigures = { '.': /^\s*-?\d+(\.\d+)?\s*$/, ',': /^\s*-?\d+(,\d+)?\s*$/ }

/** Whether a figure is written with more than a minus, digits and a decimal mark: ￥1,234.50, (500), １２. */
export function isOddFigure(text: string, mark: '.' | ','): boolean {
  return text !== '' && !plainFigures[mark].test(text) && !isPlaceholder(text)
}
