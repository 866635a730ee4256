import type { CostsCounted } from '@vitalfew/contract/customer-value.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountCosts, currentCostImports } from '../imports/index.ts'
import { startFitWorkers } from './fitting/fit-workers.ts'
import type { AccountPurchases } from './purchases/account-purchases.ts'
import { chooseBasis } from './purchases/choose-basis.ts'
import { lowerByCosts } from './purchases/purchases-after-costs.ts'
import { readPurchases } from './purchases/read-purchases.ts'
import { knownProfit } from './purchases/value-basis.query.ts'
import type { Valuation, ValueSettings } from './valuation.ts'
import { valuePurchases } from './value-purchases.ts'

export interface ValueAccounts {
  readonly imports: readonly number[]
  readonly membershipSequence: number
  /** Only earlier days count. */
  readonly asOf: string
  /** Imports of costs that count; by default those that are there now. */
  readonly costImports?: readonly number[] | undefined
  /** First day of the data. */
  readonly firstDay: string
  readonly settings: ValueSettings
  readonly signal?: AbortSignal | undefined
}

/**
 * Values the accounts of some imports as of a day.
 *
 * @throws ProductError `argument.invalid`, `analysis.fitFailed`, `run.cancelled`, `warehouse.*`
 */
export async function valueAccounts(warehouse: Warehouse, request: ValueAccounts): Promise<Valuation> {
  const { membershipSequence, asOf, firstDay, settings, signal } = request
  requireSplit(request)
  const imports = [...request.imports]
  const workers = startFitWorkers({ signal })
  try {
    const [known] = await warehouse.rows(knownProfit, { imports, before: asOf })
    const found = chooseBasis(known ?? { sales: 0, salesWithProfit: 0, profit: 0 })
    // A stated margin is what the user wants to count with.
    const basis = settings.margin === undefined ? found.basis : 'netRevenue'
    const purchases = await readPurchases(warehouse, {
      imports,
      membershipSequence,
      asOf,
      byProfit: basis === 'grossProfit',
      marginElsewhere: found.marginElsewhere,
      positiveOnly: settings.positiveOnly,
    })
    signal?.throwIfAborted()
    const costs = basis === 'grossProfit' ? await subtractCosts(warehouse, purchases, request) : null
    const counted = costs === null ? { basis } : { basis: 'contribution' as const, costs }
    return await valuePurchases(workers, { purchases, settings, firstDay, asOf, ...counted })
  } finally {
    await workers.close()
  }
}

/** Makes contribution of the profit of purchases; null where no costs are known. */
async function subtractCosts(
  warehouse: Warehouse,
  purchases: AccountPurchases,
  { membershipSequence, asOf, settings, costImports }: ValueAccounts,
): Promise<CostsCounted | null> {
  const imports = [...(costImports ?? (await currentCostImports(warehouse)))]
  if (imports.length === 0) return null
  const { discount: capitalRate, currency } = settings
  const costs = await accountCosts(warehouse, { imports, membershipSequence, asOf, capitalRate, currency })
  const counted = lowerByCosts(purchases, costs)
  return counted.accounts === 0 ? null : counted
}

function requireSplit({ settings, asOf, firstDay }: ValueAccounts): void {
  const { calibrateUntil, holdoutUntil, model } = settings
  const refuse = (argument: string, value: string, expected: string): never => {
    throw new ProductError('argument.invalid', { argument, value, expected })
  }
  if (model === 'bg-bb') refuse('--model', model, '--summary FILE')
  if (calibrateUntil !== undefined && (calibrateUntil < firstDay || calibrateUntil >= (holdoutUntil ?? asOf))) {
    refuse('--calibrate-until', calibrateUntil, `${firstDay} … ${holdoutUntil ?? asOf}`)
  }
  if (holdoutUntil !== undefined && (holdoutUntil >= asOf || holdoutUntil <= firstDay)) {
    refuse('--holdout-until', holdoutUntil, `${firstDay} … ${asOf}`)
  }
}
