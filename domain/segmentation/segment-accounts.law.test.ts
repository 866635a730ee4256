import { Segmentation, segmentationMethods } from '@vitalfew/contract/segmentation.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { briefEffort } from './effort.ts'
import { segmentAccounts, type SegmentAccounts } from './segment-accounts.ts'
import type { SegmentTable } from './table/segment-table.ts'

const request: SegmentAccounts = {
  features: [],
  transform: 'auto',
  scale: 'zscore',
  missing: 'median',
  distance: 'euclidean',
  method: 'kmeans',
  ks: [2, 3, 4],
  seed: 1,
  effort: { ...briefEffort, gapRows: 50, replicates: 3 },
  earlier: null,
  locale: 'zh-CN',
}

const figure = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, Number.NaN) },
)
const someTable = fc.integer({ min: 1, max: 25 }).chain((rows) =>
  fc
    .record({
      one: fc.array(figure, { minLength: rows, maxLength: rows }),
      two: fc.array(figure, { minLength: rows, maxLength: rows }),
      kind: fc.array(fc.constantFrom('甲', '乙', ''), { minLength: rows, maxLength: rows }),
    })
    .map(({ one, two, kind }) => tableOf({ one, two, kind })),
)

function tableOf(columns: { one: readonly number[]; two: readonly number[]; kind: readonly string[] }): SegmentTable {
  return {
    source: 'table',
    file: '客户.csv',
    asOf: null,
    currency: 'CNY',
    accounts: columns.one.map((_, i) => `K${i}`),
    accountNames: columns.one.map(() => ''),
    features: [
      { kind: 'figure', name: 'one', title: '一', unit: 'number', values: Float64Array.from(columns.one) },
      { kind: 'figure', name: 'two', title: '二', unit: 'money', values: Float64Array.from(columns.two) },
      { kind: 'category', name: 'kind', title: '类', labels: columns.kind },
    ],
    suggested: ['one', 'two', 'kind'],
    amount: { name: 'two', values: Float64Array.from(columns.two) },
  }
}

describe('segmentAccounts', () => {
  it('makes a whole segmentation of any table, or says in words why not', () => {
    const ways = fc.record({
      method: fc.constantFrom(...segmentationMethods),
      scale: fc.constantFrom('zscore', 'robust', 'minmax', 'rank', 'none'),
      transform: fc.constantFrom('auto', 'log', 'yeo-johnson', 'none'),
      missing: fc.constantFrom('median', 'drop'),
    })
    fc.assert(
      fc.property(someTable, ways, (table, way) => {
        let found
        try {
          found = segmentAccounts(table, { ...request, ...way })
        } catch (error) {
          if (error instanceof ProductError) return
          throw error
        }
        const { segmentation, clusters, strengths } = found
        // What the contract does not know, a NaN or an infinity would come to light here.
        const plain = z.strictObject(Segmentation.shape).parse(JSON.parse(JSON.stringify(segmentation)))
        const { chosen, rules, leftOut } = plain
        expect(plain.clusters).toHaveLength(chosen.k)
        expect(plain.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(table.accounts.length - leftOut)
        expect(new Set(plain.clusters.map(({ name }) => name)).size).toBe(chosen.k)
        expect(rules.items.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(clusters.length)
        for (const { id, size } of plain.clusters)
          expect(clusters.filter((cluster) => cluster === id)).toHaveLength(size)
        expect(strengths.every((strength) => strength >= 0 && strength <= 1)).toBe(true)
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('gives the same again for the same table and seed', () => {
    fc.assert(
      fc.property(someTable, (table) => {
        const again = (): unknown => {
          try {
            return segmentAccounts(table, request).segmentation
          } catch (error) {
            return error instanceof ProductError ? error.code : error
          }
        }
        expect(again()).toEqual(again())
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('finds groups that were put there, says that they are stable, and rules that part them', () => {
    const rows = Array.from({ length: 300 }, (_, i) => i)
    const noise = (i: number): number => Math.sin(i * 12.9898) * 2
    const table = tableOf({
      one: rows.map((i) => (i % 3) * 40 + noise(i)),
      two: rows.map((i) => (i % 3 === 1 ? 90 : 10) + noise(i + 7)),
      kind: rows.map((i) => (i % 2 === 0 ? '甲' : '乙')),
    })
    const { segmentation, clusters } = segmentAccounts(table, {
      ...request,
      features: ['one', 'two'],
      transform: 'none',
      ks: [2, 3, 4, 5],
    })
    expect(segmentation.chosen.k).toBe(3)
    expect(segmentation.clusters.every(({ verdict, size }) => verdict === 'stable' && size === 100)).toBe(true)
    expect(segmentation.rules).toMatchObject({ fidelity: 1 })
    expect(new Set(rows.map((i) => `${i % 3} ${clusters[i]}`)).size).toBe(3)
    expect(segmentation.chosen.why).toContain('界限分明')
  }, 60_000)

  it('calls a part of an even cloud what it is', () => {
    const rows = Array.from({ length: 400 }, (_, i) => i)
    const table = tableOf({
      one: rows.map((i) => (i * 0.754877666) % 1),
      two: rows.map((i) => (i * 0.569840291) % 1),
      kind: rows.map(() => '甲'),
    })
    const { segmentation } = segmentAccounts(table, {
      ...request,
      features: ['one', 'two'],
      ks: [7],
      effort: { ...request.effort, replicates: 20 },
    })
    expect(segmentation.clusters.every(({ verdict }) => verdict === 'stable')).toBe(false)
  }, 60_000)
})
