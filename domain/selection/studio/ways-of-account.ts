import { ProductError } from '@vitalfew/contract/errors.ts'
import type { BelowTheLine } from '@vitalfew/contract/selection.ts'
import type { Viewer } from '../../access/index.ts'
import { namesOf } from '../results/named-accounts.query.ts'
import { belowTheLine, belowTheRules } from '../tell/below-the-line.ts'
import { tierLines } from '../tell/near-lines.ts'
import { scoredTiers } from '../tell/scored-tiers.ts'
import { waysByRules } from '../tell/ways-by-rules.ts'
import { figureRanges, wayOver } from '../tell/ways-up.ts'
import type { AccountWaysWanted } from './account-ways.ts'
import { chooseInRun } from './choose-in-run.ts'
import type { StudioEngine } from './sources.ts'

export interface AccountWays {
  readonly account: string
  readonly accountName: string
  readonly tier: string
  readonly score: number
  readonly ways: BelowTheLine[]
}

/**
 * Tries what would move one account up, each way by scoring anew.
 *
 * @throws ProductError `accounts.notFound`, and what `chooseInRun` finds
 */
export async function waysOfAccount(
  viewer: Viewer,
  sources: StudioEngine,
  { run: name, model, key }: AccountWaysWanted,
): Promise<AccountWays> {
  const { run, chosen } = await chooseInRun(viewer, sources, { run: name, model })
  const { scored, tiers, columns } = chosen
  const position = BigInt(key) < 2n ** 64n ? columns.keys.indexOf(BigInt(key)) : -1
  if (position < 0) throw new ProductError('accounts.notFound', { account: key })
  const own = tiers.tiers[position] ?? model.tiers.length - 1
  const lines = tierLines(scored, scoredTiers(scored, tiers))
  const ranges = figureRanges(scored)
  const isRanked = scored.population[position] === 1 && scored.failed[position] === null
  const above = isRanked ? lines.filter(({ tier }) => tier < own).toReversed() : []
  const near = above.map((line) => wayOver(scored, { line, position, ranges }))
  const byRules = isRanked ? waysByRules(chosen, lines, { only: position }) : []
  const names = await namesOf(sources.warehouse, { runId: run.run_id, keys: columns.keys, positions: [position] })
  const named = names.get(position) ?? { account: '', accountName: '' }
  const told = { chosen, nameOf: () => named, wording: { locale: viewer.locale, currency: run.currency } }
  return {
    ...named,
    tier: model.tiers[own]?.id ?? '',
    score: Number((100 * (scored.scored.scores[position] ?? 0)).toFixed(2)),
    ways: [...belowTheLine(near, told), ...belowTheRules(byRules, told)],
  }
}
