import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { metricFeatures, suggestedMetrics } from '../features/metric-features.ts'
import {
  accountAttributes,
  accountFigures,
  accountTitles,
  accountTotal,
  attributeNames,
  categoryShares,
  largestCategories,
} from './account-figures.query.ts'
import { readFigures } from './read-figures.ts'
import type { KeyedTable, SegmentTable, TableFeature } from './segment-table.ts'

export interface MetricsTable {
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly currency: string
  readonly locale: Locale
  readonly source: 'sales' | 'run'
  readonly file: string
  /** Features asked for; product-mix shares (`mix`) and attributes are only looked up where they are among them. */
  readonly features: readonly string[]
}

const mostCategories = 8
const mixPrefix = 'mix'

/** The accounts of a run as a table; accounts go by their keys until `nameAccounts` has been asked. */
export async function metricsTable(warehouse: Warehouse, request: MetricsTable): Promise<KeyedTable> {
  const { runId, asOf, currency, locale, source, file } = request
  const t = translator(locale)
  const [total] = await warehouse.rows(accountTotal, { runId })
  const names = Object.keys(metricFeatures)
  const stream = await warehouse.bytes(accountFigures, { parameters: { runId }, format: 'RowBinary' })
  const found = await readFigures(stream, { rows: total?.accounts ?? 0, columns: names.length })
  const figures = Object.entries(metricFeatures).map(([name, { unit }], i): TableFeature => ({
    kind: 'figure',
    name,
    title: t(`selection.metric.${name}`),
    unit,
    values: found.columns[i] ?? new Float64Array(found.keys.length),
  }))
  const netRevenue = found.columns[names.indexOf('netRevenue')] ?? new Float64Array()
  return {
    source,
    file,
    asOf,
    currency,
    accounts: found.keys,
    accountNames: found.keys.map(() => ''),
    features: [
      ...figures,
      ...(await mixFeatures(warehouse, { request, keys: found.keys })),
      ...(await attributeFeatures(warehouse, { request, keys: found.keys })),
    ],
    suggested: suggestedMetrics,
    amount: { name: 'netRevenue', values: netRevenue },
  }
}

interface Keyed {
  readonly request: MetricsTable
  readonly keys: readonly string[]
}

async function mixFeatures(warehouse: Warehouse, { request, keys }: Keyed): Promise<TableFeature[]> {
  if (!request.features.some((name) => name === mixPrefix || name.startsWith(`${mixPrefix}:`))) return []
  const { imports, membershipSequence, asOf, locale } = request
  const lines = { imports, membershipSequence, asOf }
  const categories = (await warehouse.rows(largestCategories, { ...lines, most: mostCategories })).map(
    ({ category }) => category,
  )
  const rows = await warehouse.rows(categoryShares, { ...lines, categories })
  const sharesOf = new Map(rows.map(({ key, shares }) => [key, shares]))
  const t = translator(locale)
  return categories.map((category, i) => ({
    kind: 'figure',
    name: `${mixPrefix}:${category}`,
    title: t('segmentation.mix', { category }),
    unit: 'share',
    values: Float64Array.from(keys, (key) => sharesOf.get(key)?.[i] ?? Number.NaN),
  }))
}

async function attributeFeatures(warehouse: Warehouse, { request, keys }: Keyed): Promise<TableFeature[]> {
  const { imports, membershipSequence, asOf, locale } = request
  const t = translator(locale)
  const features: TableFeature[] = []
  for (const name of attributeNames) {
    if (!request.features.includes(name)) continue
    const rows = await warehouse.rows(accountAttributes(name), { imports, membershipSequence, asOf })
    const valueOf = new Map(rows.map(({ key, value }) => [key, value]))
    const labels = keys.map((key) => valueOf.get(key) ?? '')
    features.push({ kind: 'category', name, title: t(`selection.attribute.${name}`), labels })
  }
  return features
}

/** `mix` stands for the shares of all categories that are looked at. */
export function expandedFeatures(table: SegmentTable, asked: readonly string[]): string[] {
  const mixes = table.features.map(({ name }) => name).filter((name) => name.startsWith(`${mixPrefix}:`))
  return asked.flatMap((name) => (name === mixPrefix ? mixes : [name]))
}

/** What accounts are called, by key; those asked for, or all. */
export async function accountTitlesOf(
  warehouse: Warehouse,
  { runId, keys }: { readonly runId: string; readonly keys: readonly string[] | 'all' },
): Promise<Map<string, { readonly account: string; readonly accountName: string }>> {
  if (keys !== 'all' && keys.length === 0) return new Map()
  const rows = await warehouse.rows(accountTitles, { runId, keys: keys === 'all' ? [] : [...new Set(keys)] })
  return new Map(rows.map(({ key, account, accountName }) => [key, { account, accountName }]))
}
