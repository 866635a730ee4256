import type { Selection } from '@vitalfew/contract/selection.ts'

export interface StudioLine {
  account: string
  accountName: string
  tier: string
  score: number
  /** The score by the weights of the run. */
  scoreNow: number
  rank: number
  /** Places won (positive) or lost against the weights of the run. */
  moved: number
}

/** Only where the score is a weighted sum can other weights be tried on the figures at hand. */
export function canBeWeighed(selection: Selection): boolean {
  return (
    selection.aggregation === 'weightedSum' &&
    selection.accounts.length > 1 &&
    selection.criteria.filter(({ weight }) => weight > 0).length > 1
  )
}

/** The accounts above the line in the order that other weights would put them in. */
export function prepareStudio(
  selection: Pick<Selection, 'accounts' | 'criteria'>,
  weights: Readonly<Record<string, number>>,
): StudioLine[] {
  const chosen = Object.fromEntries(selection.criteria.map(({ id, weight }) => [id, weight]))
  const before = ranked(selection, chosen)
  const placeBefore = new Map(before.map(({ account }, index) => [account, index]))
  const scoreBefore = new Map(before.map(({ account, score }) => [account, score]))
  return ranked(selection, weights).map((line, index) => ({
    ...line,
    rank: index + 1,
    scoreNow: scoreBefore.get(line.account) ?? line.score,
    moved: (placeBefore.get(line.account) ?? index) - index,
  }))
}

function ranked(selection: Pick<Selection, 'accounts'>, weights: Readonly<Record<string, number>>) {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const lines = selection.accounts.map(({ account, accountName, tier, contributions }) => {
    const sum = contributions.reduce(
      (known, { criterion, normalized }) => known + (weights[criterion] ?? 0) * normalized,
      0,
    )
    return { account, accountName, tier, score: total > 0 ? (sum / total) * 100 : 0 }
  })
  return lines.toSorted((a, b) => b.score - a.score || a.account.localeCompare(b.account))
}
