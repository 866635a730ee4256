import { expect, test } from 'vitest'
import { prepareMapping } from './prepare-mapping.ts'

const plan = {
  fields: [
    { field: 'customer', isNeeded: true },
    { field: 'date', isNeeded: true },
    { field: 'amount', isNeeded: true },
    { field: 'product', isNeeded: false },
  ],
  headers: ['客户', '日子', '金额', '备注'],
  mapping: { customer: '客户', amount: '金额' },
  confidence: { customer: 0.9, amount: 0.6 },
  missing: [{ field: 'date', guess: '日子' }],
  preview: [
    { row: 2, cells: ['甲', '1/2', '5', ''], fixed: [] },
    { row: 3, cells: ['甲', '', '6'], fixed: [] },
    { row: 4, cells: ['乙', '3/2', '7', 'x'], fixed: [] },
  ],
}

test('what is needed comes first, found or not', () => {
  const { found } = prepareMapping(plan, {})
  expect(found.map(({ field, header, isMissing }) => [field, header, isMissing])).toEqual([
    ['customer', '客户', false],
    ['date', null, true],
    ['amount', '金额', false],
  ])
  expect(found[0]?.samples).toEqual(['甲', '乙'])
})

test('what a person says is certain', () => {
  const date = prepareMapping(plan, { date: '日子' }).found.find(({ field }) => field === 'date')
  expect(date).toMatchObject({ header: '日子', confidence: 1, isByHand: true, samples: ['1/2', '3/2'] })
})

test('every field of the kind can be mapped', () => {
  const { found, others } = prepareMapping(plan, {})
  expect([...found, ...others].map(({ field }) => field)).toEqual(['customer', 'date', 'amount', 'product'])
})
