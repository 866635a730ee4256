import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentMembershipSequence } from '../identity/index.ts'
import { examineQuality } from './examine-quality.ts'

export interface CheckQuality {
  readonly imports: readonly { readonly id: number; readonly summary: ImportSummary }[]
  readonly asOf: string
  readonly today: string
  readonly totals: { readonly accountsNotPositive: number; readonly amountNotPositive: number }
  /** Which merges and splits are believed; by default all there are. */
  readonly membershipSequence?: number
}

/**
 * What is doubtful about the data of a run: each open finding with its rows and the money in them, the grave ones first,
 * and the score, which is that of `vitalfew quality` on the same data.
 */
export async function checkQuality(warehouse: Warehouse, request: CheckQuality): Promise<Run['quality']> {
  const membershipSequence = request.membershipSequence ?? (await currentMembershipSequence(warehouse))
  const { score, checks } = await examineQuality(warehouse, { ...request, membershipSequence, isBrief: true })
  const issues = checks
    .filter(({ state }) => state === 'open')
    .map(({ check, severity, rows, amount, examples }) => ({ check, severity, rows, amount, examples }))
  return { score, issues }
}
