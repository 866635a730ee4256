import { salesFields, type SalesField } from '@vitalfew/contract/imports.ts'
import { bestAssignment } from './best-assignment.ts'
import { columnEvidence, type ColumnEvidence } from './column-evidence.ts'
import { contentScore } from './content-score.ts'
import { nameScore } from './name-score.ts'

export type FieldColumns = Partial<Record<SalesField, number>>
export type FieldNumbers = Partial<Record<SalesField, number>>

export interface HeaderTable {
  readonly headers: readonly string[]
  /** Sampled values per column, in the order of the headers. */
  readonly samples: ReadonlyArray<readonly string[]>
  /** Columns at the left that are not looked at. */
  readonly skipped: number
  /** Columns the user has named; nothing overrules them. */
  readonly given: FieldColumns
}

export interface Recognition {
  /** Field → column. */
  readonly columns: FieldColumns
  readonly confidence: FieldNumbers
  readonly evidence: readonly ColumnEvidence[]
  /** Field → the column that came nearest, for fields that stay without one. */
  readonly guesses: FieldColumns
}

/** Finds the columns of a sales table: names first, borne out by content, the best assignment over all fields at once. */
export function recogniseHeaders({ headers, samples, skipped, given }: HeaderTable): Recognition {
  const evidence = samples.map(columnEvidence)
  const taken = new Set([...Object.values(given), ...headers.keys().take(skipped)])
  const open = salesFields.filter((field) => given[field] === undefined)
  const scores = open.map((field) =>
    headers.map((header, column) => (taken.has(column) ? 0 : score(header, field, evidence[column]))),
  )
  const assigned = bestAssignment(
    scores.map((row, index) => row.map((value) => (value < floor ? 0 : value * weight(open[index])))),
  )

  const columns: FieldColumns = { ...given }
  const confidence: FieldNumbers = {}
  for (const field of Object.keys(given)) if (isField(field)) confidence[field] = 1
  open.forEach((field, index) => {
    const column = assigned[index] ?? -1
    if (column === -1) return
    columns[field] = column
    confidence[field] = scores[index]?.[column] ?? 0
  })
  preferName({ columns, confidence, given, key: 'customer', name: 'customerName' })
  preferName({ columns, confidence, given, key: 'product', name: 'productName' })
  dateByContent({ columns, confidence, evidence })
  return {
    columns,
    confidence: rounded(confidence),
    evidence,
    guesses: bestGuesses({ open, scores, columns, evidence }),
  }
}

/** Below this a name is only a guess, to be shown and not to be used. */
const floor = 0.5

function score(header: string, field: SalesField, evidence: ColumnEvidence | undefined): number {
  const byName = nameScore(header, field)
  return byName === 0 || evidence === undefined ? byName : byName * contentScore(evidence, field)
}

function weight(field: SalesField | undefined): number {
  return field === 'customer' || field === 'customerName' || field === 'date' || field === 'amount' ? 1.5 : 1
}

function isField(name: string): name is SalesField {
  return salesFields.some((field) => field === name)
}

interface KeyAndName {
  readonly columns: FieldColumns
  readonly confidence: FieldNumbers
  readonly given: FieldColumns
  readonly key: 'customer' | 'product'
  readonly name: 'customerName' | 'productName'
}

/** A name serves as the key where there is no identifier, or only a doubtful one beside a certain name. */
function preferName({ columns, confidence, given, key, name }: KeyAndName): void {
  if (given[key] !== undefined || columns[name] === undefined) return
  const sureness = confidence[name] ?? 0
  const hasIdentifier = columns[key] !== undefined
  if (hasIdentifier && (given[name] !== undefined || (confidence[key] ?? 0) >= Math.min(0.85, sureness))) return
  columns[key] = columns[name]
  confidence[key] = sureness
  Reflect.deleteProperty(columns, name)
  Reflect.deleteProperty(confidence, name)
}

/** A table with one column of written dates has its date there, whatever the header says. */
function dateByContent({
  columns,
  confidence,
  evidence,
}: Pick<Recognition, 'columns' | 'confidence' | 'evidence'>): void {
  if (columns.date !== undefined) return
  const taken = new Set(Object.values(columns))
  const dated = evidence.flatMap(({ writtenDates, fill }, column) =>
    writtenDates >= 0.9 && fill > 0.5 && !taken.has(column) ? [column] : [],
  )
  const [only] = dated
  if (only === undefined || dated.length > 1) return
  columns.date = only
  confidence.date = floor
}

function bestGuesses(found: {
  open: readonly SalesField[]
  scores: ReadonlyArray<readonly number[]>
  columns: FieldColumns
  evidence: readonly ColumnEvidence[]
}): FieldColumns {
  const { open, scores, columns, evidence } = found
  const taken = new Set(Object.values(columns))
  const guesses: FieldColumns = {}
  open.forEach((field, index) => {
    if (columns[field] !== undefined) return
    let best = 0
    evidence.forEach((column, at) => {
      if (taken.has(at) || column.filled === 0) return
      const likely = (scores[index]?.[at] ?? 0) * 2 + likeness(column, field)
      if (likely <= best) return
      best = likely
      guesses[field] = at
    })
    taken.add(guesses[field] ?? -1)
  })
  return guesses
}

/** Without a name to go by: dates are dates, amounts have decimals, customers come back again and again. */
function likeness(column: ColumnEvidence, field: SalesField): number {
  const { writtenDates, dates, numbers, decimals, distinct, fractions } = column
  if (field === 'date') return Math.max(writtenDates, dates * 0.5)
  if (writtenDates > 0.5) return 0
  if (field === 'amount') return numbers * (0.1 + 0.6 * decimals + 0.2 * distinct) * (1 - fractions)
  if (field === 'customer') return distinct < 0.95 && distinct > 0.01 ? 0.4 * (1 - decimals) : 0.1
  return 0
}

function rounded(confidence: FieldNumbers): FieldNumbers {
  return Object.fromEntries(Object.entries(confidence).map(([field, value]) => [field, Math.round(value * 100) / 100]))
}
