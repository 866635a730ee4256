import type { AttributeCondition } from '@vitalfew/contract/selection-condition.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { noTier } from '@vitalfew/methods/tiering/tier-codes.ts'
import type { StandingTiers } from '@vitalfew/methods/tiering/settle-tiers.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { givenColumnOf } from '../figures/given-metric.ts'
import { attributeConditionsOf, conditionKey, metricsOf } from '../model/metrics-of.ts'
import { type FixedColumns, readFixedRows } from './fixed-rows.ts'
import { accountCount, columnsLayout, conditionParameters, selectionColumns } from './selection-columns.query.ts'

/** What a model looks at, one value per account of a run; the largest revenue first, equal ones by name. */
export interface SelectionColumns {
  readonly accounts: number
  readonly keys: BigUint64Array
  readonly netRevenue: Float64Array
  /** NaN where no cost is known. */
  readonly grossProfit: Float64Array
  /** Share of the revenue of all accounts. */
  readonly share: Float64Array
  /** By the name of the metric; NaN = unknown. */
  readonly figures: ReadonlyMap<string, Float64Array>
  /** By the key of a condition on an attribute: 1 where it is met. */
  readonly matches: ReadonlyMap<string, Uint8Array>
  /** The tiers of the previous run of the same model; null where there is none. */
  readonly previous: StandingTiers | null
}

export interface LoadColumns {
  readonly runId: string
  readonly imports: readonly number[]
  readonly membershipSequence: number
  readonly asOf: string
  /** What is loaded is what these ask for, all together. */
  readonly models: readonly SelectionModel[]
  readonly previous: { readonly runId: string; readonly tiers: readonly string[] } | null
}

/** Whose figures are read, and which: metrics of the warehouse and conditions on attributes. */
export interface ReadColumns extends Omit<LoadColumns, 'models'> {
  readonly metrics: readonly string[]
  readonly attributes: readonly AttributeCondition[]
}

/** Reads the figures of a run's accounts as columns; those that files gave are not in the warehouse. */
export async function loadColumns(warehouse: Warehouse, request: LoadColumns): Promise<SelectionColumns> {
  return readColumns(warehouse, { ...request, ...askedFor(request.models) })
}

/** What models ask the warehouse for, each thing once. */
export function askedFor(models: readonly SelectionModel[]): Pick<ReadColumns, 'metrics' | 'attributes'> {
  return {
    metrics: [...new Set(models.flatMap(metricsOf))].filter((name) => givenColumnOf(name) === undefined),
    attributes: distinct(models.flatMap(attributeConditionsOf)),
  }
}

/** Reads columns by their names; of one run the accounts are always in the same order. */
export async function readColumns(warehouse: Warehouse, request: ReadColumns): Promise<SelectionColumns> {
  const { runId, metrics, attributes, previous, imports, membershipSequence, asOf } = request
  const columns = { metrics, attributes, withPrevious: previous !== null }
  const [count] = await warehouse.rows(accountCount, { runId })
  const stream = await warehouse.bytes(selectionColumns(columns), {
    parameters: {
      runId,
      imports,
      membershipSequence,
      asOf,
      tiers: previous?.tiers ?? [],
      previousRunId: previous?.runId ?? '',
      ...conditionParameters(attributes),
    },
    format: 'RowBinary',
  })
  const found = await readFixedRows(stream, { layout: columnsLayout(columns), atMost: count?.accounts ?? 0 })
  return {
    accounts: found.rows,
    keys: found.keys('key'),
    netRevenue: found.doubles('netRevenue'),
    grossProfit: found.doubles('grossProfit'),
    share: found.doubles('share'),
    figures: new Map(metrics.map((name) => [name, found.doubles(`metric ${name}`)])),
    matches: new Map(attributes.map((leaf, index) => [conditionKey(leaf), found.bytes(`attribute ${index}`)])),
    previous: previous === null ? null : previousTiers(found),
  }
}

function distinct(conditions: readonly AttributeCondition[]): AttributeCondition[] {
  return [...new Map(conditions.map((leaf) => [conditionKey(leaf), leaf])).values()]
}

/** The engine counts from 1 and says 0 for none. */
function previousTiers(found: FixedColumns): StandingTiers {
  const tiers = found.bytes('previousTier').map((place) => (place === 0 ? noTier : place - 1))
  const days = found.integers('previousSince')
  return { tiers, since: Float64Array.from(days, (day, i) => (tiers[i] === noTier ? Number.NaN : day)) }
}
