import type { BehaviourChoice, PortfolioAnalysis } from '@vitalfew/contract/api/behaviour.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { textTable } from '../../churn/index.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { eventColumns } from '../funnel/event-columns.ts'
import { importedFunnel, type ImportedFunnelRequest } from '../funnel/imported/imported-funnel.ts'
import { purchaseFunnel } from '../funnel/purchase-funnel.ts'
import { accountHabits } from './account-habits.ts'
import { type Narrowing, narrowedWarehouse } from './narrowed-warehouse.ts'
import { portfolioAnswer } from './portfolio-answer.ts'

/** A question that takes a while, told so that another process can answer it. */
export type BehaviourWork =
  | {
      readonly about: 'accounts'
      readonly analysis: PortfolioAnalysis
      readonly choice: BehaviourChoice
      readonly request: BehaviourRequest
      /** null for all accounts. */
      readonly narrowing: Narrowing | null
    }
  | { readonly about: 'account'; readonly key: string; readonly request: BehaviourRequest }
  | { readonly about: 'importedEvents'; readonly request: ImportedFunnelRequest }
  | { readonly about: 'events'; readonly paths: readonly string[]; readonly reading: FunnelReading }

export interface FunnelReading {
  readonly by: readonly string[]
  readonly stages: readonly string[]
  readonly order: PurchaseFunnel['order']
  readonly windowDays: number | null
}

/** Answers such a question, away from the server's own thread. */
export type AnswerBehaviour = (work: BehaviourWork) => Promise<unknown>

/** What a question comes to, as plain values. */
export async function behaviourWork(warehouse: Warehouse, work: BehaviourWork): Promise<unknown> {
  switch (work.about) {
    case 'accounts': {
      const { narrowing } = work
      return portfolioAnswer(narrowing === null ? warehouse : narrowedWarehouse(warehouse, narrowing), work)
    }
    case 'account':
      return accountHabits(warehouse, work)
    case 'importedEvents':
      return importedFunnel(warehouse, work.request)
    case 'events':
      return funnelOfFiles(work.paths, work.reading)
  }
}

async function funnelOfFiles(paths: readonly string[], reading: FunnelReading): Promise<PurchaseFunnel> {
  const tables = []
  for (const path of paths) tables.push(await textTable(path, {}))
  // People choose files in any order: the table of the cases is the one that tells of stages and days.
  const [table, ...joined] = tables.toSorted((one, other) => caseSigns(other.headers) - caseSigns(one.headers))
  if (table === undefined) throw new RangeError('paths must name a file, got none')
  const { windowDays, ...rest } = reading
  return purchaseFunnel(table, { ...rest, joined, ...(windowDays === null ? {} : { windowDays }) })
}

function caseSigns(headers: readonly string[]): number {
  const { stage, time, begin, end } = eventColumns(headers)
  const hasDays = [time, begin, end].some((column) => column !== undefined)
  return Number(stage !== undefined) * 2 + Number(hasDays)
}
