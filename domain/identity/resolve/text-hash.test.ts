import { expect, test } from 'vitest'
import { joinedHash, textHash } from './text-hash.ts'

test('texts have numbers of their own, the same every time, and safe ones', () => {
  const texts = Array.from({ length: 200_000 }, (_, i) => `远山${i}贸易有限公司`)
  const hashes = texts.map(textHash)
  expect(new Set(hashes).size).toBe(texts.length)
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash > 0)).toBe(true)
  expect(textHash('')).toBe(0)
  expect(textHash('云帆')).toBe(textHash(['云', '帆'].join('')))
})

test('two together are told from either, and nothing joined with nothing is nothing', () => {
  const [a, b] = [textHash('甲'), textHash('乙')]
  expect(joinedHash(a, 0)).toBe(0)
  const joined = new Set(Array.from({ length: 50_000 }, (_, i) => joinedHash(a, textHash(String(i)))))
  expect(joined.size).toBe(50_000)
  expect(joinedHash(a, b)).not.toBe(joinedHash(b, a))
})
