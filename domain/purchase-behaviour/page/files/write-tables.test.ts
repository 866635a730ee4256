import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { csvOfTable, workbookOfTables } from './write-tables.ts'

const table = (title: string, cell: string | number | null = 1) => ({
  name: 't',
  title,
  headers: ['a'],
  rows: [[cell]],
})

test('sheets may be called anything', async () => {
  const long = '按 '.repeat(40)
  const titles = ['History', 'a/b:[c]*?', 'A/B:[C]*?', "'quoted'", '', long, `${long}!`, '\u0007']
  const { sheets } = await readXlsx(await workbookOfTables(titles.map((title) => table(title))))
  expect(sheets.length).toBe(titles.length)
  expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(titles.length)
})

test('texts that a spreadsheet would run are made harmless, figures stay figures', async () => {
  for (const cell of ['=1+1', '+1', '-1', '@a', '＝1', '"=1', ' =1', '\t=1']) {
    expect(csvOfTable(table('t', cell)).toString('utf8')).toMatch(/^\uFEFFa\r\n"?'/)
    const { sheets } = await readXlsx(await workbookOfTables([table('t', cell)]))
    expect(String(sheets[0]?.rows[1]?.[0]).startsWith("'")).toBe(true)
  }
  const lineOf = (cell: string | number | null) => csvOfTable(table('t', cell)).toString('utf8').split('\r\n')[1]
  expect([lineOf(-1), lineOf('x, "y"'), lineOf(null)]).toEqual(['-1', '"x, ""y"""', ''])
})
