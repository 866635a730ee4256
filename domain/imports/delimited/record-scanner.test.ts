import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { recordScanner, whitespaceRuns } from './record-scanner.ts'

function scan(text: string, { delimiter = ',', columns = null as number | null, pieces = 1 } = {}) {
  const scanner = recordScanner({ delimiter, newline: '\n', columns })
  const rows: string[][] = []
  const numbers: number[] = []
  const damaged = new Set<number>()
  const size = Math.ceil(text.length / pieces) || 1
  for (let from = 0; from < text.length || from === 0; from += size) {
    const found = scanner.scan(text.slice(from, from + size), from + size >= text.length)
    rows.push(...found.rows)
    numbers.push(...found.numbers)
    for (const number of found.damaged ?? []) damaged.add(number)
  }
  return { rows, numbers, damaged: [...damaged] }
}

describe('recordScanner', () => {
  it('keeps delimiters, line ends and doubled quotes inside quotes', () => {
    expect(scan('a,"b,c","d\n""e""",f\r\ng,h,i,j\n').rows).toEqual([
      ['a', 'b,c', 'd\n"e"', 'f'],
      ['g', 'h', 'i', 'j'],
    ])
  })

  it('takes blanks around quotes and stray quotes inside a cell', () => {
    expect(scan('a, "b,c" ,d\n5" pipe,x"y,"12" nail",z\n').rows).toEqual([
      ['a', 'b,c', 'd'],
      ['5" pipe', 'x"y', '12" nail', 'z'],
    ])
  })

  it('ends a row at a carriage return alone, and leaves one inside a cell', () => {
    const text = 'a,b,c\n1,2,3\r4,"5",6\r"7",8,"9"\r\n"x",y,"z"\rtotal,,1\n1,o\rn,2\n1,2,o\rn\n'
    for (const pieces of [1, 4, text.length]) {
      expect(scan(text, { columns: 3, pieces }).rows).toEqual([
        ['a', 'b', 'c'],
        ['1', '2', '3'],
        ['4', '5', '6'],
        ['7', '8', '9'],
        ['x', 'y', 'z'],
        ['total', '', '1'],
        ['1', 'o\rn', '2'],
        ['1', '2', 'o\rn'],
      ])
    }
  })

  it('cuts a line that was written with another separator, where it makes a whole row', () => {
    const text = 'a,b,c\n1;2;3\n4\t5\t6\n"7，7"，8，9\n"x;y"|z|"w"\n没有分隔；符号\n'
    expect(scan(text, { columns: 3 }).rows.slice(1)).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7，7', '8', '9'],
      ['x;y', 'z', 'w'],
      ['没有分隔；符号'],
    ])
  })

  it('lets an unclosed quote damage its own line only', () => {
    const { rows, damaged } = scan('a,b,c\n1,"open,2\n3,4,5\n6,"7",8\n9,10,11\n', { columns: 3 })
    expect(rows).toHaveLength(5)
    expect(damaged).toEqual([2])
    expect(rows.slice(2)).toEqual([
      ['3', '4', '5'],
      ['6', '7', '8'],
      ['9', '10', '11'],
    ])
  })

  it('lets a quote that is open at the end of the file damage its own line only', () => {
    const { rows, damaged } = scan('a,b\n1,"x\n2,y\n3,z\n', { columns: 2 })
    expect(damaged).toEqual([2])
    expect(rows.slice(2)).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ])
  })

  it('numbers records, not lines', () => {
    expect(scan('a\n"b\nc"\n\nd').numbers).toEqual([1, 2, 3, 4])
  })

  it('splits at runs of blanks', () => {
    expect(scan(' id  date   value\n 1 19970101  11.77\n', { delimiter: whitespaceRuns }).rows).toEqual([
      ['id', 'date', 'value'],
      ['1', '19970101', '11.77'],
    ])
  })

  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '中', ';'), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })

  it('reads back what a CSV writer writes, however it is cut into pieces', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieces) => {
        const text = Papa.unparse(rows, { newline: '\n', quotes: true })
        expect(scan(`${text}\n`, { pieces }).rows).toEqual(rows)
      }),
    )
  })

  it('agrees with papaparse on text without stray quotes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[a-z0-9 .中]{1,6}$/), { minLength: 1, maxLength: 5 }), { minLength: 1 }),
        (rows) => {
          const text = rows.map((row) => row.join(',')).join('\r\n')
          expect(scan(text).rows).toEqual(text === '' ? [] : Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data)
        },
      ),
    )
  })
})
