import { accountFields } from '@vitalfew/contract/api/account-fields.ts'
import { accountFieldNames, operatorsOfKind } from '@vitalfew/contract/api/account-filter.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../../access/index.ts'
import { runNamed } from '../runs/published-runs.ts'
import { hiddenAccountFields } from './hidden-fields.ts'

/** The fields that a person may show, sort and filter by, and how each is compared. */
export async function accountFieldList(viewer: Viewer, database: StoreClient['database']) {
  const hidden = hiddenAccountFields(viewer, await meaningNow(database))
  const fields = accountFieldNames
    .filter((field) => !hidden.has(field))
    .map((field) => {
      const { kind, group } = accountFields[field]
      return { field, kind, group, operators: [...operatorsOfKind[kind]] }
    })
  return { fields, hiddenFields: [...hidden] }
}

/** Before the first run nothing is known of what its classes and values will tell: the most careful reading counts. */
async function meaningNow(database: StoreClient['database']) {
  try {
    return await runNamed(database)
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'run.none') {
      return { measure: 'grossProfit' as const, value_basis: 'grossProfit', scores_profit: true, scores_share: true }
    }
    throw cause
  }
}
