import type { ImportLogEntry } from '@vitalfew/contract/import-log.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The log of imports on a terminal. */
export function importLogTable(log: readonly ImportLogEntry[], locale: Locale): string {
  const t = translator(locale)
  if (log.length === 0) return t('imports.log.none')
  const number = new Intl.NumberFormat(locale)
  const rows = log.map(({ id, kind, source, file, state, cause, rows: count, detail, importedAt }) => [
    String(id),
    t(`imports.kind.${kind}`),
    source,
    file,
    `${t(`imports.state.${state}`)}${cause === null ? '' : ` (${cause})`}`,
    number.format(count),
    days(detail?.extent),
    importedAt.slice(0, 16).replace('T', ' '),
  ])
  const head = ['id', 'kind', 'source', 'file', 'state', 'rows', 'period', 'at'].map((name) => t(`imports.log.${name}`))
  return columnsOfText([head, ...rows], { align: 'rllllrll', header: true }).join('\n')
}

function days(extent: NonNullable<ImportLogEntry['detail']>['extent'] | undefined): string {
  return extent?.firstDay === undefined || extent.firstDay === null ? '' : `${extent.firstDay} … ${extent.lastDay}`
}
