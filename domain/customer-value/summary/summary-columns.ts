import { summaryNames } from './summary-lexicon.ts'

/** What a column of a table of summaries can be. */
export type SummaryField = 'customer' | 'purchases' | 'recency' | 'age' | 'opportunities' | 'meanSpend' | 'customers'

export type SummaryColumns = Partial<Readonly<Record<SummaryField, number>>>

/** Which column of a header row is what; the first of a name counts. */
export function summaryColumns(header: readonly string[]): SummaryColumns {
  const columns: Partial<Record<SummaryField, number>> = {}
  header.forEach((cell, index) => {
    const key = cell
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
    for (const field of fields) if (summaryNames[field].includes(key)) columns[field] ??= index
  })
  return columns
}

const fields: readonly SummaryField[] = [
  'customer',
  'purchases',
  'recency',
  'age',
  'opportunities',
  'meanSpend',
  'customers',
]

/** The columns without which nothing can be fitted; an age may be a number of opportunities instead. */
export function missingColumns(columns: SummaryColumns): string[] {
  const missing: string[] = []
  if (columns.purchases === undefined) missing.push('x')
  if (columns.recency === undefined) missing.push('t_x')
  if (columns.age === undefined && columns.opportunities === undefined) missing.push('T')
  return missing
}
