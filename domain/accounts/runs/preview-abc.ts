import { type Measure, profitMeasures } from '@vitalfew/contract/run.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { exactSum } from '../rows/exact-sum.ts'
import { refuseWithoutRows } from '../rows/refuse-without-rows.ts'
import { runNamed } from './published-runs.ts'

const besideEachCut = 10

/** By other cut-offs than those of the run: one row per class, as in methods/ranking/abc-classes.ts. */
const ranked = (measure: string): string => `
WITH
  measured AS (
    SELECT a.account_key AS account_key, a.account AS account, a.account_name AS account_name, a.abc_class AS class_now,
      toInt64(round(ifNull(${measure}, 0) * 1000)) AS amount
    FROM account_row AS a WHERE a.run_id = {runId:String}
  ),
  ranked AS (
    SELECT *, row_number() OVER w AS position,
      toFloat64(sum(amount) OVER w) / toFloat64(sum(amount) OVER ()) AS cumulative
    FROM measured WHERE amount > 0
    WINDOW w AS (ORDER BY amount DESC, account ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  ),
  classed AS (
    SELECT *, multiIf(position = 1 OR round(cumulative, 12) <= {first:Float64}, 'A',
      round(cumulative, 12) <= {second:Float64}, 'B', 'C') AS class
    FROM ranked
  )`

const measures: Readonly<Record<Measure, string>> = {
  netRevenue: 'a.net_revenue',
  grossProfit: 'a.gross_profit',
  contribution: 'a.contribution',
  orders: 'a.orders',
}

const Parameters = z.object({ runId: z.string(), first: z.number(), second: z.number() })

export interface PreviewAbc {
  readonly run: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
}

/**
 * What the ABC classes of a run would be by other cut-offs; nothing is written.
 *
 * @throws ProductError `access.notAllowed`, `accounts.fieldHidden` for profit that the viewer may not see
 */
export async function previewAbc(viewer: Viewer, { warehouse, database }: AccountSources, request: PreviewAbc) {
  authorise(viewer, ['administrator', 'analyst'])
  const { measure, cuts } = request
  if (profitMeasures.has(measure) && viewer.hidden.has('profit')) {
    throw new ProductError('accounts.fieldHidden', { field: measure })
  }
  const run = await runNamed(database, request.run)
  const parameters = { runId: run.run_id, first: cuts[0], second: cuts[1] }
  const query = ranked(measures[measure])
  const [classes, borderline, [left]] = await Promise.all([
    warehouse.rows(classesOf(query), parameters),
    warehouse.rows(borderlineOf(query), parameters),
    warehouse.rows(unclassifiedOf(measures[measure]), { runId: run.run_id }),
  ])
  if (classes.length === 0) await refuseWithoutRows(warehouse, run)
  const all = classes.reduce((sum, row) => sum + row.amount, 0)
  const isHidden = profitMeasures.has(run.measure) && viewer.hidden.has('profit')
  const shown = (name: string) => {
    const found = classes.find((row) => row.class === name)
    const amount = found?.amount ?? 0
    return { accounts: found?.accounts ?? 0, amount, share: all === 0 ? 0 : amount / all }
  }
  return {
    classes: { A: shown('A'), B: shown('B'), C: shown('C') },
    unclassified: left ?? { accounts: 0, amount: 0 },
    borderline: borderline.map((row) => (isHidden ? { ...row, abcClassNow: null } : row)),
    moved: isHidden ? 0 : classes.reduce((sum, row) => sum + row.moved, 0),
  }
}

function classesOf(query: string) {
  return defineQuery({
    name: 'abc-preview',
    parameters: Parameters,
    row: z.object({ class: z.string(), accounts: z.int(), amount: z.number(), moved: z.int() }),
    sql: `${query}
SELECT class, count() AS accounts, sum(amount) / 1000 AS amount, countIf(class != class_now) AS moved
FROM classed GROUP BY class ORDER BY class`,
  })
}

function borderlineOf(query: string) {
  return defineQuery({
    name: 'abc-preview-borderline',
    parameters: Parameters,
    row: z.object({
      key: z.string(),
      account: z.string(),
      accountName: z.string(),
      amount: z.number(),
      cumulativeShare: z.number(),
      abcClass: z.enum(['A', 'B', 'C']),
      abcClassNow: z.enum(['A', 'B', 'C']).nullable(),
    }),
    sql: `${query},
  last_of AS (SELECT maxIf(position, class = 'A') AS a, maxIf(position, class IN ('A', 'B')) AS b FROM classed)
SELECT toString(account_key) AS key, account, account_name AS accountName, amount / 1000 AS amount,
  round(cumulative, 10) AS cumulativeShare, class AS abcClass, nullIf(class_now, '') AS abcClassNow
FROM classed
WHERE abs(toInt64(position) - toInt64((SELECT a FROM last_of)) - 0.5) < ${besideEachCut}
  OR abs(toInt64(position) - toInt64((SELECT b FROM last_of)) - 0.5) < ${besideEachCut}
ORDER BY position`,
  })
}

function unclassifiedOf(measure: string) {
  return defineQuery({
    name: 'abc-preview-unclassified',
    parameters: z.object({ runId: z.string() }),
    row: z.object({ accounts: z.int(), amount: z.number() }),
    sql: `SELECT count() AS accounts, ${exactSum(`ifNull(${measure}, 0)`)} AS amount
FROM account_row AS a WHERE a.run_id = {runId:String} AND ifNull(${measure}, 0) <= 0`,
  })
}
