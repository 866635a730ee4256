import { columnEvidence } from './column-evidence.ts'
import { isHeaderWord } from './header-words.ts'
import { parseAmount } from '../values/parse-amount.ts'
import { dateParts } from '../values/date-parts.ts'

export interface FoundHeader {
  /** Distinct names, one per column; columns without a name go by their letter. */
  readonly headers: string[]
  /** Index of the header's first row among the sampled rows, −1 when the file has no header. */
  readonly at: number
  /** Index of the first row below the header. */
  readonly below: number
}

/**
 * Finds the header among the first rows: titles and remarks may stand above it, and it may take two rows. A row is a
 * header when its cells are words, distinct, and best of all words that columns are known by.
 */
export function findHeader(
  rows: ReadonlyArray<readonly string[]>,
  isWord: (cell: string) => boolean = isHeaderWord,
): FoundHeader {
  const width = tableWidth(rows)
  const scores = rows.slice(0, searchedRows).map((row) => headerScore(row, { width, isWord }))
  const best = scores.reduce((one, score, index) => (score > (scores[one] ?? 0) ? index : one), 0)
  if ((scores[best] ?? 0) <= 0)
    return { headers: distinctHeaders(Array.from({ length: width }, () => '')), at: -1, below: 0 }
  const at = best > 0 && isHeaderPair({ rows, at: best - 1 }) && isGroupRow(rows, best - 1) ? best - 1 : best
  const pair = at < best || isHeaderPair({ rows, at })
  const below = at + (pair ? 2 : 1)
  const names = pair ? joinRows(rows[at] ?? [], rows[at + 1] ?? []) : (rows[at] ?? [])
  return { headers: distinctHeaders(withContent(names, rows.slice(below))), at, below }
}

const searchedRows = 40

/** The commonest number of filled-up columns, so that a title line does not count. */
function tableWidth(rows: ReadonlyArray<readonly string[]>): number {
  return rows.reduce((widest, row) => Math.max(widest, filledWidth(row)), 0)
}

function filledWidth(row: readonly string[]): number {
  for (let width = row.length; width > 0; width -= 1) if ((row[width - 1] ?? '').trim() !== '') return width
  return 0
}

function headerScore(
  row: readonly string[],
  { width, isWord }: { readonly width: number; readonly isWord: (cell: string) => boolean },
): number {
  const filled = row.filter((cell) => cell.trim() !== '')
  if (filled.length < Math.min(2, width)) return 0
  const values = filled.filter(looksLikeValue).length
  const words = filled.filter((cell) => cell.length <= 60 && isWord(cell)).length
  const distinct = new Set(filled).size / filled.length
  const long = filled.filter((cell) => cell.length > 40).length
  const wordy = (filled.length - values - long) / filled.length
  if (words === 0 && (values > 0 || wordy < 1)) return 0
  return (words * 3 + (filled.length / width) * wordy * 2) * distinct * wordy
}

function looksLikeValue(cell: string): boolean {
  return parseAmount(cell, '.') !== null || dateParts(cell) !== null
}

/**
 * A second header row names parts of the first row's groups: it is words where the rows below have figures, and fills
 * places that the first row leaves empty; or it gives nothing but units.
 */
function isHeaderPair({ rows, at }: { rows: ReadonlyArray<readonly string[]>; at: number }): boolean {
  const top = rows[at] ?? []
  const second = rows[at + 1] ?? []
  const below = rows.slice(at + 2, at + 30)
  const filled = second.filter((cell) => cell.trim() !== '')
  if (filled.length === 0 || filled.some(looksLikeValue) || below.length === 0) return false
  if (filled.every((cell) => unitOnly.test(cell.trim()))) return true
  if (!second.some((cell, column) => cell.trim() !== '' && (top[column] ?? '').trim() === '')) return false
  const figures = second.some((cell, column) => {
    if (cell.trim() === '') return false
    const { numbers, dates, filled: count } = columnEvidence(below.map((row) => row[column] ?? ''))
    return count > 0 && Math.max(numbers, dates) > 0.5
  })
  return figures || filled.filter(isHeaderWord).length * 2 > filled.length
}

/** A row of groups stands over the names and is made of words that columns are known by; a title is not. */
function isGroupRow(rows: ReadonlyArray<readonly string[]>, at: number): boolean {
  const top = rows[at] ?? []
  const filled = top.flatMap((cell, column) =>
    cell.trim() === '' ? [] : [{ cell, lower: rows[at + 1]?.[column] ?? '' }],
  )
  const known = filled.filter(({ cell, lower }) => isHeaderWord(cell) || isHeaderWord(cell + lower))
  return filled.length > 1 && known.length * 2 >= filled.length
}

/** 金额 over 含税 | 不含税 gives 金额含税 | 金额不含税; a merged cell's text reaches over the empty ones after it. */
function joinRows(top: readonly string[], second: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(top.length, second.length) }, (_, column) => {
    const upper = (top[column] ?? '').trim()
    const lower = (second[column] ?? '').trim()
    if (upper !== '') group = upper
    if (lower === '') return upper
    if (unitOnly.test(lower)) return `${upper}(${lower.replace(/[()（）]/g, '')})`
    if (group === '' || (isHeaderWord(lower) && !isHeaderWord(group + lower))) return lower
    return /\p{Script=Han}/u.test(group + lower) ? `${group}${lower}` : `${group} ${lower}`
  })
}

const unitOnly = /^[(（]?(?:元|万元|千元|亿元|个|件|台|箱|吨|盒|瓶|套|人民币|%|usd|rmb|cny)[)）]?$/i

/** Cuts empty columns at the end; a column without a name but with content stays. */
function withContent(headers: readonly string[], below: ReadonlyArray<readonly string[]>): string[] {
  const named = filledWidth(headers)
  const limit = below.length * 0.2
  let width = named
  for (let column = named; column < tableWidth(below); column += 1) {
    if (below.filter((row) => (row[column] ?? '').trim() !== '').length > limit) width = column + 1
  }
  return Array.from({ length: width }, (_, column) => (headers[column] ?? '').replace(/\s+/g, ' ').trim())
}

/** Two columns of one name become `OrderID` and `OrderID (2)`; a column without a name goes by its letter. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const used = new Set<string>()
  return headers.map((header, column) => {
    const name = header === '' ? columnLetter(column) : header
    let distinct = name
    for (let copy = 2; used.has(distinct); copy += 1) distinct = `${name} (${copy})`
    used.add(distinct)
    return distinct
  })
}

/** A, B, … Z, AA: as a spreadsheet names its columns. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
