import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnFigures } from './column-figures.ts'
import { repeatedTexts } from './repeated-texts.ts'
import { growingColumn } from './written-column.ts'

const cell = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc.integer({ min: -5_000, max: 5_000 }).map(String),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
  fc.constantFrom(
    '',
    '007',
    '-0',
    '-0.00',
    '.5',
    '5.',
    '1e3',
    '5e-324',
    '12%',
    '1,234.5',
    '无',
    '华东',
    '-',
    ' 3 ',
    '--1',
  ),
  fc.string({ maxLength: 20 }),
)
const copies = fc.constantFrom(1, 700)

function columnOf(cells: readonly string[]) {
  const column = growingColumn()
  cells.forEach(column.add)
  return column.end()
}

it('a column gives every text back as it was written, whatever it turned out to hold', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), copies, (some, times) => {
      const cells = Array.from({ length: times }, () => some).flat()
      const column = columnOf(cells)
      const alone = new Map(some.map((text) => [text, columnOf([text]).at(0)]))
      const texts = cells.map((_, row) => column.at(row))
      expect(column).toHaveLength(cells.length)
      expect(texts).toEqual(cells.map((text) => alone.get(text)))
      expect(column.unknown).toBe(texts.filter((text) => text === '').length)
      const others = new Map(column.others())
      for (const [row, text] of others) expect(text).toBe(texts[row])
      const figures = column.plain ?? []
      figures.forEach((value, row) => {
        const isPlain = !others.has(row) && texts[row] !== ''
        expect(value).toBe(isPlain ? Number(texts[row]) : Number.NaN)
      })
      expect(repeatedTexts(column)).toBe(texts.length - new Set(texts).size)
    }),
    { numRuns: 60 },
  )
})

it('a column that is figures for long and texts after keeps both', () => {
  const cells = Array.from({ length: 12_000 }, (_, i) => (i < 6_000 ? (i / 100).toFixed(2) : `名 ${i}`))
  const column = columnOf(cells)
  expect(column.plain).toBeNull()
  expect(cells.map((_, row) => column.at(row))).toEqual(cells)
})

it('figures of a column are what its texts say, by the mark that most are written with', () => {
  const german = columnOf(['1.234,50', '12,5', '1.000', '', '7'])
  expect([...columnFigures(german)]).toEqual([1234.5, 12.5, 1000, Number.NaN, 7])
  expect([...columnFigures(columnOf(['1.25', '12%', '1e3', '无', '-3']))]).toEqual([1.25, 0.12, 1000, Number.NaN, -3])
})
