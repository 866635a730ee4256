import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../imports/index.ts'
import { distinctTexts } from './distinct-texts.ts'

function columnOf(raw: readonly string[]) {
  const texts = distinctTexts()
  for (const text of raw) texts.add(text)
  return texts.column()
}

test('every row has its text, cleaned, and every text is there once', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', '甲', ' 甲', '甲 ', 'A', 'a', '="01"', '\u0000'),
  )
  fc.assert(
    fc.property(fc.array(cell), (raw) => {
      const { codes, values } = columnOf(raw)
      expect(Array.from(codes, (code) => values[code])).toEqual(raw.map(cleanText))
      expect(new Set(values).size).toBe(values.length)
      expect(values[0]).toBe('')
    }),
  )
})

test('many texts are cut out of large ones and stay what they were', () => {
  const large = Array.from({ length: 20_000 }, (_, i) => `深圳市云帆${i}号贸易有限公司`)
  const pieces = large.join(',').split(',')
  const { codes, values } = columnOf([...pieces, ...pieces.toReversed()])
  expect(values.slice(1)).toEqual(large)
  expect(Array.from(codes.subarray(20_000), (code) => values[code])).toEqual(large.toReversed())
})
