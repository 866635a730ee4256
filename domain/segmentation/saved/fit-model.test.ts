import { expect, test } from 'vitest'
import { fullEffort } from '../effort.ts'
import { segmentAccounts, type SegmentAccounts } from '../segment-accounts.ts'
import type { SegmentTable } from '../table/segment-table.ts'
import { assignAccounts } from './assign-accounts.ts'
import { fitModel } from './fit-model.ts'
import { SavedModel } from './saved-model.ts'

const rows = Array.from({ length: 90 }, (_, i) => i)

function tableOf(columns: Readonly<Record<string, readonly (number | string)[]>>): SegmentTable {
  const [first = []] = Object.values(columns)
  const features = Object.entries(columns).map(([name, values]): SegmentTable['features'][number] =>
    typeof values[0] === 'string'
      ? { kind: 'category', name, title: name, labels: values.map(String) }
      : {
          kind: 'figure',
          name,
          title: name,
          unit: 'number',
          values: Float64Array.from(values, (value) => Number(value)),
        },
  )
  return {
    source: 'run',
    file: '',
    asOf: '2026-01-01',
    currency: 'CNY',
    accounts: Array.from(first, (_, i) => `${i + 1}`),
    accountNames: Array.from(first, () => ''),
    features,
    suggested: [],
    amount: null,
  }
}

const table = tableOf({
  spent: rows.map((i) => (i % 3 === 0 ? 20_000 + i : 40 + i)),
  silent: rows.map((i) => (i % 3 === 1 ? 400 + i : i === 8 ? Number.NaN : 5 + (i % 7))),
  region: rows.map((i) => ['华东', '华南', '华北'][i % 3] ?? ''),
})

const request: SegmentAccounts = {
  features: ['spent', 'silent', 'region'],
  transform: 'auto',
  scale: 'zscore',
  missing: 'median',
  distance: 'euclidean',
  method: 'kmeans',
  ks: [3],
  seed: 1,
  effort: { ...fullEffort, replicates: 2 },
  earlier: null,
  locale: 'zh-CN',
}

function modelBy(change: Partial<SegmentAccounts> = {}) {
  const asked = { ...request, ...change }
  const { clusters, accounts } = segmentAccounts(table, asked)
  // As it comes back from where it is kept.
  const model = SavedModel.parse(JSON.parse(JSON.stringify(fitModel(table, { request: asked, clusters }))))
  return { clusters, accounts, model }
}

test.each(['zscore', 'robust', 'minmax', 'rank', 'none'] as const)(
  'the accounts it was made from find their own clusters again: %s',
  (scale) => {
    for (const transform of ['auto', 'log', 'yeo-johnson', 'none'] as const) {
      const { clusters, model } = modelBy({ scale, transform })
      expect(model.agreement).toBe(1)
      expect([...assignAccounts(table, model)]).toEqual([...clusters])
    }
  },
)

test('later accounts join the nearest group, whatever their figures are', () => {
  const { clusters, model } = modelBy({ transform: 'log' })
  const later = tableOf({
    spent: [25_000, 0, -30, Number.NaN, 1e300, Number.POSITIVE_INFINITY],
    silent: [3, 420, 3, 3, Number.NaN, 3],
    region: ['华东', '华南', '从没见过', '', '华东', '华东'],
  })
  const found = assignAccounts(later, model)
  expect(found[0]).toBe(clusters[0])
  expect(found[1]).toBe(clusters[1])
  expect([...found].every((cluster) => model.ids.includes(cluster))).toBe(true)
})

test('where figures are missing and such accounts are to be left out, they are in no group', () => {
  const { model, accounts } = modelBy({ missing: 'drop' })
  expect(accounts).not.toContain('9')
  expect(assignAccounts(table, model)[8]).toBe(0)
  const without = { ...table, features: table.features.filter(({ name }) => name !== 'silent') }
  expect(new Set(assignAccounts(without, model))).toEqual(new Set([0]))
  const { model: filling } = modelBy()
  expect(assignAccounts(without, filling).every((cluster) => cluster > 0)).toBe(true)
})
