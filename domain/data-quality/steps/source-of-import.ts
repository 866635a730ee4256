import { createHash } from 'node:crypto'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'

/**
 * By what files of one source are known again: the name that was given to it, or else what their columns are called. A
 * step that was made for a source is applied to every later file of it.
 */
export function sourceOfImport({
  summary,
  source = '',
}: {
  readonly summary: ImportSummary
  readonly source?: string
}): string {
  if (source !== '') return source
  const headers = [...Object.values(summary.mapping), ...summary.unusedHeaders].toSorted()
  return `columns-${createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 8)}`
}
