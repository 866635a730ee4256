import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { RatedColumns } from '../scoring/score-model.ts'
import type { Rating } from './rating.ts'

/** Raters who are far apart on one account and criterion. */
export interface Disagreement {
  readonly position: number
  readonly account: string
  readonly criterion: string
  readonly lowest: Rating
  readonly highest: Rating
}

export interface RatedAccounts {
  readonly columns: RatedColumns
  readonly disagreements: readonly Disagreement[]
  /** Names that no account of the run bears. */
  readonly strangers: readonly string[]
}

/** Half of the scale between two raters is worth a conversation. */
const farApart = 0.5

/**
 * The mean of what raters gave, by criterion and account: of each rater the latest score, all raters alike.
 *
 * @param ratings in any order; those of criteria that the model does not have are passed over
 */
export function ratedColumns(
  ratings: readonly Rating[],
  {
    model,
    accounts,
    positions,
  }: { readonly model: SelectionModel; readonly accounts: number; readonly positions: ReadonlyMap<string, number> },
): RatedAccounts {
  const scales = new Map(
    model.criteria.flatMap(({ id, scale }) =>
      scale === undefined ? [] : [[id, scale.anchors.map(({ score }) => score)] as const],
    ),
  )
  const columns = new Map([...scales.keys()].map((id) => [id, new Float64Array(accounts).fill(Number.NaN)]))
  const disagreements: Disagreement[] = []
  const strangers = new Set<string>()
  for (const [, group] of Map.groupBy(latestOfEach(ratings), groupKey(positions))) {
    const [first] = group
    const column = columns.get(first?.criterion ?? '')
    if (first === undefined || column === undefined) continue
    const position = positions.get(first.account)
    if (position === undefined) {
      strangers.add(first.account)
      continue
    }
    const { mean, sorted, isDisputed } = ratingsOfAccount(group, scales.get(first.criterion) ?? [])
    column[position] = mean
    const [lowest = first, highest = first] = [sorted.at(0), sorted.at(-1)]
    if (isDisputed) {
      disagreements.push({ position, account: first.account, criterion: first.criterion, lowest, highest })
    }
  }
  return { columns, disagreements, strangers: [...strangers] }
}

/**
 * What raters come to together on one account and criterion.
 *
 * @param ratings the latest of each rater counts
 * @param scale the scores of the anchors
 */
export function ratingsOfAccount(
  ratings: readonly Rating[],
  scale: readonly number[],
): { latest: Rating[]; sorted: Rating[]; mean: number; isDisputed: boolean } {
  const latest = latestOfEach(ratings)
  const sorted = latest.toSorted((a, b) => a.score - b.score)
  const width = Math.max(...scale) - Math.min(...scale)
  const apart = (sorted.at(-1)?.score ?? 0) - (sorted.at(0)?.score ?? 0)
  return {
    latest,
    sorted,
    mean: latest.reduce((sum, { score }) => sum + score, 0) / latest.length,
    isDisputed: latest.length > 1 && apart >= farApart * width,
  }
}

function groupKey(positions: ReadonlyMap<string, number>): (rating: Rating) => string {
  return ({ account, criterion }) => JSON.stringify([positions.get(account) ?? account, criterion])
}

/** What a rater said last about an account; of one day the last in the order given. */
function latestOfEach(ratings: readonly Rating[]): Rating[] {
  const latest = new Map<string, Rating>()
  for (const rating of ratings) {
    const key = JSON.stringify([rating.account, rating.criterion, rating.rater])
    const known = latest.get(key)
    if (known === undefined || known.day <= rating.day) latest.set(key, rating)
  }
  return [...latest.values()]
}
