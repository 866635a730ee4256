import { FileSummary } from '@vitalfew/contract/api/imports.ts'
import { RecordSummary } from '@vitalfew/contract/import-log.ts'
import { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { LoggedImport } from '../commit/import-log.query.ts'

/** What became of the rows of an import, whatever it holds. */
export function fileSummary({ kind, summary }: Pick<LoggedImport, 'kind' | 'summary'>): FileSummary {
  const written: unknown = JSON.parse(summary)
  if (kind === 'sales') return FileSummary.parse(ImportSummary.parse(written))
  const { leftOut, ...known } = RecordSummary.parse(written)
  return FileSummary.parse({
    ...known,
    leftOut: leftOut.map((entry) => ({ ...entry, amount: 0 })),
    dropDuplicates: false,
  })
}
