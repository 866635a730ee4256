import type { AccountRow } from '@vitalfew/contract/accounts.ts'

/** Which accounts to list; an empty string lets every account pass. */
export interface AccountFilter {
  search: string
  tier: string
  abc: string
  xyz: string
  segment: string
  stage: string
}

export const everyAccount: AccountFilter = { search: '', tier: '', abc: '', xyz: '', segment: '', stage: '' }

/** Accounts that pass every part of the filter. Search ignores case and width: ＡＢＣ finds abc. */
export function filterAccounts(accounts: readonly AccountRow[], filter: AccountFilter): AccountRow[] {
  const words = folded(filter.search).split(/\s+/).filter(Boolean)
  const passes = (wanted: string, actual: string) => wanted === '' || wanted === actual
  return accounts.filter((row) => {
    if (!passes(filter.tier, row.tier) || !passes(filter.stage, row.lifecycleStage)) return false
    if (!passes(filter.segment, row.rfmSegment)) return false
    if (!passes(filter.abc, row.abcClass ?? 'none') || !passes(filter.xyz, row.xyzClass ?? 'none')) return false
    if (words.length === 0) return true
    const text = folded(`${row.accountName} ${row.account} ${row.parent}`)
    return words.every((word) => text.includes(word))
  })
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
