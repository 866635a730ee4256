import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { openSource, parseDay } from '../../imports/index.ts'
import { plainName } from '../words/plain-name.ts'
import { figureHeaders } from './figure-headers-lexicon.ts'
import type { GivenFigure } from './given-figure.ts'
import { parseFigure } from './parse-figure.ts'

export interface ReadFigures {
  readonly path: string
  /** The day of figures without one. */
  readonly today: string
  /** Who gives figures whose row does not say. */
  readonly author: string
}

/**
 * Reads figures of accounts from a workbook or a text file: a row for each account (its code or its name), and every column
 * that does not say account, day, author or source is a figure. An empty cell is no figure; rows without an account are not
 * read.
 *
 * @throws ProductError `input.*`, `figures.columns`, `figures.columnTwice`, `figures.notANumber`, `figures.day`,
 *   `figures.twice`
 */
export async function readFigures({ path, today, author }: ReadFigures): Promise<GivenFigure[]> {
  const source = await openSource({ path })
  const file = basename(path)
  const figures: GivenFigure[] = []
  const isFirst = firstOnly(file)
  let columns: FigureColumns | undefined
  for await (const { rows, numbers } of source.rows()) {
    for (const [index, cells] of rows.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns === undefined) {
        columns = recognised(cells, file)
        continue
      }
      const place = { file, row: numbers[index] ?? 0, today, author, serialZero: source.serialZero }
      figures.push(...figuresOf(cells, { columns, place }).filter((figure) => isFirst(figure, place.row)))
    }
  }
  if (columns === undefined) throw new ProductError('input.noRows', { file })
  return figures
}

type TextField = keyof typeof figureHeaders

interface FigureColumns {
  /** Columns by field, in the order in which they are asked. */
  readonly texts: Readonly<Record<TextField, readonly number[]>>
  readonly figures: readonly { readonly name: string; readonly column: number }[]
}

function recognised(headers: readonly string[], file: string): FigureColumns {
  const keys = headers.map(plainName)
  const columnsNamed = (names: readonly string[]): number[] =>
    names.flatMap((name) => keys.flatMap((key, column) => (key === name ? [column] : [])))
  const texts = {
    account: columnsNamed(figureHeaders.account),
    day: columnsNamed(figureHeaders.day),
    author: columnsNamed(figureHeaders.author),
    reason: columnsNamed(figureHeaders.reason),
  }
  const taken = new Set(Object.values(texts).flat())
  const figures = headers.flatMap((header, column) =>
    taken.has(column) || keys[column] === '' ? [] : [{ name: header.trim(), column }],
  )
  if (texts.account.length === 0 || figures.length === 0) {
    throw new ProductError('figures.columns', { file, headers: headers.join(', ') })
  }
  for (const { name, column } of figures) {
    const first = keys.indexOf(keys[column] ?? '')
    if (first < column) {
      throw new ProductError('figures.columnTwice', { file, figure: name, first: first + 1, second: column + 1 })
    }
  }
  return { texts, figures }
}

interface RowPlace {
  readonly file: string
  readonly row: number
  readonly today: string
  readonly author: string
  readonly serialZero: number
}

function figuresOf(
  cells: readonly string[],
  { columns, place }: { readonly columns: FigureColumns; readonly place: RowPlace },
): GivenFigure[] {
  const text = (field: TextField): string =>
    columns.texts[field].map((column) => cells[column]?.trim() ?? '').find((cell) => cell !== '') ?? ''
  const account = text('account')
  if (account === '') return []
  const { file, row } = place
  const day = dayOf(text('day'), place)
  const [author, reason] = [text('author') || place.author, text('reason')]
  return columns.figures.flatMap(({ name, column }) => {
    const cell = cells[column]?.trim() ?? ''
    if (cell === '') return []
    const value = parseFigure(cell)
    if (value === null) throw new ProductError('figures.notANumber', { file, row, column: name, value: cell })
    return [{ account, figure: name, value, day, author, reason, file }]
  })
}

/** Two different figures of one account and day: which one is meant only a person can say. The same one twice is one. */
function firstOnly(file: string): (figure: GivenFigure, row: number) => boolean {
  const seen = new Map<string, { readonly value: number; readonly row: number }>()
  return ({ account, figure, day, value }, row) => {
    const key = JSON.stringify([account, figure, day])
    const before = seen.get(key)
    if (before === undefined) seen.set(key, { value, row })
    else if (before.value !== value) {
      const rows = { first: before.row, second: row, before: before.value, value }
      throw new ProductError('figures.twice', { file, account, column: figure, day, ...rows })
    }
    return before === undefined
  }
}

function dayOf(text: string, { file, row, today, serialZero }: RowPlace): string {
  if (text === '') return today
  const day = parseDay(text, { order: 'ymd', serialZero })
  if (Number.isNaN(day)) throw new ProductError('figures.day', { file, row, day: text })
  return isoFromDay(day)
}
