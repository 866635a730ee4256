import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { peopleOf } from '../marks/people-of.ts'
import { tagsOf } from '../marks/tags-of.query.ts'
import { runSummary } from '../runs/run-summary.ts'
import { segmentsOfAccount } from '../segments/segments-of-account.ts'
import { lineParameters } from './account-lines.ts'
import {
  accountCustomers,
  accountFigures,
  accountMonths,
  accountScoreParts,
  accountSignals,
} from './account-page.query.ts'
import { runsOfAccount } from './runs-of-account.ts'
import { tellTier } from './tell-tier.ts'
import { type AccountWanted, visibleAccount } from './visible-account.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'

/**
 * One account of a run in full: its figures, its tier and why, its months, its runs.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.notFound`
 */
export async function getAccount(viewer: Viewer, sources: AccountSources, wanted: AccountWanted): Promise<AccountPage> {
  const { warehouse, database } = sources
  const visible = await visibleAccount(viewer, sources, wanted)
  const { run, key, hidden, seesProfit } = visible
  const one = { runId: run.run_id, key }
  const lines = lineParameters(run, key)
  const [[figures], [parts], [signals], months, customers, tags, history, summary, segments, people] =
    await Promise.all([
      warehouse.rows(accountFigures, one),
      warehouse.rows(accountScoreParts, one),
      warehouse.rows(accountSignals, one),
      warehouse.rows(accountMonths, lines),
      warehouse.rows(accountCustomers, lines),
      tagsOf(warehouse, [key]),
      runsOfAccount({ warehouse, database }, visible),
      runSummary(warehouse, run.run_id),
      segmentsOfAccount(viewer, sources, one),
      peopleOf(sources, key),
    ])
  if (figures === undefined || parts === undefined) throw new ProductError('accounts.notFound', { account: key })
  return {
    run: { id: run.run_id, asOf: run.as_of, currency: run.currency },
    key,
    row: withoutHidden(figures, hidden),
    tags: tags.get(key) ?? [],
    people,
    segments,
    tier: tellTier({
      figures,
      parts,
      summary,
      seesProfit,
      seesScore: !hidden.has('score'),
      seesShare: !hidden.has('share'),
    }),
    foreseen:
      summary.value === null
        ? null
        : {
            basis: summary.value.basis,
            margin: summary.value.margin,
            horizonMonths: summary.value.horizonMonths,
          },
    signals: (signals?.signals ?? []).map((signal, index) => ({
      signal,
      strength: signals?.strengths[index] ?? 0,
      value: signals?.values[index] ?? null,
      usual: signals?.usual[index] ?? null,
    })),
    months: months.map((month) => ({ ...month, grossProfit: seesProfit ? month.grossProfit : null })),
    history,
    customers,
    hiddenFields: [...hidden],
  }
}

/** Every field that can be hidden may be null. */
function withoutHidden<Row extends object>(row: Row, hidden: ReadonlySet<AccountField>): Row {
  return { ...row, ...Object.fromEntries([...hidden].filter((field) => field in row).map((field) => [field, null])) }
}
