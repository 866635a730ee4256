import type { Demand, Stage } from '../company/behaviours.ts'
import type { AccountFigures } from './account-figures.ts'
import { abcAnswers, giniAnswer, hhiAnswer, largest, topShareAnswers } from './concentration.ts'
import { demandByDefinition } from './demand-by-definition.ts'
import type { PurchaseRecord } from './stage-by-definition.ts'
import { portfolioCycle, stageByDefinition } from './stage-by-definition.ts'

/** What the analysis must find when these are its accounts: customer records as they stand, true accounts, or groups. */
export function viewAnswers(figures: readonly AccountFigures[]) {
  const amounts = figures.map(({ key, netCents }) => ({ key, cents: netCents }))
  const cycleDays = portfolioCycle(figures.map(purchaseRecord))
  const stages: Record<Stage, number> = {
    prospect: 0,
    new: 0,
    growing: 0,
    mature: 0,
    slipping: 0,
    dormant: 0,
    lost: 0,
    wonBack: 0,
  }
  const steadiness: Record<Demand | 'none', number> = { X: 0, Y: 0, Z: 0, none: 0 }
  for (const each of figures) {
    stages[stageByDefinition(purchaseRecord(each), cycleDays)] += 1
    steadiness[demandOf(each) ?? 'none'] += 1
  }
  return {
    accounts: figures.length,
    abc: abcAnswers(amounts),
    gini: giniAnswer(amounts),
    hhi: hhiAnswer(amounts),
    topShares: topShareAnswers(amounts),
    largest: largest(amounts, 10),
    xyz: steadiness,
    lifecycle: { portfolioCycleDays: cycleDays, stages },
  }
}

export function purchaseRecord({ saleCentsByDay, returnLines }: AccountFigures): PurchaseRecord {
  return { saleCentsByDay, hasReturns: returnLines > 0 }
}

export function demandOf({ netCentsByMonth, saleCentsByDay }: AccountFigures): Demand | null {
  const [first] = saleCentsByDay.keys()
  return demandByDefinition(netCentsByMonth, first ?? null)
}
