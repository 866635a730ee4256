import type { Locale } from '@vitalfew/contract/locale.ts'
import type { KeyAccount } from '@vitalfew/contract/run.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type ChooseAccounts, chooseAccounts, type ChosenAccounts } from './choose-accounts.ts'
import { namesOf } from './results/named-accounts.query.ts'
import { writeSelection } from './results/write-selection.ts'
import { tierRuleCode } from './scoring/tier-rules.ts'
import { type Contributions, modelContributions } from './tell/account-contributions.ts'
import { accountReasons } from './tell/account-reasons.ts'
import { chosenAccounts } from './tell/chosen-accounts.ts'
import { tellSelection } from './tell/tell-selection.ts'
import { tierSensitivity } from './tell/tier-sensitivity.ts'
import type { AccountName } from './results/named-accounts.query.ts'

export interface SelectAccounts extends ChooseAccounts {
  readonly locale: Locale
  readonly currency: string
  /** Of the draws of weights; the same seed gives the same figures. */
  readonly seed?: number
}

export interface SelectedAccounts {
  /** The accounts above the last tier, best first, each with its reasons. */
  readonly keyAccounts: KeyAccount[]
  readonly selection: Selection
}

const defaultSeed = 1

/** Scores the accounts of a run by a model, gives each its tier, keeps that, and says of each chosen one why. */
export async function selectAccounts(warehouse: Warehouse, request: SelectAccounts): Promise<SelectedAccounts> {
  const { runId, asOf, locale, currency, seed = defaultSeed } = request
  const chosen = await chooseAccounts(warehouse, request)
  const contributions = modelContributions(chosen.scored)
  const sensitivity = tierSensitivity(chosen, seed)
  await writeSelection(warehouse, {
    ...chosen,
    runId,
    asOf,
    previousRunId: chosen.previous?.runId ?? null,
    contributions: contributions.columns,
    probabilities: sensitivity?.probabilities ?? [],
  })
  const positions = chosenAccounts(chosen.scored, chosen.tiers)
  const wording = { locale, currency }
  const names = await namesOf(warehouse, { runId, keys: chosen.columns.keys, positions })
  return {
    keyAccounts: keyAccounts(chosen, { positions, names, contributions, wording }),
    selection: await tellSelection(warehouse, { runId, chosen, positions, names, contributions, sensitivity, wording }),
  }
}

function keyAccounts(
  chosen: ChosenAccounts,
  told: {
    readonly positions: readonly number[]
    readonly names: ReadonlyMap<number, AccountName>
    readonly contributions: Contributions
    readonly wording: { readonly locale: Locale; readonly currency: string }
  },
): KeyAccount[] {
  const { scored, tiers, columns } = chosen
  const { positions, names, contributions, wording } = told
  const reasonsOf = accountReasons(scored, wording)

  return positions.map((account) => {
    const profit = columns.grossProfit[account] ?? Number.NaN
    const isLarge = tiers.rules[account] === tierRuleCode('share')
    const { reasons, weakness } = reasonsOf({
      account,
      contributions: contributions.of(account),
      share: isLarge ? (columns.share[account] ?? 0) : null,
    })
    return {
      account: names.get(account)?.account ?? '',
      accountName: names.get(account)?.accountName ?? '',
      tier: scored.model.tiers[tiers.tiers[account] ?? 0]?.id ?? '',
      score: Math.round((scored.scored.scores[account] ?? 0) * 1e8) / 1e6,
      netRevenue: columns.netRevenue[account] ?? 0,
      grossProfit: Number.isNaN(profit) ? null : profit,
      reasons: [...reasons],
      weakness,
    }
  })
}
