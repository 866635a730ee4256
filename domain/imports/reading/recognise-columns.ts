import { bestAssignment } from '../header/best-assignment.ts'
import { columnEvidence, type ColumnEvidence } from '../header/column-evidence.ts'
import { type FieldWords, namesOf, wordScore } from '../header/name-score.ts'
import { strangeHeader } from '../header/strange-header.ts'
import type { FieldType, RecordFields, RecordKindDefinition } from '../kinds/record-kind.ts'

export interface ColumnsToRecognise {
  readonly headers: readonly string[]
  /** Sampled values per column, in the order of the headers. */
  readonly samples: ReadonlyArray<readonly string[]>
  /** Columns at the left that are not looked at. */
  readonly skipped: number
  /** Field → column, as somebody said; nothing overrules it. */
  readonly given: Readonly<Record<string, number>>
}

export interface RecognisedColumns {
  readonly columns: Readonly<Record<string, number>>
  readonly confidence: Readonly<Record<string, number>>
  readonly evidence: readonly ColumnEvidence[]
}

/** Finds the columns of a kind's fields: by name, borne out by content, the best assignment over all fields at once. */
export function recogniseColumns(kind: RecordKindDefinition, table: ColumnsToRecognise): RecognisedColumns {
  const { headers, samples, skipped, given } = table
  const evidence = samples.map(columnEvidence)
  const taken = new Set([...Object.values(given), ...headers.keys().take(skipped)])
  const needed = new Set(kind.needs.flat())
  const open = Object.keys(kind.fields).filter((name) => given[name] === undefined)
  const scores = open.map((name) => {
    const words = wordsOf(kind.fields, name)
    const type = kind.fields[name]?.type ?? 'text'
    return headers.map((header, column) => {
      if (taken.has(column)) return 0
      const score = wordScore(header, words)
      return score === 0 ? 0 : score * borneOut(evidence[column], { type, isNeeded: needed.has(name) })
    })
  })
  const assigned = bestAssignment(
    scores.map((row, index) =>
      row.map((value) => (value < floor ? 0 : value * (needed.has(open[index] ?? '') ? 1.5 : 1))),
    ),
  )
  const columns: Record<string, number> = { ...given }
  const confidence: Record<string, number> = Object.fromEntries(Object.keys(given).map((name) => [name, 1]))
  open.forEach((name, index) => {
    const column = assigned[index] ?? -1
    if (column === -1) return
    columns[name] = column
    confidence[name] = Math.round((scores[index]?.[column] ?? 0) * 100) / 100
  })
  return { ...nameAsKey({ columns, confidence }), evidence }
}

/** Below this a name is only a guess. */
const floor = 0.5
const known = new Map<RecordFields, Map<string, FieldWords>>()

function wordsOf(fields: RecordFields, name: string): FieldWords {
  const ofKind = known.get(fields) ?? new Map<string, FieldWords>()
  known.set(fields, ofKind)
  const found = ofKind.get(name) ?? { names: namesOf(fields[name]?.names ?? []), foreign: strangeHeader }
  ofKind.set(name, found)
  return found
}

function borneOut(
  evidence: ColumnEvidence | undefined,
  { type, isNeeded }: { readonly type: FieldType; readonly isNeeded: boolean },
): number {
  if (evidence === undefined || evidence.filled === 0) return 0.7
  const bears = contents[type](evidence)
  // A needed column with a sure name stays found: its rows are then rejected one by one, with what stands there.
  return bears ? 1 : isNeeded ? 0.56 : 0.2
}

const contents: Readonly<Record<FieldType, (evidence: ColumnEvidence) => boolean>> = {
  text: ({ writtenDates }) => writtenDates <= 0.8,
  label: ({ writtenDates }) => writtenDates <= 0.8,
  day: ({ dates }) => dates >= 0.5,
  instant: ({ dates }) => dates >= 0.5,
  figure: ({ numbers, writtenDates }) => numbers >= 0.5 && writtenDates < 0.5,
  share: ({ numbers, percents }) => numbers + percents >= 0.5,
  flag: ({ distinct, filled }) => filled <= 20 || distinct <= 0.5,
}

/** A customer's name serves as the key where the table has no identifier of it; so does a product's. */
function nameAsKey(found: Pick<RecognisedColumns, 'columns' | 'confidence'>): typeof found {
  const columns = { ...found.columns }
  const confidence = { ...found.confidence }
  for (const [key, name] of keysAndNames) {
    const column = columns[name]
    if (column === undefined || columns[key] !== undefined) continue
    columns[key] = column
    confidence[key] = confidence[name] ?? 0
  }
  return { columns, confidence }
}

const keysAndNames = [
  ['customer', 'customerName'],
  ['product', 'productName'],
] as const
