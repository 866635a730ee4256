import type { ImportSummary, RejectionReason, SetAsideReason } from '@vitalfew/contract/imports.ts'
import type { Severity } from '@vitalfew/contract/run.ts'
import type { Finding } from '../finding.ts'

export interface KnownImport {
  readonly id: number
  readonly summary: ImportSummary
  /** The name its source was given; '' where it has none. */
  readonly source?: string
}

const checkOfReason: Readonly<Record<RejectionReason | SetAsideReason, string | null>> = {
  customerMissing: 'customerMissing',
  dateMissing: 'dateInvalid',
  dateInvalid: 'dateInvalid',
  dateOutOfRange: 'dateInvalid',
  amountMissing: 'amountInvalid',
  amountInvalid: 'amountInvalid',
  amountOutOfRange: 'amountInvalid',
  quantityInvalid: 'amountInvalid',
  priceInvalid: 'amountInvalid',
  costInvalid: 'amountInvalid',
  discountInvalid: 'amountInvalid',
  rowDamaged: 'rowDamaged',
  valueMissing: null,
  valueInvalid: null,
  duplicateRow: null,
  totalRow: 'totalRow',
  titleRow: null,
  headerRow: null,
  blankRow: null,
}

const leftOutChecks = ['customerMissing', 'dateInvalid', 'amountInvalid', 'rowDamaged', 'totalRow'] as const

/** Below it a column was recognised by little more than its content. */
const leastConfidence = 0.6

/** What the reading of the files tells by itself, without a look at a line. */
export function importFindings(imports: readonly KnownImport[]): Finding[] {
  return [
    ...leftOutChecks.map((check) => leftOut(check, imports)),
    byFile('headerUncertain', 'medium', {
      imports,
      tell: ({ confidence }) =>
        Object.entries(confidence).flatMap(([field, sure]) => (sure < leastConfidence ? [field] : [])),
    }),
    layoutChanged(imports),
    hiddenRows(imports),
    amountOff(imports),
    oddFigures(imports),
    byFile('encodingRead', 'low', {
      imports,
      tell: ({ encoding }) => (encoding === 'utf-8' || encoding === 'binary' ? [] : [encoding]),
    }),
    byFile('unitsConverted', 'low', {
      imports,
      tell: ({ units }) => Object.entries(units).map(([field, factor]) => `${field} × ${factor}`),
    }),
  ]
}

/** Rows that nobody sees in a sheet count all the same: a filter may have been left on by mistake, or on purpose. */
function hiddenRows(imports: readonly KnownImport[]): Finding {
  const found = imports.flatMap(({ id, summary: { file, hidden } }) =>
    hidden === undefined ? [] : [{ importId: id, example: `${file}:${hidden.firstRow}`, rows: hidden.rows }],
  )
  return {
    ...about('hiddenRows', 'medium'),
    places: found.map(({ importId, rows }) => ({ importId, rows, amount: 0 })),
    examples: found.map(({ example }) => example).slice(0, 5),
  }
}

/** Amounts that are not what quantity and price of their row come to: which of the three is wrong, the row does not say. */
function amountOff(imports: readonly KnownImport[]): Finding {
  const stated = imports.flatMap(({ id, summary: { file, amountOff: off } }) =>
    off === undefined ? [] : [{ id, file, ...off }],
  )
  const examples = stated
    .flatMap(({ file, examples: own }) => own.map((sale) => ({ ...sale, file })))
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  return {
    ...about('amountOff', 'high'),
    isApplicable: stated.length > 0,
    isToldByFile: true,
    places: stated.filter(({ rows }) => rows > 0).map(({ id, rows, amount }) => ({ importId: id, rows, amount })),
    examples: examples
      .map(({ file, row, quantity, price, amount }) => `${file}:${row} ${quantity} × ${price} ≠ ${amount}`)
      .slice(0, 5),
  }
}

/** Figures that were more than digits: read rightly as a rule, but worth a look where there are many. */
function oddFigures(imports: readonly KnownImport[]): Finding {
  const found = imports.flatMap(({ id, summary: { file, oddFigures: odd } }) =>
    odd === undefined ? [] : [{ importId: id, rows: odd.rows, example: `${file}:${odd.firstRow}` }],
  )
  return {
    ...about('figuresCleaned', 'low'),
    places: found.map(({ importId, rows }) => ({ importId, rows, amount: 0 })),
    examples: found.map(({ example }) => example).slice(0, 5),
  }
}

/** The rows left out of the imports, reasons that call for the same remedy taken together. */
function leftOut(check: (typeof leftOutChecks)[number], imports: readonly KnownImport[]): Finding {
  const examples: string[] = []
  const places = imports.flatMap(({ id, summary }) => {
    const own = summary.leftOut.filter(({ reason }) => checkOfReason[reason] === check)
    examples.push(...own.map(({ firstRow }) => `${summary.file}:${firstRow}`))
    const rows = own.reduce((sum, item) => sum + item.rows, 0)
    return rows === 0 ? [] : [{ importId: id, rows, amount: own.reduce((sum, item) => sum + item.amount, 0) }]
  })
  const severity = check === 'totalRow' ? 'low' : 'high'
  return { ...about(check, severity), places, examples: examples.slice(0, 5), isLeftOut: true }
}

function about(check: string, severity: Severity) {
  return { check, severity, isApplicable: true, isListed: false, proposals: [] }
}

function byFile(
  check: string,
  severity: Severity,
  of: { readonly imports: readonly KnownImport[]; readonly tell: (summary: ImportSummary) => string[] },
): Finding {
  const told = of.imports
    .map(({ id, summary }) => ({ id, file: summary.file, facts: of.tell(summary) }))
    .filter(({ facts }) => facts.length > 0)
  return {
    ...about(check, severity),
    places: told.map(({ id, facts }) => ({ importId: id, rows: facts.length, amount: 0 })),
    examples: told.map(({ file, facts }) => `${file}: ${facts.join(', ')}`).slice(0, 5),
  }
}

/** Files that look like the one before, but for some columns. */
function layoutChanged(imports: readonly KnownImport[]): Finding {
  const changes = imports.flatMap((item, index) => {
    const now = headersOf(item.summary)
    const before = imports
      .slice(0, index)
      .map((earlier) => headersOf(earlier.summary))
      .findLast((headers) => likeness(headers, now) >= 0.5)
    if (before === undefined) return []
    const facts = [
      ...[...before].filter((header) => !now.has(header)).map((header) => `−${header}`),
      ...[...now].filter((header) => !before.has(header)).map((header) => `+${header}`),
    ]
    return facts.length === 0 ? [] : [{ importId: item.id, file: item.summary.file, facts }]
  })
  return {
    ...about('layoutChanged', 'medium'),
    isApplicable: imports.length > 1,
    places: changes.map(({ importId, facts }) => ({ importId, rows: facts.length, amount: 0 })),
    examples: changes.map(({ file, facts }) => `${file}: ${facts.join(', ')}`).slice(0, 5),
  }
}

function headersOf({ mapping, unusedHeaders }: ImportSummary): Set<string> {
  return new Set([...Object.values(mapping), ...unusedHeaders].filter((header) => header.trim() !== ''))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((header) => b.has(header)).length
  return both / Math.max(1, a.size + b.size - both)
}
