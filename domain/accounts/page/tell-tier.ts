import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import type { z } from 'zod'
import { criteriaOfProfit } from '../runs/criteria-of-profit.ts'
import type { accountFigures, accountScoreParts } from './account-page.query.ts'

interface Told {
  readonly figures: z.output<(typeof accountFigures)['row']>
  readonly parts: z.output<(typeof accountScoreParts)['row']>
  readonly summary: Run
  readonly seesProfit: boolean
  readonly seesScore: boolean
  /** Whether shares of the whole company may be told. */
  readonly seesShare: boolean
}

const sharesOfAll: ReadonlySet<string> = new Set(['share', 'cumulativeShare'])

/** The tier of an account, what its score is made of, and the reasons in words where the run told them. */
export function tellTier({ figures, parts, summary, seesProfit, seesScore, seesShare }: Told): AccountPage['tier'] {
  const { selection } = summary
  const secret = seesProfit ? new Set<string>() : criteriaOfProfit(summary)
  const told = selection?.accounts.find(({ account }) => account === figures.account)
  const reasons = summary.keyAccounts.find(({ account }) => account === figures.account)?.reasons ?? []
  const criteria = selection?.criteria ?? []
  return {
    id: figures.tier,
    title: selection?.tiers.find(({ id }) => id === figures.tier)?.title ?? figures.tier,
    rule: parts.rule,
    since: parts.since,
    previousTier: parts.previousTier === '' ? null : parts.previousTier,
    score: seesScore ? figures.score : null,
    lower: seesScore ? parts.lower : null,
    upper: seesScore ? parts.upper : null,
    // Points add up to the score, and sentences name the strongest criteria: what is left of them would tell of the rest.
    contributions: seesScore
      ? criteria.map(({ id, title }, index) => ({
          criterion: id,
          title,
          value: told?.contributions.find(({ criterion }) => criterion === id)?.value ?? null,
          normalized: Math.min(1, Math.max(0, parts.values[index] ?? 0.5)),
          points: parts.points[index] ?? 0,
        }))
      : [],
    sentences: seesScore ? (told?.sentences ?? []) : [],
    reasons: reasons.filter(
      ({ criterion, metric }) => !secret.has(criterion) && (seesShare || !sharesOfAll.has(metric ?? '')),
    ),
  }
}
