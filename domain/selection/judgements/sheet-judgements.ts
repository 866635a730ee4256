import { locales, translator } from '@vitalfew/contract/locale.ts'
import { type JudgedMatrix, type JudgedPart, type ExpertJudgements } from './judged-part.ts'
import { plainText } from './judgement-lexicon.ts'
import type { WrittenCell } from './parse-judgement.ts'

/** What one sheet says; name and department are empty where the sheet leaves them out. */
export interface SheetJudgements
  extends Pick<JudgedPart, 'criteria' | 'titles'>, Pick<ExpertJudgements, 'reasons' | 'halfAnswered'> {
  readonly name: string
  readonly department: string
  readonly matrix: JudgedMatrix
}

export type SheetRows = readonly (readonly WrittenCell[])[]

export interface SheetPlace {
  readonly source: string
  /** Code → title of the criteria, where the workbook knows them. */
  readonly known: ReadonlyMap<string, string>
}

/** The address of a cell as a person sees it: E7. */
export function cellAddress(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCodePoint(64 + Math.floor(column / 26))
  return `${letters}${String.fromCodePoint(65 + (column % 26))}${row + 1}`
}

export function cellText(cell: WrittenCell): string {
  return cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).normalize('NFKC').trim()
}

/** What a questionnaire calls something, in every language that it is printed in. */
export function labelsOf(key: 'first' | 'second' | 'which' | 'strength' | 'reason' | 'name' | 'department'): string[] {
  return locales.map((locale) => plainText(translator(locale)(`judgements.sheet.${key}`)))
}

/** What stands right of a label such as Name; empty where nothing does. */
export function besideLabel(rows: SheetRows, labels: readonly string[]): string {
  for (const row of rows) {
    const at = row.findIndex((cell) => labels.includes(plainText(cellText(cell)).replace(/:$/, '')))
    if (at === -1) continue
    const found = row.slice(at + 1).find((cell) => cellText(cell) !== '')
    const text = cellText(found)
    // The next label is no answer.
    return isLabel(text) ? '' : text
  }
  return ''
}

function isLabel(text: string): boolean {
  const plain = plainText(text).replace(/:$/, '')
  return [...labelsOf('name'), ...labelsOf('department')].includes(plain)
}
