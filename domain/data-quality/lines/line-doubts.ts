import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import {
  currencyProfile,
  type LabelColumn,
  labelColumns,
  labelProfile,
  type LabelValue,
  monthProfile,
  type MonthOfImport,
  usualRange,
} from './data-profile.query.ts'
import type { LineDoubts } from './flagged-line.ts'
import type { KnownLines } from './known-lines.ts'
import { oddSlices } from './odd-slices.ts'
import { type SpellingVariant, spellingVariants } from './spelling-variants.ts'

/** What only all lines together can tell. */
export interface DataProfile {
  readonly doubts: LineDoubts
  readonly lines: number
  readonly amount: number
  readonly firstDay: string
  readonly lastDay: string
  readonly months: readonly MonthOfImport[]
  readonly labels: ReadonlyMap<LabelColumn, readonly LabelValue[]>
  readonly variants: readonly SpellingVariant[]
  /** Of each month of an import in another unit, what would make it like the others. */
  readonly unitFactors: ReadonlyMap<number, number>
}

const labelProfiles = labelColumns.map((column) => ({ column, query: labelProfile(column) }))

/** Looks at all lines together; undefined where there is none. */
export async function dataProfile(
  warehouse: Warehouse,
  asked: KnownLines & { readonly today: string; readonly membershipSequence: number },
): Promise<DataProfile | undefined> {
  const known = { imports: asked.imports, before: asked.before }
  const [[range], months, currencies, ...labelled] = await Promise.all([
    warehouse.rows(usualRange, known),
    warehouse.rows(monthProfile, known),
    warehouse.rows(currencyProfile, known),
    ...labelProfiles.map(async ({ column, query }) => ({ column, values: await warehouse.rows(query, known) })),
  ])
  if (range === undefined || range.lines === 0) return undefined
  const variants = labelled.flatMap(({ column, values }) => spellingVariants(column, values))
  const texts = (column: LabelColumn): string[] =>
    variants.filter((variant) => variant.column === column).map(({ from }) => from)
  const odd = oddSlices(months)
  const doubts: LineDoubts = {
    ...asked,
    largest: range.largest,
    earliest: range.earliest,
    currency: currencies[0]?.currency ?? '',
    oddSlices: odd.map(({ slice }) => slice),
    regions: texts('region'),
    departments: texts('department'),
    channels: texts('channel'),
    categories: texts('category'),
    salespeople: texts('salesperson'),
    industries: texts('industry'),
  }
  const { lines, amount, firstDay, lastDay } = range
  return {
    doubts,
    lines,
    amount,
    firstDay,
    lastDay,
    months,
    labels: new Map(labelled.map(({ column, values }) => [column, values])),
    variants,
    unitFactors: new Map(odd.map(({ slice, factor }) => [slice, factor])),
  }
}
