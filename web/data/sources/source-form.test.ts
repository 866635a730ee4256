import type { ImportSource } from '@vitalfew/contract/api/import-sources.ts'
import { expect, test } from 'vitest'
import { changeOf, formOf } from './source-form.ts'

const source: ImportSource = {
  kind: 'sales',
  name: 'erp',
  title: '总账',
  settings: { taxIncluded: 0.13, map: { amount: '含税金额' } },
  mapping: { customer: '客户', amount: '含税金额' },
  units: {},
  encoding: 'utf-8',
  onOverlap: 'replace',
  origin: { kind: 'address', from: 'https://a.example/x.csv', query: '', highWater: '' },
  lastOrigin: null,
  schedule: { every: 'week', weekday: 3, hour: 4, minute: 5 },
  nextAt: null,
  owner: 'Ada',
  imports: 2,
  lastImport: null,
  drift: [],
  lastJob: null,
  isRemoved: false,
  version: 4,
}

test('a form that nobody touched says what is there already', () => {
  const change = changeOf(formOf(source), { source, settings: source.settings, mayConnect: true })
  const { kind, name, title, onOverlap, origin, schedule, version } = source
  const settings = { ...source.settings, fixes: [] }
  expect(change).toEqual({ kind, name, title, onOverlap, origin, schedule, version, settings })
})

test('whoever may not connect says nothing of where and when', () => {
  const form = { ...formOf(source), mapping: { customer: '客户编号', amount: '含税金额' } }
  const change = changeOf(form, { source, settings: source.settings, mayConnect: false })
  expect(change).not.toHaveProperty('origin')
  expect(change).not.toHaveProperty('schedule')
  expect(change.settings?.map).toEqual({ amount: '含税金额', customer: '客户编号' })
})

test('what is not fetched has no hour', () => {
  const form = { ...formOf(source), originKind: 'none' as const }
  expect(changeOf(form, { source, settings: {}, mayConnect: true })).toMatchObject({ origin: null, schedule: null })
})
