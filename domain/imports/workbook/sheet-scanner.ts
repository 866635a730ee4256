import { inputLimits } from '../input-limits.ts'
import { stringItem } from './shared-strings.ts'
import { serialText } from './serial-text.ts'
import { unescapeOffice } from './xml-text.ts'

export interface SheetSetting {
  readonly strings: readonly string[]
  /** Cell style → whether it shows a day. */
  readonly dateStyles: readonly boolean[]
  readonly serialZero: number
}

export interface ScannedRows {
  readonly numbers: number[]
  readonly rows: string[][]
  readonly damaged: Set<number> | null
  readonly hidden: Set<number> | null
}

type Writable = { -readonly [Name in keyof ScannedRows]: ScannedRows[Name] }

export interface SheetScanner {
  scan(chunk: string): ScannedRows
  /** True once the table of the sheet has been left. */
  done(): boolean
  /** Characters of a row that has not ended. */
  held(): number
}

/** Reads the rows of a worksheet's XML as it streams by, without building a tree. */
export function sheetScanner(setting: SheetSetting): SheetScanner {
  let text = ''
  let prefix: string | null = null
  let row = 0
  let done = false

  function scan(chunk: string): ScannedRows {
    const found: Writable = { numbers: [], rows: [], damaged: null, hidden: null }
    text += chunk
    prefix ??= /<([\w.-]+:)?sheetData[\s/>]/.exec(text)?.[1] ?? (text.includes('<sheetData') ? '' : null)
    if (prefix === null || done) return found
    const opening = `<${prefix}row`
    const closing = `</${prefix}row>`
    let position = 0
    for (;;) {
      const start = tagAt(text, { tag: opening, from: position })
      if (start === -1) break
      const tagEnd = text.indexOf('>', start)
      if (tagEnd === -1) break
      const empty = text.charCodeAt(tagEnd - 1) === 47
      const end = empty ? tagEnd : text.indexOf(closing, tagEnd)
      if (end === -1) break
      const tag = text.slice(start + opening.length, tagEnd)
      const next = rowNumber(tag) ?? row + 1
      // Rows that were never touched are not in the file, and yet a person sees them as blank.
      if (row > 0 && next - row <= mostBlankRows) for (row += 1; row < next; row += 1) push(found, { row, cells: [] })
      row = next
      const cells = empty ? { values: [], surplus: false } : cellsOf(text.slice(tagEnd + 1, end), { prefix, setting })
      push(found, { row, cells: cells.values })
      if (isHidden(tag)) (found.hidden ??= new Set()).add(row)
      if (cells.surplus) (found.damaged ??= new Set()).add(row)
      position = empty ? tagEnd + 1 : end + closing.length
    }
    done = text.includes(`</${prefix}sheetData>`, position)
    text = done ? '' : text.slice(position)
    return found
  }

  return { scan, done: () => done, held: () => text.length }
}

/** Place of a whole tag name: `<c` must not find `<cols`. */
function tagAt(text: string, { tag, from }: { tag: string; from: number }): number {
  for (let at = text.indexOf(tag, from); at !== -1; at = text.indexOf(tag, at + 1)) {
    const code = text.charCodeAt(at + tag.length)
    if (code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9) return at
    if (Number.isNaN(code)) return -1
  }
  return -1
}

/** Rows that a filter leaves out are marked like those that somebody hid. */
function isHidden(tag: string): boolean {
  return / hidden="(?:1|true)"/.test(tag)
}

function push(found: ScannedRows, { row, cells }: { row: number; cells: string[] }): void {
  found.numbers.push(row)
  found.rows.push(cells)
}

const mostBlankRows = 1_000

function rowNumber(tag: string): number | null {
  const match = /(?:^|\s)r="(\d+)"/.exec(tag)
  return match === null ? null : Number(match[1])
}

function cellsOf(
  xml: string,
  { prefix, setting }: { prefix: string; setting: SheetSetting },
): { values: string[]; surplus: boolean } {
  const opening = `<${prefix}c`
  const closing = `</${prefix}c>`
  const values: string[] = []
  let surplus = false
  let column = -1
  for (let at = tagAt(xml, { tag: opening, from: 0 }); at !== -1;) {
    const tagEnd = xml.indexOf('>', at)
    const empty = xml.charCodeAt(tagEnd - 1) === 47
    const end = empty ? tagEnd : xml.indexOf(closing, tagEnd)
    if (tagEnd === -1 || end === -1) break
    const tag = xml.slice(at + opening.length, tagEnd)
    column = columnOf(tag) ?? column + 1
    const value = empty ? '' : cellText(xml.slice(tagEnd + 1, end), { tag, prefix, setting })
    if (column < inputLimits.columns) {
      while (values.length < column) values.push('')
      values[column] = value
    } else if (value !== '') {
      surplus = true
    }
    at = tagAt(xml, { tag: opening, from: empty ? tagEnd : end + closing.length })
  }
  return { values, surplus }
}

/** Column of a reference such as AB12: A is 0. */
function columnOf(tag: string): number | null {
  let at = tag.indexOf(' r="')
  if (at === -1) return null
  at += 4
  let column = 0
  for (;;) {
    const code = tag.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
    at += 1
  }
  return column === 0 ? null : column - 1
}

function cellText(xml: string, cell: { tag: string; prefix: string; setting: SheetSetting }): string {
  const { tag, prefix, setting } = cell
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? 'n'
  if (type === 'inlineStr') return stringItem(xml.slice(xml.indexOf('<')))
  const raw = valueOf(xml, prefix)
  if (raw === '') return ''
  if (type === 's') return setting.strings[Number(raw)] ?? ''
  if (type === 'str' || type === 'd' || type === 'e') return unescapeOffice(raw)
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  return numberText(raw, { style: Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0), setting })
}

function valueOf(xml: string, prefix: string): string {
  const start = tagAt(xml, { tag: `<${prefix}v`, from: 0 })
  if (start === -1) return ''
  const from = xml.indexOf('>', start) + 1
  if (xml.charCodeAt(from - 2) === 47) return ''
  const end = xml.indexOf('<', from)
  return end === -1 ? '' : xml.slice(from, end).trim()
}

/** Numbers are stored with up to 17 digits (82.799999999999997); the shortest text for the same number is meant. */
function numberText(raw: string, { style, setting }: { style: number; setting: SheetSetting }): string {
  if (setting.dateStyles[style] === true) {
    const serial = Number(raw)
    if (serial >= 1 && serial < 2_958_466) return serialText(serial, setting.serialZero)
  }
  return raw.length <= 15 && !raw.includes('E') ? raw : shortest(raw)
}

function shortest(raw: string): string {
  const value = Number(raw)
  return Number.isFinite(value) ? String(value) : raw
}
