import { expect, test } from 'vitest'
import { sizeWords } from './size-words.ts'

test('sizes as people say them', () => {
  expect(sizeWords(0, 'en')).toBe('0B')
  expect(sizeWords(999, 'en')).toBe('999B')
  expect(sizeWords(12_345_678, 'en')).toBe('12.3MB')
  expect(sizeWords(5e12, 'en')).toBe('5,000GB')
})
