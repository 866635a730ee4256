import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountsNamed } from '../results/named-accounts.query.ts'
import { selectionRuns } from '../results/selection-runs.query.ts'
import type { Override } from './override.ts'

/** An override, and how lists call its account. */
export interface NamedOverride extends Override {
  /** '' where the newest run has no account of that identifier or name. */
  readonly accountName: string
}

/** Overrides with the names that their accounts bear in the newest run. */
export async function overriddenAccounts(
  warehouse: Warehouse,
  overrides: readonly Override[],
): Promise<NamedOverride[]> {
  const [newest] = overrides.length === 0 ? [] : await selectionRuns(warehouse)
  const names = overrides.map(({ account }) => account)
  const found = newest === undefined ? undefined : await accountsNamed(warehouse, { runId: newest.runId, names })
  return overrides.map((override) => {
    const { account, accountName } = found?.get(override.account) ?? { account: override.account, accountName: '' }
    return { ...override, account, accountName }
  })
}
