import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { type Database, roundOf } from './load-round.ts'
import { shownRound } from './shown-round.ts'

export interface SetShares {
  readonly id: string
  readonly shares: readonly { readonly department: string; readonly share: number }[]
}

/**
 * Says how much each department counts in what a round comes to.
 *
 * @throws ProductError `rounds.notFound`; `rounds.shares` where departments are missing, named twice or not in the round
 */
export async function setShares(viewer: Viewer, database: Database, { id, shares }: SetShares): Promise<WeightRound> {
  authorise(viewer, ['administrator', 'analyst'])
  const { tree, raters } = await roundOf(viewer, database, id)
  const departments = new Set(raters.map(({ department }) => department))
  const named = new Set(shares.map(({ department }) => department))
  const isWhole = named.size === shares.length && named.size === departments.size
  if (!isWhole || [...named].some((department) => !departments.has(department))) {
    throw new ProductError('rounds.shares', { departments: [...departments].toSorted().join('、') })
  }
  const set = Object.fromEntries(shares.map(({ department, share }) => [department, share]))
  await database.transaction().execute(async (transaction) => {
    const shape = JSON.stringify({ tree, shares: set })
    await transaction.updateTable('weight_round').set({ tree: shape }).where('id', '=', id).execute()
    await recordAudit(transaction, { viewer, action: 'round.shares', subject: `round:${id}`, details: { shares: set } })
  })
  return shownRound(await roundOf(viewer, database, id), viewer)
}
