import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { withStatedPrice } from '../rows/figure-audit.ts'
import { type CellFigures, cellFigures, exactProduct, missing, unread } from './cell-figures.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

/** What rows sold and earned, in micro-units; `unread` where that takes more than exact floats, or cannot be told. */
export interface PlainMoney {
  /** `missing` where a row does not say. */
  readonly units: Float64Array
  readonly revenue: Float64Array
  /** `missing` where a row does not say. */
  readonly profit: Float64Array
  /** Prices of a unit, where an amount can be compared with them; else `missing`. */
  readonly prices: Float64Array
}

/** The same figures as those of `moneyOfLine`, for a file without discounts; `odd` marks rows that {@link isOddFigure}. */
export function plainMoney(plan: SalesFilePlan, odd: Uint8Array): (rows: CutRows, count: number) => PlainMoney {
  const figures: FiguresOf = (field) => cellFigures(plan, { field, odd })
  const unitsOf = figures('quantity')
  const revenueOf = revenueReader(plan, figures)
  const profitOf = profitReader(plan, figures)
  const pricesOf = priceReader(plan)
  return (rows, count) => {
    const units = unitsOf(rows, count)
    const revenue = revenueOf(rows, { units, count })
    return { units, revenue, profit: profitOf(rows, { units, revenue, count }), prices: pricesOf(rows, count) }
  }
}

interface Known {
  readonly units: Float64Array
  readonly count: number
}

/** How prices that are not counted are written says nothing of the sales. */
function priceReader(plan: SalesFilePlan): CellFigures {
  const priced = withStatedPrice(plan)
  const none = new Float64Array(rowsPerCut).fill(missing)
  return priced === null ? () => none : cellFigures(priced, { field: 'unitPrice', odd: new Uint8Array(rowsPerCut) })
}

type FiguresOf = (field: SalesField) => CellFigures

function revenueReader(plan: SalesFilePlan, figures: FiguresOf): (rows: CutRows, known: Known) => Float64Array {
  const isStated = plan.columns.amount !== undefined
  const figuresOf = figures(isStated ? 'amount' : 'unitPrice')
  const revenue = new Float64Array(rowsPerCut)
  return (rows, { units, count }) => {
    const found = figuresOf(rows, count)
    for (let index = 0; index < count; index += 1) {
      const figure = present(found[index])
      revenue[index] = isStated ? figure : exactProduct(present(units[index]), figure)
    }
    return revenue
  }
}

function present(figure: number = unread): number {
  return figure === missing ? unread : figure
}

type ProfitReader = (rows: CutRows, known: Known & { readonly revenue: Float64Array }) => Float64Array

function profitReader(plan: SalesFilePlan, figures: FiguresOf): ProfitReader {
  const { grossProfit, cost, unitCost } = plan.columns
  if (grossProfit !== undefined || (cost === undefined && unitCost === undefined)) {
    const profits = figures('grossProfit')
    return (rows, { count }) => profits(rows, count)
  }
  const isWhole = cost !== undefined
  const costs = figures(isWhole ? 'cost' : 'unitCost')
  const profit = new Float64Array(rowsPerCut)
  return (rows, { units, revenue, count }) => {
    const found = costs(rows, count)
    for (let index = 0; index < count; index += 1) {
      const sale = { revenue: revenue[index] ?? unread, units: units[index] ?? unread }
      const figure = found[index] ?? unread
      profit[index] = isWhole ? lessCost(sale.revenue, figure) : lessUnitCost(sale, figure)
    }
    return profit
  }
}

/** Some systems write the cost of a return as a positive amount: a return gives back its cost as well. */
function lessCost(revenue: number, cost: number): number {
  if (cost === missing) return missing
  return exact(revenue < 0 && cost > 0 ? revenue + cost : revenue - cost)
}

function lessUnitCost({ revenue, units }: { readonly revenue: number; readonly units: number }, cost: number): number {
  if (cost === missing || (units === missing && !Number.isNaN(cost))) return missing
  return exact(revenue - exactProduct(units, cost))
}

function exact(micros: number): number {
  return Math.abs(micros) <= Number.MAX_SAFE_INTEGER ? micros : unread
}
