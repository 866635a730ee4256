import type { ContractColumns } from './contract-columns.ts'
import type { ContractSubject } from './contract-subjects.ts'
import { figuresOf, type TextTable } from '../records/text-table.ts'

/** A column of the file that may tell who stays, over the subjects. */
export interface Covariate {
  readonly header: string
  /** Value of each subject, as written; null for a column of figures. */
  readonly values: readonly string[] | null
  /** The first by code point; '' for figures. */
  readonly reference: string
  /** What the models count: one column per value but the reference, or the figures themselves. */
  readonly columns: readonly { readonly value: string; readonly figures: Float64Array }[]
}

const mostValues = 12
/** A figure that runs along with the months a contract has lasted is their consequence, not their cause. */
const mostCorrelation = 0.75

/** The columns of a file that may explain why contracts end: not names, dates and outcomes, nor what is the same for all. */
export function covariates(
  table: TextTable,
  columns: ContractColumns,
  subjects: readonly ContractSubject[],
): Covariate[] {
  const used = new Set(Object.entries(columns).flatMap(([field, column]) => (explaining.has(field) ? [] : [column])))
  return table.headers.flatMap((header, column): Covariate[] => {
    if (used.has(column)) return []
    const texts = subjects.map(({ row }) => table.rows[row]?.[column] ?? '')
    const distinct = [...new Set(texts)].toSorted()
    if (distinct.length < 2) return []
    if (distinct.length <= mostValues) return [categories(header, texts, distinct)]
    return figures(header, figuresOf(table, column), subjects)
  })
}

/** Recognised columns that may all the same explain. */
const explaining: ReadonlySet<string> = new Set(['value', 'monthlyValue', 'termMonths'])

function categories(header: string, values: readonly string[], distinct: readonly string[]): Covariate {
  const [reference = '', ...others] = distinct
  const columns = others.map((value) => ({
    value,
    figures: Float64Array.from(values, (each) => Number(each === value)),
  }))
  return { header, values, reference, columns }
}

/** A column of figures, gaps filled with the mean; nothing where it is not one, or counts up with time. */
function figures(header: string, found: Float64Array, subjects: readonly ContractSubject[]): Covariate[] {
  const own = Float64Array.from(subjects, ({ row }) => found[row] ?? Number.NaN)
  const known = own.filter((figure) => !Number.isNaN(figure))
  if (known.length < own.length * 0.9) return []
  const mean = known.reduce((sum, figure) => sum + figure, 0) / known.length
  const filled = own.map((figure) => (Number.isNaN(figure) ? mean : figure))
  const months = Float64Array.from(subjects, (subject) => subject.months)
  if (Math.abs(correlation(filled, months)) > mostCorrelation) return []
  return [{ header, values: null, reference: '', columns: [{ value: '', figures: filled }] }]
}

/** Pearson's correlation, 0 where a column is constant. */
function correlation(one: Float64Array, other: Float64Array): number {
  const [a, b] = [centred(one), centred(other)]
  const spread = Math.sqrt(product(a, a) * product(b, b))
  return spread > 0 ? product(a, b) / spread : 0
}

function centred(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length
  return column.map((value) => value - mean)
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, row) => sum + value * (other[row] ?? 0), 0)
}
