import { expect, test } from 'vitest'
import { pageAt, pagesFor } from './pages.ts'

test('a role sees the pages it may use', () => {
  const names = (role: Parameters<typeof pagesFor>[0]) => pagesFor(role).map(({ name }) => name)
  expect(names('viewer')).toEqual(['overview', 'accounts', 'segments', 'settings'])
  expect(names('analyst')).toContain('selection')
  expect(names('analyst')).not.toContain('audit')
  expect(names('administrator')).toContain('audit')
})

test('an address belongs to one page', () => {
  expect(pageAt('/')?.name).toBe('overview')
  expect(pageAt('/accounts/K-1')?.name).toBe('accounts')
  expect(pageAt('/accountsabc')).toBeUndefined()
})
