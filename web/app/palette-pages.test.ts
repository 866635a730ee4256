import { expect, test } from 'vitest'
import { pagesFor } from './pages.ts'
import { matchingPages } from './palette-pages.ts'

test('a page is found by its title or by its English name', () => {
  const find = (text: string) =>
    matchingPages('administrator', { text, titleOf: (name) => `<${name.toUpperCase()}>` }).map(({ name }) => name)
  expect(find('')).toEqual(pagesFor('administrator').map(({ name }) => name))
  expect(find(' Churn ')).toEqual(['churn'])
  expect(find('<acc')).toEqual(['accounts'])
  expect(find('x!')).toEqual([])
})
