import type { Locale } from '@vitalfew/contract/locale.ts'
import type { KeyAccount } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountReasons } from './account-reasons.ts'
import { chosenAccounts, criterionOrder, writeAccountTiers } from './scored-accounts.query.ts'

export interface SelectAccounts {
  readonly runId: string
  readonly model: SelectionModel
  readonly locale: Locale
  readonly currency: string
}

/** Scores the accounts of a run by a model, gives each its tier, and says of each chosen one why. */
export async function selectAccounts(warehouse: Warehouse, request: SelectAccounts): Promise<KeyAccount[]> {
  const { runId, model, locale, currency } = request
  const weights = criterionOrder.map(
    (criterion) => model.criteria.find((item) => item.criterion === criterion)?.weight ?? 0,
  )
  const key = places(model, 'key')
  const strategic = places(model, 'strategic')
  await warehouse.run(writeAccountTiers, {
    runId,
    weights,
    keyShare: key.share,
    keyMinimum: key.minimum,
    keyMaximum: key.maximum,
    strategicShare: strategic.share,
    strategicMinimum: strategic.minimum,
    strategicMaximum: strategic.maximum,
    alwaysFirstFromShare: model.alwaysFirstFromShare,
  })
  const chosen = await warehouse.rows(chosenAccounts, { runId })
  return chosen.map((account) => ({
    account: account.account,
    accountName: account.accountName,
    tier: account.tier,
    score: account.score,
    netRevenue: account.netRevenue,
    grossProfit: account.grossProfit,
    ...accountReasons(account, { weights, locale, currency }),
  }))
}

function places(model: SelectionModel, tier: 'key' | 'strategic') {
  const rule = model.tiers.find((item) => item.tier === tier)
  return { share: rule?.share ?? 0, minimum: rule?.minimum ?? 0, maximum: rule?.maximum ?? 4_294_967_295 }
}
