import { kaplanMeier } from '@vitalfew/methods/survival/kaplan-meier.ts'
import { survivalAt } from '@vitalfew/methods/survival/survival-at.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { expandedCounts } from './expanded-counts.ts'
import { returnCounts } from './return-counts.query.ts'

/** Fewer departures than this say nothing about who comes back. */
const fewestDepartures = 20

/**
 * The chance that an account which has been gone for some days buys again within a horizon: what became of all that went
 * away before. Null where too few did.
 */
export async function returnChance(
  warehouse: Warehouse,
  { horizonDays, ...parameters }: { readonly runId: string; readonly asOf: string; readonly horizonDays: number },
): Promise<((daysGone: number) => number) | null> {
  const rows = await warehouse.rows(returnCounts, parameters)
  const curve = kaplanMeier(expandedCounts(rows))
  if ((curve.atRisk[0] ?? 0) < fewestDepartures) return null
  const known = new Map<number, number>()
  return (daysGone) => {
    const chance = known.get(daysGone) ?? chanceOf(daysGone)
    known.set(daysGone, chance)
    return chance
  }

  function chanceOf(daysGone: number): number {
    const away = survivalAt(curve, daysGone)
    return away === 0 ? 1 : 1 - survivalAt(curve, daysGone + horizonDays) / away
  }
}
