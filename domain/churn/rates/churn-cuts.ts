import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Conduct } from '../history/read-conduct.ts'
import { classCuts } from './class-cuts.ts'
import { churnByTrait } from './churn-cuts.query.ts'
import { churnRate } from './churn-rate.ts'

const mostValues = 20

type Cut = Churn['cuts'][number]

/** Churn of a period by every cut the data knows, as accounts were when the period began. */
export async function churnCuts(
  warehouse: Warehouse,
  { runId, from, conduct }: { readonly runId: string; readonly from: string; readonly conduct: Conduct },
): Promise<Churn['cuts']> {
  const rows = await warehouse.rows(churnByTrait, { runId, from })
  const byDimension = Map.groupBy(rows, ({ dimension }) => dimension)
  const traits = [...byDimension].map(([dimension, values]): Cut => ({
    dimension,
    omitted: Math.max(0, values.length - mostValues),
    values: values.slice(0, mostValues).map(({ value, accounts, left, wonBack, revenueLost }) => ({
      value,
      rate: churnRate({ accounts, left, wonBack, revenueLost }),
    })),
  }))
  const classes = await classCuts(warehouse, { runId, from, conduct })
  // A cut with one value tells nothing apart.
  return [...classes, ...traits].filter(({ values }) => values.length > 1)
}
