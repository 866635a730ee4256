import { expect, test } from 'vitest'
import { pageLocale, parsePreferences } from './stored-preferences.ts'

test('a first visit has chosen nothing: others say the language and the unit, the system the colours', () => {
  expect(parsePreferences(null)).toEqual({ locale: null, theme: 'system', scale: null, isMenuFolded: false })
  expect(['zh-CN', 'en-GB', 'fr'].map(pageLocale)).toEqual(['zh-CN', 'en', 'zh-CN'])
})

test('what was kept is used, what is spoilt is not', () => {
  const kept = { locale: 'en', theme: 'dark', scale: 'large', isMenuFolded: true }
  expect(parsePreferences(JSON.stringify(kept))).toEqual(kept)
  for (const spoilt of ['', '{', '7', 'null', '[1]', '{"locale":"xx","theme":3}'])
    expect(parsePreferences(spoilt)).toMatchObject({ locale: null, theme: 'system' })
})
