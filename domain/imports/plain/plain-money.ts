import type { SalesFilePlan } from '../plan-sales-file.ts'
import { cellFigures, exactProduct, missing, unread } from './cell-figures.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

/** What rows sold and earned, in micro-units; `unread` where that takes more than exact floats, or cannot be told. */
export interface PlainMoney {
  /** `missing` where a row does not say. */
  readonly units: Float64Array
  readonly revenue: Float64Array
  /** `missing` where a row does not say. */
  readonly profit: Float64Array
}

/** The same figures as those of `moneyOfLine`, for a file without discounts. */
export function plainMoney(plan: SalesFilePlan): (rows: CutRows, count: number) => PlainMoney {
  const unitsOf = cellFigures(plan, 'quantity')
  const revenueOf = revenueReader(plan)
  const profitOf = profitReader(plan)
  return (rows, count) => {
    const units = unitsOf(rows, count)
    const revenue = revenueOf(rows, { units, count })
    return { units, revenue, profit: profitOf(rows, { units, revenue, count }) }
  }
}

interface Known {
  readonly units: Float64Array
  readonly count: number
}

function revenueReader(plan: SalesFilePlan): (rows: CutRows, known: Known) => Float64Array {
  const isStated = plan.columns.amount !== undefined
  const figuresOf = cellFigures(plan, isStated ? 'amount' : 'unitPrice')
  const revenue = new Float64Array(rowsPerCut)
  return (rows, { units, count }) => {
    const figures = figuresOf(rows, count)
    for (let index = 0; index < count; index += 1) {
      const figure = present(figures[index])
      revenue[index] = isStated ? figure : exactProduct(present(units[index]), figure)
    }
    return revenue
  }
}

function present(figure: number = unread): number {
  return figure === missing ? unread : figure
}

type ProfitReader = (rows: CutRows, known: Known & { readonly revenue: Float64Array }) => Float64Array

function profitReader(plan: SalesFilePlan): ProfitReader {
  const { grossProfit, cost, unitCost } = plan.columns
  if (grossProfit !== undefined || (cost === undefined && unitCost === undefined)) {
    const profits = cellFigures(plan, 'grossProfit')
    return (rows, { count }) => profits(rows, count)
  }
  const isWhole = cost !== undefined
  const costs = cellFigures(plan, isWhole ? 'cost' : 'unitCost')
  const profit = new Float64Array(rowsPerCut)
  return (rows, { units, revenue, count }) => {
    const figures = costs(rows, count)
    for (let index = 0; index < count; index += 1) {
      const sale = { revenue: revenue[index] ?? unread, units: units[index] ?? unread }
      const figure = figures[index] ?? unread
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
