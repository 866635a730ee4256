import { expect, test } from 'vitest'
import { catalogues } from '@vitalfew/contract/locale.ts'

/** Every key of a catalogue as a path; the plural forms of English count as one key. */
function paths(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? paths(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(one|other)$/, '')}`],
  )
}

const keys = (locale: 'zh-CN' | 'en') => [...new Set(paths(catalogues[locale].report))].toSorted()

test('the report says the same things in both languages', () => {
  expect(keys('en')).toEqual(keys('zh-CN'))
})
