import { open, type FileHandle } from 'node:fs/promises'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { LeftOutRow } from '../sales-line.ts'
import { formulaText } from './formula-text.ts'
import { rejectedColumns } from './rejected-columns.ts'

/** What has to be known of a file to list its rows. */
export interface ListedFile {
  readonly file: string
  readonly headers: readonly string[]
  readonly returnedColumns: number
}

export interface RejectedFileRequest {
  readonly path: string
  readonly locale: Locale
  /** Every file that rows may come from: together their headers make the columns. */
  readonly plans: readonly ListedFile[]
}

export interface RejectedFile {
  write(plan: ListedFile, rows: readonly LeftOutRow[]): Promise<void>
  /** Writes what is held back; the file is there afterwards, with a header at least. */
  close(): Promise<void>
}

/**
 * The rows left out of an import, as a CSV file (UTF-8 with a byte order mark) that can be corrected and imported
 * again: why each was left out, then its cells under their own headers. Every row that was
 * left out is listed, blank ones too: the rows of a file are those imported and those in here.
 */
export function rejectedFile({ path, locale, plans }: RejectedFileRequest): RejectedFile {
  const translate = translator(locale)
  const columns = columnsOf(plans)
  const reasonTexts = new Map<LeftOutRow['reason'], string>()
  let file: FileHandle | null = null
  let held = ''

  /** Asked for every row, answered from memory: a file may lose a hundred thousand rows for one reason. */
  function reasonText(reason: LeftOutRow['reason']): string {
    const known = reasonTexts.get(reason) ?? translate(`imports.reason.${reason}`)
    reasonTexts.set(reason, known)
    return known
  }

  async function flush(): Promise<void> {
    if (file === null) {
      file = await open(path, 'w')
      held = `\ufeff${csvLine([...rejectedColumns(locale), ...columns.keys()])}${held}`
    }
    await file.write(held)
    held = ''
  }

  return {
    write: async (plan, rows) => {
      const places = plan.headers.map((header) => columns.get(header) ?? -1)
      for (const row of rows) {
        const cells = Array.from(columns, () => '')
        for (const [column, cell] of row.cells.entries()) {
          const place = places[column]
          // Cells beyond the header are kept behind the last column, so that a shifted row can be put right.
          if (place === undefined) cells.push(cell)
          else if (place !== -1) cells[place] = cell
        }
        const reason = reasonText(row.reason)
        held += csvLine([plan.file, String(row.row), reason, row.column ?? '', row.value ?? '', ...cells])
      }
      if (held.length > heldCharacters) await flush()
    },
    close: async () => {
      await flush()
      await file?.close()
    },
  }
}

const heldCharacters = 1 << 18

/** Header → column, each header once, in the order of the files. */
function columnsOf(plans: readonly ListedFile[]): Map<string, number> {
  const columns = new Map<string, number>()
  for (const plan of plans) {
    for (const header of plan.headers.slice(plan.returnedColumns))
      if (!columns.has(header)) columns.set(header, columns.size)
  }
  return columns
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string): string {
  const text = formulaText(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
