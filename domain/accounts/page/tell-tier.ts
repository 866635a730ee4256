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
}

/** The tier of an account, what its score is made of, and the reasons in words where the run told them. */
export function tellTier({ figures, parts, summary, seesProfit }: Told): AccountPage['tier'] {
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
    score: figures.score,
    lower: parts.lower,
    upper: parts.upper,
    contributions: criteria.flatMap(({ id, title }, index) =>
      secret.has(id)
        ? []
        : [
            {
              criterion: id,
              title,
              value: told?.contributions.find(({ criterion }) => criterion === id)?.value ?? null,
              normalized: Math.min(1, Math.max(0, parts.values[index] ?? 0.5)),
              points: parts.points[index] ?? 0,
            },
          ],
    ),
    // Sentences name the strongest criteria, whichever these are: with one of them hidden, none is shown.
    sentences: secret.size === 0 ? (told?.sentences ?? []) : [],
    reasons: reasons.filter(({ criterion }) => !secret.has(criterion)),
  }
}
