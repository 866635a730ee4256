import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { expandedCounts } from './expanded-counts.ts'
import { groupedSurvival } from './grouped-survival.ts'
import { survivalCounts } from './survival-counts.query.ts'

/** How long accounts stay after their first purchase, everybody and by what they were then. */
export async function accountSurvival(
  warehouse: Warehouse,
  parameters: { readonly runId: string; readonly asOf: string },
): Promise<Pick<Churn, 'survival' | 'logRank'>> {
  const rows = await warehouse.rows(survivalCounts, parameters)
  const groups = [...Map.groupBy(rows, ({ dimension, value }) => JSON.stringify([dimension, value])).values()].flatMap(
    (counts) => {
      const [first] = counts
      return first === undefined
        ? []
        : [{ dimension: first.dimension, value: first.value, data: expandedCounts(counts) }]
    },
  )
  const everybody = groups.find(({ dimension }) => dimension === '')
  return groupedSurvival(
    everybody?.data ?? expandedCounts([]),
    groups.filter(({ dimension }) => dimension !== ''),
  )
}
