import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { metricsOf } from '../model/metrics-of.ts'
import { plainName } from '../words/plain-name.ts'
import type { GivenFigure } from './given-figure.ts'
import { givenColumnOf } from './given-metric.ts'

/** Where a given figure of a model comes from. */
export interface GivenSource {
  readonly figure: string
  /** Accounts of the run that have it. */
  readonly known: number
  readonly files: readonly string[]
  /** The latest of the days that count; null where no account has it. */
  readonly latest: string | null
}

export interface GivenAccounts {
  /** By the name of the metric; NaN = not given. */
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly sources: readonly GivenSource[]
  /** Accounts with a figure the model asks for that are not in the run. */
  readonly strangers: readonly string[]
}

/**
 * The given figures that a model asks for, by account: of each the figure of the latest day, of one day the last in the
 * order given.
 */
export function givenAccounts(
  figures: readonly GivenFigure[],
  {
    model,
    accounts,
    positions,
  }: { readonly model: SelectionModel; readonly accounts: number; readonly positions: ReadonlyMap<string, number> },
): GivenAccounts {
  const byColumn = Map.groupBy(figures, ({ figure }) => plainName(figure))
  const columns = new Map<string, Float64Array>()
  const sources: GivenSource[] = []
  const strangers = new Set<string>()
  for (const metric of metricsOf(model)) {
    const figure = givenColumnOf(metric)
    if (figure === undefined) continue
    const given = byColumn.get(plainName(figure)) ?? []
    const { column, ...source } = latestColumn(given, { accounts, positions, strangers })
    columns.set(metric, column)
    sources.push({ figure, ...source })
  }
  return { columns, sources, strangers: [...strangers] }
}

interface Placing {
  readonly accounts: number
  readonly positions: ReadonlyMap<string, number>
  /** Added to. */
  readonly strangers: Set<string>
}

function latestColumn(
  given: readonly GivenFigure[],
  { accounts, positions, strangers }: Placing,
): { column: Float64Array } & Omit<GivenSource, 'figure'> {
  const column = new Float64Array(accounts).fill(Number.NaN)
  const since = new Int32Array(accounts)
  const counted = new Map<number, GivenFigure>()
  for (const each of given) {
    const position = positions.get(each.account)
    if (position === undefined) {
      strangers.add(each.account)
      continue
    }
    const day = dayFromIso(each.day)
    if (counted.has(position) && day < (since[position] ?? 0)) continue
    column[position] = each.value
    since[position] = day
    counted.set(position, each)
  }
  const files = new Set<string>()
  let latest: string | null = null
  for (const { file, day } of counted.values()) {
    files.add(file)
    if (latest === null || day > latest) latest = day
  }
  return { column, known: counted.size, files: [...files].toSorted(), latest }
}
