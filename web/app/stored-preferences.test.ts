import { expect, test } from 'vitest'
import { parsePreferences } from './stored-preferences.ts'

test('a first visit follows the language of the page and the colours of the system', () => {
  expect(parsePreferences(null, 'zh-CN')).toEqual({
    locale: 'zh-CN',
    theme: 'system',
    scale: 'middle',
    isMenuFolded: false,
  })
  expect(parsePreferences(null, 'en-GB').locale).toBe('en')
})

test('what was kept is used, what is spoilt is not', () => {
  const kept = JSON.stringify({ locale: 'en', theme: 'dark', scale: 'large', isMenuFolded: true })
  expect(parsePreferences(kept, 'zh-CN')).toEqual({ locale: 'en', theme: 'dark', scale: 'large', isMenuFolded: true })
  for (const spoilt of ['', '{', '7', 'null', '[1]', '{"locale":"xx","theme":3}'])
    expect(parsePreferences(spoilt, 'zh-CN')).toMatchObject({ locale: 'zh-CN', theme: 'system' })
})
