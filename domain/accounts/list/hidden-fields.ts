import { accountFields, type AccountFieldTraits } from '@vitalfew/contract/api/account-fields.ts'
import { type AccountField, accountFieldNames } from '@vitalfew/contract/api/account-filter.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { profitMeasures } from '@vitalfew/contract/run.ts'
import type { Viewer } from '../../access/index.ts'
import type { PublishedRun } from '../runs/published-runs.ts'

type Meaning = Pick<PublishedRun, 'measure' | 'value_basis' | 'scores_profit' | 'scores_share'>

/** With the revenue of one account, its share of all gives away what all the others come to. */
const tellsOfTotal: ReadonlySet<AccountField> = new Set(['share', 'cumulativeShare'])

/**
 * The fields of a run that a person may not see: profit, and what is computed from profit in that run; shares of the whole
 * company for those who see a part of its accounts.
 */
export function hiddenAccountFields(viewer: Viewer, run: Meaning): ReadonlySet<AccountField> {
  const [seesProfit, seesAll] = [!viewer.hidden.has('profit'), viewer.scopes === 'all']
  const isHidden = (field: AccountField): boolean =>
    field === 'score'
      ? isScoreHidden(run, { seesProfit, seesAll })
      : (!seesProfit && tellsOfProfit(field, run)) || (!seesAll && tellsOfTotal.has(field))
  return new Set(accountFieldNames.filter(isHidden))
}

/** Scores tell of what their model looks at: of any run, also one that is not the current one. */
export function isScoreHidden(
  run: Pick<PublishedRun, 'scores_profit' | 'scores_share'>,
  { seesProfit, seesAll }: { readonly seesProfit: boolean; readonly seesAll: boolean },
): boolean {
  return (run.scores_profit && !seesProfit) || (run.scores_share && !seesAll)
}

function tellsOfProfit(field: AccountField, run: Meaning): boolean {
  const traits: AccountFieldTraits = accountFields[field]
  if (traits.isProfit === true) return true
  if (traits.mayBeProfit !== true) return false
  return traits.group === 'class' ? profitMeasures.has(run.measure) : profitBases.has(run.value_basis)
}

const profitBases: ReadonlySet<string> = new Set(['contribution', 'grossProfit'])

/**
 * A hidden field is no way to sort or to filter either: the order would tell what the figure is.
 *
 * @throws ProductError `accounts.fieldHidden`
 */
export function refuseHidden(fields: Iterable<AccountField>, hidden: ReadonlySet<AccountField>): void {
  for (const field of fields) {
    if (hidden.has(field)) throw new ProductError('accounts.fieldHidden', { field })
  }
}
