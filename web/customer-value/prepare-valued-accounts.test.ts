import { expect, test } from 'vitest'
import { exampleReport } from '../report/example-report.fixture.ts'
import { prepareValuedAccounts, relativeInterval } from './prepare-valued-accounts.ts'
import { isValued } from './value-fields.ts'

const { accounts } = exampleReport(60)
const [row] = accounts

test('lists the accounts whose value is known, a value of zero too', () => {
  if (row === undefined) throw new Error('the example has accounts')
  expect(prepareValuedAccounts([row, { ...row, clv: 0 }, { ...row, clv: null }]).rows).toHaveLength(2)
})

test('an interval is drawn in multiples of its value, and not at all where there is no value', () => {
  if (row === undefined) throw new Error('the example has accounts')
  expect(relativeInterval({ ...row, clv: 200, clvLower: 50, clvUpper: 300 })).toEqual({
    value: 1,
    lower: 0.25,
    upper: 1.5,
  })
  expect(relativeInterval({ ...row, clv: 0, clvLower: 0, clvUpper: 3 })).toBeNull()
  expect(relativeInterval({ ...row, clv: 5, clvLower: null, clvUpper: null })).toBeNull()
})

test('accounts of a run that values nobody are not valued', () => {
  const plain = accounts.map((account) => ({ ...account, clv: null, pAlive: null }))
  expect([isValued(accounts), isValued(plain), isValued([])]).toEqual([true, false, false])
})
