import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { headerWords } from '../header/header-words.ts'
import type { RowBatch } from './table-source.ts'

export interface SheetCandidate {
  readonly name: string
  readonly hidden: boolean
  rows(signal?: AbortSignal): AsyncIterable<RowBatch>
}

export interface SheetChoice {
  readonly path: string
  readonly sheet?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * The sheet asked for; else the first visible one that has a table with known headers, else the first with any table.
 *
 * @throws ProductError `input.sheetNotFound`, `input.noRows`
 */
export async function chooseSheet<Sheet extends SheetCandidate>(
  sheets: readonly Sheet[],
  { path, sheet, signal }: SheetChoice,
): Promise<Sheet> {
  const file = basename(path)
  if (sheet !== undefined) {
    const found = sheets.find(({ name }) => name === sheet) ?? sheets.find(({ name }) => name.trim() === sheet.trim())
    if (found !== undefined) return found
    throw new ProductError('input.sheetNotFound', {
      file,
      path,
      sheet,
      sheets: sheets.map(({ name }) => name).join(', '),
    })
  }
  let fallback: Sheet | undefined
  for (const candidate of [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]) {
    const rows = await firstRows(candidate, signal)
    const wide = rows.filter((row) => row.filter((cell) => cell !== '').length > 1)
    if (wide.length < 2) continue
    if (wide.some((row) => headerWords(row) >= 2)) return candidate
    fallback ??= candidate
  }
  if (fallback !== undefined) return fallback
  throw new ProductError('input.noRows', { file, path })
}

const looked = 60

async function firstRows(sheet: SheetCandidate, signal?: AbortSignal): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of sheet.rows(signal)) {
    rows.push(...batch.rows.slice(0, looked))
    if (rows.length >= looked) break
  }
  return rows
}
