import type { ImportEvidence } from '../checks/line-check.ts'
import { lineChecks } from '../checks/line-checks.ts'
import type { LineFinding } from './line-findings.query.ts'

/** What one check found in one import. */
export interface FoundInImport {
  readonly importId: number
  readonly rows: number
  readonly amount: number
  /** Its largest lines. */
  readonly largest: readonly { readonly amount: number; readonly row: number }[]
}

export interface EvaluatedLines {
  /** By check: where it found something; null where no import has anything it could look at. */
  readonly found: ReadonlyMap<string, readonly FoundInImport[] | null>
  /** The money of the lines of an import, and how much of it any of some checks doubts. */
  readonly touched: (importId: number, checks: ReadonlySet<string>) => number
  readonly amounts: ReadonlyMap<number, { readonly lines: number; readonly amount: number }>
}

const mostExamples = 5

/** Turns sets of checks into what each check found, import by import. */
export function evaluateLines(rows: readonly LineFinding[]): EvaluatedLines {
  const byImport = Map.groupBy(rows, ({ importId }) => importId)
  const evidence = new Map([...byImport].map(([importId, own]) => [importId, evidenceOf(own)]))
  const counts = (bit: number, importId: number): boolean => {
    const known = evidence.get(importId)
    return known !== undefined && (lineChecks[bit]?.decides?.(known) ?? true)
  }
  const found = new Map(
    lineChecks.map(({ name, applies }, bit) => {
      const looked = [...evidence].filter(([, known]) => applies?.(known) ?? true)
      const places = looked.flatMap(([importId]) =>
        counts(bit, importId)
          ? foundIn(
              importId,
              (byImport.get(importId) ?? []).filter((row) => hasBit(row.mask, bit)),
            )
          : [],
      )
      return [name, looked.length === 0 ? null : places]
    }),
  )
  return {
    found,
    touched: (importId, checks) => {
      const bits = lineChecks.flatMap(({ name }, bit) => (checks.has(name) && counts(bit, importId) ? [bit] : []))
      return (byImport.get(importId) ?? [])
        .filter(({ mask }) => bits.some((bit) => hasBit(mask, bit)))
        .reduce((sum, { amount }) => sum + amount, 0)
    },
    amounts: new Map(
      [...byImport].map(([importId, own]) => [
        importId,
        {
          lines: own.reduce((sum, { lines }) => sum + lines, 0),
          amount: own.reduce((sum, { amount }) => sum + amount, 0),
        },
      ]),
    ),
  }
}

/** Masks have more bits than the operators of JavaScript look at. */
function hasBit(mask: number, bit: number): boolean {
  return Math.floor(mask / 2 ** bit) % 2 === 1
}

function foundIn(importId: number, rows: readonly LineFinding[]): FoundInImport[] {
  if (rows.length === 0) return []
  const largest = rows.flatMap((row) => row.largest).toSorted((a, b) => b.amount - a.amount || a.row - b.row)
  return [
    {
      importId,
      rows: rows.reduce((sum, { lines }) => sum + lines, 0),
      amount: rows.reduce((sum, { amount }) => sum + amount, 0),
      largest: largest.slice(0, mostExamples),
    },
  ]
}

function evidenceOf(rows: readonly LineFinding[]): ImportEvidence {
  const sum = (figure: (row: LineFinding) => number): number => rows.reduce((total, row) => total + figure(row), 0)
  return {
    lines: sum(({ lines }) => lines),
    found: Object.fromEntries(
      lineChecks.map(({ name }, bit) => [name, sum(({ mask, lines }) => (hasBit(mask, bit) ? lines : 0))]),
    ),
    priced: sum(({ priced }) => priced),
    besideTax: sum(({ besideTax }) => besideTax),
    otherFractions: sum(({ otherFractions }) => otherFractions),
    daysOfMonth: rows.reduce((bits, row) => bits | (row.daysOfMonth >>> 1), 0),
    withProduct: sum(({ withProduct }) => withProduct),
    withOwner: sum(({ withOwner }) => withOwner),
    withCurrency: sum(({ withCurrency }) => withCurrency),
  }
}
