import { describe, expect, test } from 'vitest'
import { everyAccount, filterAccounts } from './account-filter.ts'
import { exampleReport } from './example-report.fixture.ts'

const { accounts } = exampleReport()
const names = (part: Partial<typeof everyAccount>) =>
  filterAccounts(accounts, { ...everyAccount, ...part }).map(({ accountName }) => accountName)

describe('filterAccounts', () => {
  test('lets everyone pass when nothing is asked', () => {
    expect(names({})).toHaveLength(accounts.length)
  })

  test('searches names and codes without regard to case or width', () => {
    expect(names({ search: 'NORTHERN ＬＩＧＨＴＳ' })).toEqual(['Northern Lights Instruments GmbH & Co. KG'])
    expect(names({ search: 'c10001' })).toHaveLength(1)
  })

  test('a pattern or markup in the search is only text', () => {
    expect(names({ search: '.*' })).toEqual([])
    expect(names({ search: '<svg' })).toHaveLength(1)
  })

  test('all parts must hold', () => {
    const wanted = filterAccounts(accounts, { ...everyAccount, abc: 'A', xyz: 'X', tier: 'key' })
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.every((row) => row.abcClass === 'A' && row.xyzClass === 'X' && row.tier === 'key')).toBe(true)
  })

  test('accounts without a class can be listed', () => {
    expect(filterAccounts(accounts, { ...everyAccount, abc: 'none' }).every((row) => row.abcClass === null)).toBe(true)
    expect(names({ abc: 'none' })).toHaveLength(1)
  })
})
