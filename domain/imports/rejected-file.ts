import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import type { SalesFilePlan } from './plan-sales-file.ts'
import type { LeftOutRow } from './sales-line.ts'

export interface RejectedFile {
  write(plan: SalesFilePlan, rows: readonly LeftOutRow[]): Promise<void>
  close(): Promise<void>
}

export interface RejectedFileRequest {
  readonly path: string
  readonly locale: Locale
  /** The files whose rows may come: their headers together are the columns. */
  readonly plans: readonly SalesFilePlan[]
}

/**
 * Writes rejected.csv: why each row was left out, then the row as it stands in its file, under its own headers, so that
 * the corrected file can be imported again.
 */
export function rejectedFile({ path, locale, plans }: RejectedFileRequest): RejectedFile {
  const t = translator(locale)
  const headers = [...new Set(plans.flatMap((plan) => plan.headers))]
  const places = new Map(
    plans.map((plan) => [plan, plan.headers.map((header) => headers.indexOf(header))] as const),
  )
  const stream = createWriteStream(path)
  const failed = finished(stream)
  failed.catch(() => undefined)
  const lead = ['file', 'row', 'reason', 'column', 'value'].map((name) => t(`imports.rejected.${name}`))
  stream.write(`\uFEFF${csvLine([...lead, ...headers])}`)

  return {
    write: async (plan, rows) => {
      const place = places.get(plan) ?? []
      let text = ''
      for (const row of rows) {
        const cells = headers.map(() => '')
        for (const [index, cell] of row.cells.entries()) cells[place[index] ?? headers.length + index] = cell
        const reason = t(`imports.reason.${row.reason}`)
        text += csvLine([plan.file, String(row.row), reason, row.column ?? '', row.value ?? '', ...cells])
      }
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
    },
    close: async () => {
      stream.end()
      await failed
    },
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

const formula = /^[\s'"]*[=+\-@\t\r\0＝＋－＠]/
const number = /^\s*[+-]?[\d.,]+%?\s*$/

function csvCell(text: string): string {
  const harmless = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
