import type { ImportOutcome, ImportReport } from '@vitalfew/contract/import-log.ts'
import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import { driftInWords } from '@vitalfew/domain/imports/index.ts'

/** What an import did, or would do, on a terminal. */
export function importReportText({ files, before, after, isPreview }: ImportReport, locale: Locale): string {
  const t = translator(locale)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const shown = { t, locale, number: (value: number) => number.format(value) }
  const [rowsBefore, rowsAfter] = [shown.number(before.rows), shown.number(after.rows)]
  const money = {
    revenueBefore: shown.number(before.netRevenue),
    revenueAfter: shown.number(after.netRevenue),
    profitBefore: shown.number(before.grossProfit),
    profitAfter: shown.number(after.grossProfit),
  }
  const isSales = files.some(({ kind }) => kind === 'sales')
  return [
    ...(isPreview ? [t('imports.report.preview'), ''] : []),
    ...files.flatMap((file) => fileLines(file, shown)),
    '',
    t('imports.report.totals', { rowsBefore, rowsAfter }),
    ...(isSales ? [t('imports.report.money', money)] : []),
  ].join('\n')
}

interface Shown {
  readonly t: Translate
  readonly locale: Locale
  readonly number: (value: number) => string
}

function fileLines(file: ImportOutcome, shown: Shown): string[] {
  const { t, number } = shown
  const { kind, extent, state } = file
  const head = t('imports.report.file', {
    file: file.file,
    kind: t(`imports.kind.${kind}`),
    outcome: t(`imports.outcome.${state}`),
  })
  const rows = t('imports.report.rows', {
    rows: number(file.rows),
    accepted: number(file.accepted),
    rejected: number(file.rejected),
    setAside: number(file.setAside),
  })
  const details = [
    ...(file.id === 0 ? [] : [t('imports.report.number', { id: file.id })]),
    rows,
    ...(extent.firstDay === null ? [] : [t('imports.report.period', { first: extent.firstDay, last: extent.lastDay })]),
    ...(state === 'known' ? [] : comparisonLines(file, shown)),
  ]
  return [head, ...details.map((line) => `  ${line}`)]
}

function comparisonLines(file: ImportOutcome, { t, locale, number }: Shown): string[] {
  const { comparison, overlaps, overlapPolicy, unusedHeaders, drift } = file
  const { added, changed, same, gone, unknownCustomers: customers } = comparison
  const compared = { added: number(added), changed: number(changed), same: number(same), gone: number(gone) }
  const imports = overlaps.map(({ id }) => id).join(', ')
  const policy = t(`imports.policy.${overlapPolicy ?? 'append'}`)
  const inWords = driftInWords(locale)
  const currency = file.extent.currencies.join(', ')
  return [
    t('imports.report.comparison', compared),
    ...(customers === 0 ? [] : [t('imports.report.newCustomers', { customers: number(customers) })]),
    ...(overlaps.length === 0 ? [] : [t('imports.report.overlap', { imports, policy })]),
    ...(file.converted === 0 ? [] : [t('imports.report.converted', { lines: number(file.converted), currency })]),
    ...(file.withoutRate === 0 ? [] : [t('imports.report.withoutRate', { lines: number(file.withoutRate) })]),
    ...(file.profitFromProducts === 0 ? [] : [t('imports.report.profit', { lines: number(file.profitFromProducts) })]),
    ...(unusedHeaders.length === 0 ? [] : [t('imports.report.unused', { headers: unusedHeaders.join(', ') })]),
    ...file.unread.map(({ field, cells, firstRow, value }) =>
      t('imports.report.unread', { field: t(`imports.field.${field}`), cells: number(cells), row: firstRow, value }),
    ),
    ...drift.map((one) => t('imports.report.drift', { finding: inWords(one) })),
  ]
}
