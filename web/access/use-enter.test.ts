import { expect, test } from 'vitest'
import { placeInside } from './use-enter.ts'

test('a sign-in leads to places of the app only', () => {
  expect(placeInside('/accounts?page=2')).toBe('/accounts?page=2')
  for (const elsewhere of [undefined, '', 'https://example.org', '//example.org', '/\\example.org', '/\t/example.org'])
    expect(placeInside(elsewhere)).toBe('/')
})
