import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { LeftOutRow } from '../sales-line.ts'
import { figureReader } from './figure-reader.ts'
import { moneyOfLine } from './money-of-line.ts'

type LeftOutReasons = ImportSummary['leftOut']

export interface LeftOutTally {
  add(row: LeftOutRow): void
  /** By reason, in the order in which the reasons first turned up. */
  reasons(): LeftOutReasons
}

/** Counts the rows left out of a file by reason, with the money they speak of where it can be read. */
export function leftOutTally(plan: SalesFilePlan): LeftOutTally {
  const found = new Map<LeftOutRow['reason'], { rows: number; micros: bigint; firstRow: number }>()
  const quantity = figureReader(plan, 'quantity')
  const money = moneyOfLine(plan)

  function micros(row: LeftOutRow): bigint {
    const units = quantity(row.cells)
    const { netRevenue } = money(row.cells, units === 'invalid' ? null : units)
    if (typeof netRevenue === 'string') return 0n
    return netRevenue < 0n ? -netRevenue : netRevenue
  }

  return {
    add: (row) => {
      const sum = found.get(row.reason) ?? { rows: 0, micros: 0n, firstRow: row.row }
      sum.rows += 1
      sum.micros += micros(row)
      found.set(row.reason, sum)
    },
    reasons: () =>
      [...found].map(([reason, sum]) => ({
        reason,
        rows: sum.rows,
        amount: Number(sum.micros) / 1e6,
        firstRow: sum.firstRow,
      })),
  }
}
