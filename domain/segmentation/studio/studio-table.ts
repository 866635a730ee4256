import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { PublishedRun } from '../../accounts/index.ts'
import { accountTotal } from '../table/account-figures.query.ts'
import { expandedFeatures, metricsTable } from '../table/metrics-table.ts'
import { readFigures } from '../table/read-figures.ts'
import type { KeyedTable, TableFeature } from '../table/segment-table.ts'
import { isRowClass, rowClassValues } from './row-classes.ts'
import { rowFigures } from './row-figures.query.ts'
import { isRowMetric, type RowMetric, rowMetrics } from './row-metrics.ts'

export interface StudioTable {
  readonly run: PublishedRun
  /** Names asked for; the suggested ones where empty. */
  readonly features: readonly string[]
  readonly locale: Locale
}

/** The accounts of a run by their keys, with the features asked for, and the names of these one by one. */
export async function studioTable(
  warehouse: Warehouse,
  { run, features, locale }: StudioTable,
): Promise<{ table: KeyedTable; features: string[] }> {
  const measured = await metricsTable(warehouse, {
    runId: run.run_id,
    imports: [...run.imports],
    membershipSequence: run.membership_sequence,
    asOf: run.as_of,
    currency: run.currency,
    locale,
    source: 'run',
    file: '',
    features,
  })
  const further = await rowFeatures(warehouse, { run, keys: measured.accounts, asked: features, locale })
  const classes = await classFeatures(warehouse, { run, keys: measured.accounts, asked: features, locale })
  const table = { ...measured, features: [...measured.features, ...further, ...classes] }
  return { table, features: expandedFeatures(table, features) }
}

interface RowFeatures {
  readonly run: PublishedRun
  readonly keys: readonly string[]
  readonly asked: readonly string[]
  readonly locale: Locale
}

async function rowFeatures(warehouse: Warehouse, { run, keys, asked, locale }: RowFeatures): Promise<TableFeature[]> {
  const metrics: RowMetric[] = asked.filter(isRowMetric)
  if (metrics.length === 0) return []
  const runId = run.run_id
  const [total] = await warehouse.rows(accountTotal, { runId })
  const stream = await warehouse.bytes(rowFigures(metrics), { parameters: { runId }, format: 'RowBinary' })
  const found = await readFigures(stream, { rows: total?.accounts ?? 0, columns: metrics.length })
  const rowOf = new Map(found.keys.map((key, row) => [key, row]))
  const t = translator(locale)
  return metrics.map((name, i) => ({
    kind: 'figure',
    name,
    title: t(`analysis.column.${name}`),
    unit: rowMetrics[name],
    values: Float64Array.from(keys, (key) => found.columns[i]?.[rowOf.get(key) ?? -1] ?? Number.NaN),
  }))
}

async function classFeatures(warehouse: Warehouse, { run, keys, asked, locale }: RowFeatures): Promise<TableFeature[]> {
  const t = translator(locale)
  const features: TableFeature[] = []
  for (const name of asked.filter(isRowClass)) {
    const rows = await warehouse.rows(rowClassValues(name), { runId: run.run_id })
    const valueOf = new Map(rows.map(({ key, value }) => [key, value]))
    const labels = keys.map((key) => valueOf.get(key) ?? '')
    features.push({ kind: 'category', name, title: t(`analysis.column.${name}`), labels })
  }
  return features
}
