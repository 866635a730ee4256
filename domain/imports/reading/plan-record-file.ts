import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ValueFix } from '@vitalfew/contract/import-log.ts'
import type { CellFix } from '@vitalfew/contract/imports.ts'
import { distinctHeaders, findHeader } from '../header/find-header.ts'
import { columnNamed, type FieldOverrides } from '../header/given-columns.ts'
import { headerKey } from '../header/header-key.ts'
import { headerUnit } from '../header/header-unit.ts'
import { isHeaderWord } from '../header/header-words.ts'
import { inputLimits } from '../input-limits.ts'
import type { RecordKindDefinition } from '../kinds/record-kind.ts'
import { openSource, type OpenSourceRequest } from '../open-source.ts'
import { readSample } from '../plan-sales-file.ts'
import { returnedColumns } from '../rejected/rejected-columns.ts'
import { correctedRows, correctionsOf, fixedSource } from '../rows/fixed-source.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { fieldStyles, type FieldStyle } from './field-styles.ts'
import { replacedValues } from './replaced-values.ts'
import { recogniseColumns } from './recognise-columns.ts'

export interface PlanRecordFile extends OpenSourceRequest {
  readonly kind: RecordKindDefinition
  /** Field → header, as the user says. */
  readonly overrides?: FieldOverrides | undefined
  /** What a person has put right in single cells. */
  readonly fixes?: readonly CellFix[] | undefined
  /** Plans a table in which a needed column was not found, for somebody to name it. */
  readonly isUndecided?: boolean | undefined
  readonly valueFixes?: readonly ValueFix[] | undefined
}

/** Everything that is found out about a file of records before any of its rows is read. */
export interface RecordFilePlan {
  readonly kind: RecordKindDefinition
  readonly path: string
  readonly file: string
  readonly source: TableSource
  /** Row of the header, 0 where the file has none. */
  readonly headerRow: number
  readonly firstRow: number
  readonly headers: readonly string[]
  /** Field → column. */
  readonly columns: Readonly<Record<string, number>>
  readonly mapping: Readonly<Record<string, string>>
  readonly confidence: Readonly<Record<string, number>>
  readonly styles: ReadonlyMap<string, FieldStyle>
  readonly unusedHeaders: readonly string[]
  readonly returnedColumns: number
  /** Sampled values per column. */
  readonly samples: ReadonlyArray<readonly string[]>
  /** Cells that a person has put right; the source gives them as they are now. */
  readonly fixes: readonly CellFix[]
}

/**
 * Plans the reading of a file of records: format, header, columns and how they are written.
 *
 * @throws ProductError `input.*` for the file's faults, `mapping.*` when a needed column is not found
 */
export async function planRecordFile(request: PlanRecordFile): Promise<RecordFilePlan> {
  const { kind, path } = request
  const asItIs = await openSource(request)
  const file = basename(path)
  const sample = await readSample(asItIs, request.signal)
  const { headers, at, below } = asItIs.named
    ? { headers: distinctHeaders(sample.rows[0] ?? []), at: 0, below: 1 }
    : findHeader(sample.rows, headerWordOf(kind))
  if (headers.length > inputLimits.columns) {
    throw new ProductError('input.tooManyColumns', { file, columns: headers.length, limit: inputLimits.columns })
  }
  const { fixes = [] } = request
  const corrections = correctionsOf(fixes, { headers, file })
  const replaced = replacedValues(request.valueFixes ?? [], { headers })
  const rows = replaced.rows(
    correctedRows({ rows: sample.rows.slice(below), numbers: sample.numbers.slice(below) }, corrections),
  )
  if (!rows.some((row) => row.some((cell) => cell.trim() !== '')))
    throw new ProductError('input.noRows', { file, path })
  const samples = headers.map((_, column) => rows.map((row) => row[column] ?? ''))
  const ours = returnedColumns(headers)
  const given = givenFields(request.overrides ?? {}, { kind, headers, file })
  const { columns, confidence } = recogniseColumns(kind, { headers, samples, skipped: ours, given })
  if (request.isUndecided !== true) requireNeeded(columns, { kind, headers, file })
  const used = new Set(Object.values(columns))
  return {
    kind,
    path,
    file,
    source: replaced.source(fixedSource(asItIs, corrections)),
    headerRow: at === -1 ? 0 : (sample.numbers[at] ?? 1),
    firstRow: sample.numbers[below] ?? 1,
    headers,
    columns,
    mapping: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, headers[column] ?? ''])),
    confidence,
    styles: fieldStyles({ kind, columns, headers, samples, serialZero: asItIs.serialZero }),
    unusedHeaders: headers.filter((_, column) => column >= ours && !used.has(column)),
    returnedColumns: ours,
    samples,
    fixes,
  }
}

function headerWordOf({ fields }: RecordKindDefinition): (cell: string) => boolean {
  const words = new Set(Object.values(fields).flatMap(({ names }) => names.flatMap(([, list]) => list.split(' '))))
  return (cell) => words.has(headerKey(headerUnit(cell).name)) || words.has(headerKey(cell)) || isHeaderWord(cell)
}

interface Named {
  readonly kind: RecordKindDefinition
  readonly headers: readonly string[]
  readonly file: string
}

function givenFields(overrides: FieldOverrides, { kind, headers, file }: Named): Record<string, number> {
  const given: Record<string, number> = {}
  for (const [field, header] of Object.entries(overrides)) {
    if (kind.fields[field] === undefined) {
      throw new ProductError('mapping.unknownField', { file, field, fields: Object.keys(kind.fields).join(', ') })
    }
    const column = columnNamed(header, headers)
    if (column === -1) {
      throw new ProductError('mapping.headerNotFound', { file, field, header, headers: headers.join(', ') })
    }
    given[field] = column
  }
  return given
}

/** The groups of needed fields of which no field has a column. */
export function missingNeeds(
  { needs }: Pick<RecordKindDefinition, 'needs'>,
  columns: Readonly<Record<string, number>>,
): RecordKindDefinition['needs'] {
  return needs.filter((group) => group.every((name) => columns[name] === undefined))
}

function requireNeeded(columns: Readonly<Record<string, number>>, { kind, headers, file }: Named): void {
  const missing = missingNeeds(kind, columns)
  const [first] = missing
  if (first === undefined) return
  throw new ProductError('mapping.fieldMissing', {
    file,
    field: first[0] ?? '',
    fields: missing.map(([name = '']) => name).join(', '),
    headers: headers.join(', '),
    guesses: '',
    suggestion: missing.map(([name = '']) => `--map ${name}=…`).join(' '),
  })
}
