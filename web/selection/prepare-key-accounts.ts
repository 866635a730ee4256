import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Criterion, KeyAccount, Reason, Tier } from '@vitalfew/contract/run.ts'
import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import { accountTitle } from '../metrics/account-title.ts'

export interface KeyAccountEntry extends KeyAccount {
  /** Place among the accounts of the list, from 1. */
  rank: number
  title: string
  share: number
  margin: number | null
  /** Criteria there is no figure for. */
  unknown: readonly Criterion[]
  /** All the figures, where the report holds them. */
  row: AccountRow | null
  /** How it came to its tier, where the run tells. */
  selected: SelectedAccount | null
}

export interface KeyAccountList {
  entries: KeyAccountEntry[]
  /** The tiers that occur, the highest first. */
  tiers: { tier: Tier; accounts: number; netRevenue: number; share: number }[]
}

/** Joins the chosen accounts with their figures; shares fall back on the total where a row was left out of the report. */
export function prepareKeyAccounts(
  keyAccounts: readonly KeyAccount[],
  context: { accounts: readonly AccountRow[]; netRevenue: number; selected: readonly SelectedAccount[] },
): KeyAccountList {
  const rows = new Map(context.accounts.map((row) => [row.account, row]))
  const selected = new Map(context.selected.map((entry) => [entry.account, entry]))
  const entries = keyAccounts.map((keyAccount, index) => {
    const row = rows.get(keyAccount.account) ?? null
    const { netRevenue, grossProfit } = keyAccount
    return {
      ...keyAccount,
      rank: index + 1,
      weakness: distinctWeakness(keyAccount),
      unknown: row?.missingCriteria ?? [],
      title: accountTitle(keyAccount),
      share: row?.share ?? (context.netRevenue > 0 ? netRevenue / context.netRevenue : 0),
      margin: row?.margin ?? (grossProfit !== null && netRevenue > 0 ? grossProfit / netRevenue : null),
      row,
      selected: selected.get(keyAccount.account) ?? null,
    }
  })
  // Accounts come best tier first.
  const tiers = [...new Set(entries.map(({ tier }) => tier))].map((tier) => {
    const members = entries.filter((entry) => entry.tier === tier)
    const sum = (figure: (entry: KeyAccountEntry) => number) =>
      members.reduce((total, entry) => total + figure(entry), 0)
    return {
      tier,
      accounts: members.length,
      netRevenue: sum((entry) => entry.netRevenue),
      share: sum((entry) => entry.share),
    }
  })
  return { entries, tiers }
}

/** With few criteria known the weakest may be among the reasons; what speaks for an account is not its weak point. */
function distinctWeakness(keyAccount: KeyAccount): Reason | null {
  const { weakness, reasons } = keyAccount
  return weakness !== null && reasons.some(({ criterion }) => criterion === weakness.criterion) ? null : weakness
}
