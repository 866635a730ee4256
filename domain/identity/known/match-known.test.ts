import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matchTable } from '../match-table.ts'
import { distinctTexts } from '../table/distinct-texts.ts'
import type { IdentityTable } from '../table/read-identity-table.ts'
import { keepRecords } from './keep-records.ts'
import { matchKnown } from './match-known.ts'

const directory = mkdtempSync(join(tmpdir(), 'known-'))
let warehouse: Warehouse
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openEmbeddedWarehouse({ directory, durable: false })
  warehouse = opened.warehouse
  close = opened.close
}, 120_000)

afterAll(async () => {
  await close()
  rmSync(directory, { recursive: true, force: true })
})

type Row = readonly [id: string, name: string, phone: string]

function tableOf(rows: readonly Row[]): IdentityTable {
  const column = (header: string, place: 1 | 2) => {
    const texts = distinctTexts()
    for (const row of rows) texts.add(row[place])
    return { header, ...texts.column() }
  }
  return { ids: rows.map(([id]) => id), columns: [column('客户名称', 1), column('电话', 2)] }
}

/** Customers of whom every third is there twice, under another way of writing. */
const rows = Array.from({ length: 600 }, (_, i): readonly Row[] => {
  const [brand, phone] = [
    `${'云远青东瑞海天金博盛'[i % 10] ?? ''}${'帆山禾方达川合泰远京'[Math.floor(i / 10) % 10] ?? ''}${i}`,
    `1380${String(1_000_000 + i * 7919).slice(0, 7)}`,
  ]
  const twice: Row = [`B${i}`, `深圳市${brand}贸易有限责任公司`, phone]
  return [[`A${i}`, `深圳${brand}贸易有限公司`, phone], ...(i % 3 === 0 ? [twice] : [])]
}).flat()

async function kept(collection: string, table: IdentityTable) {
  const matched = await matchTable(table, { withKeys: true })
  await keepRecords(warehouse, { collection, matched })
  return new Map(matched.table.ids.map((id, i) => [id, matched.clusters[i] ?? 0]))
}

test('new records find their like, in the cluster that was known, and the others get clusters of their own', async () => {
  const clusterOf = await kept('客户', tableOf(rows))
  const asked = tableOf([
    ['N1', '云帆0贸易（深圳）有限公司', '13801000000'],
    ['N2', '甲乙丙丁物流有限公司', '13912345679'],
    ['N3', '甲乙丙丁物流', '13912345679'],
    ['N4', '', ''],
  ])
  const found = await matchKnown(warehouse, { collection: '客户', table: asked, add: false })
  const [first, second, third, fourth] = found.clusters
  expect(first).toBe(clusterOf.get('A0'))
  expect(second).toBe(third)
  expect(new Set(clusterOf.values()).has(second ?? 0)).toBe(false)
  expect(fourth).not.toBe(second)
  expect(found.found).toBe(1)
  expect(found.candidates).toBeLessThan(rows.length / 4)
  const pairs = [...found.pairs()]
  expect(pairs.find(({ left, right }) => left === 'N1' && right === 'A0')).toMatchObject({ together: true })
  for (const { bits, priorBits, fields } of pairs.filter((pair) => pair.bits !== null)) {
    expect(fields.reduce((sum, field) => sum + field.bits, priorBits)).toBeCloseTo(bits ?? Number.NaN, 2)
  }
})

test('what is added is known from then on, and known clusters keep their numbers', async () => {
  const before = await kept('加入', tableOf(rows))
  const asked = tableOf([['N2', '甲乙丙丁物流有限公司', '13912345679']])
  const added = await matchKnown(warehouse, { collection: '加入', table: asked, add: true })
  const again = await matchKnown(warehouse, { collection: '加入', table: asked, add: false })
  expect(added.found).toBe(0)
  expect(again.found).toBe(1)
  expect([...again.clusters]).toEqual([...added.clusters])
  const known = tableOf(rows.slice(0, 60))
  const all = await matchKnown(warehouse, { collection: '加入', table: known, add: false })
  expect([...all.clusters]).toEqual(known.ids.map((id) => before.get(id)))
})

test('keeping under the same name replaces what was there; other names are untouched', async () => {
  await kept('一', tableOf(rows.slice(0, 20)))
  await kept('二', tableOf(rows.slice(0, 20)))
  await kept('一', tableOf(rows.slice(200, 220)))
  const asked = tableOf(rows.slice(0, 1))
  expect((await matchKnown(warehouse, { collection: '一', table: asked, add: false })).found).toBe(0)
  expect((await matchKnown(warehouse, { collection: '二', table: asked, add: false })).found).toBe(1)
})

test('a name that nothing was kept under, and other columns, are refused', async () => {
  const table = tableOf(rows.slice(0, 1))
  await expect(matchKnown(warehouse, { collection: '无', table, add: false })).rejects.toThrow(
    'identity.unknownCollection',
  )
  await kept('列', tableOf(rows.slice(0, 20)))
  const other = { ...table, columns: table.columns.slice(0, 1) }
  await expect(matchKnown(warehouse, { collection: '列', table: other, add: false })).rejects.toThrow(
    'identity.otherColumns',
  )
})
