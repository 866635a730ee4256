import type { ImportDetail, ImportExtent } from '@vitalfew/contract/import-log.ts'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import { clearImport, type LoggedImport, nextEvent } from '../commit/import-log.query.ts'
import type { StagedFile } from '../commit/import-sales-files.ts'
import { copySales, type Days } from './copy-rows.query.ts'
import type { CoveredImport } from './find-overlaps.ts'
import { extentOfSales } from './import-extent.query.ts'
import { convertLines, moneyNeeds, type MoneyOfLines } from './money-of-lines.query.ts'
import type { Settling } from './settling.ts'

/** The imports of the source that count, with the days they cover. */
export function coveredBySource({ current, extents, request }: Settling): CoveredImport[] {
  return [...current.values()].flatMap((entry) => {
    const { firstDay = null, lastDay = null } = extents.get(entry.id) ?? {}
    if (entry.source !== request.source || firstDay === null || lastDay === null) return []
    return [{ entry, firstDay, lastDay }]
  })
}

/** The money of a file as it is to count: without tax, in one currency, with the profit that products tell. */
export async function inOneCurrency(state: Settling, file: StagedFile) {
  const { warehouse, request, log } = state
  const imports = (kind: 'rates' | 'products'): number[] =>
    log.filter((entry) => entry.kind === kind && entry.state === 'committed').map(({ id }) => id)
  const money: MoneyOfLines = {
    importId: file.id,
    into: request.settings.into ?? '',
    taxIncluded: request.settings.taxIncluded ?? 0,
    isProfitGiven: file.plan.columns.grossProfit !== undefined,
    rates: imports('rates'),
    products: imports('products'),
  }
  const isPlain = money.into === '' && money.products.length === 0
  const { convertible, withoutRate, profitFromProducts } = isPlain ? nothing : await moneyNeeds(warehouse, money)
  const counts = { converted: convertible, withoutRate, profitFromProducts }
  if (money.taxIncluded === 0 && convertible === 0 && profitFromProducts === 0) return { id: file.id, counts }
  const to = state.free()
  await convertLines(warehouse, { ...money, to })
  await clearImport(warehouse, { importId: file.id })
  return { id: to, counts }
}

const nothing = { convertible: 0, withoutRate: 0, profitFromProducts: 0 }

/** Leaves out the days that other imports cover. */
export async function withoutDays(
  { warehouse, free }: Settling,
  { from, days }: { readonly from: number; readonly days: readonly Days[] },
): Promise<number> {
  const to = free()
  await copySales(warehouse, { from, to, without: days })
  await clearImport(warehouse, { importId: from })
  return to
}

/** An import no longer counts, for another one does in its place. */
export function giveWay(
  { current, events }: Settling,
  { entry, cause }: { readonly entry: LoggedImport; readonly cause: number },
): void {
  events.push(nextEvent(entry, { event: 'withdrawn', cause }))
  current.delete(entry.id)
}

/** Takes some days out of an import: what remains of it stands in one of its own. */
export async function makeRoom(
  state: Settling,
  { overlap, days, cause }: { readonly overlap: CoveredImport; readonly days: ImportExtent; readonly cause: number },
): Promise<void> {
  const { warehouse, free, current, extents, complete, events } = state
  const { entry, firstDay, lastDay } = overlap
  const [first, last] = [days.firstDay ?? '', days.lastDay ?? '']
  giveWay(state, { entry, cause })
  if (first <= firstDay && last >= lastDay) return
  const to = free()
  await copySales(warehouse, { from: entry.id, to, without: [{ firstDay: first, lastDay: last }] })
  const extent = await extentOfSales(warehouse, to)
  if (extent.rows === 0) return
  const detail = entry.detail === null ? null : { ...entry.detail, extent }
  const sha256 = `${entry.sha256.slice(0, 64)} without ${first}..${last}`
  const remainder = { ...entry, id: to, newest: 0, sha256, detail, madeFor: cause, cause }
  events.push(nextEvent(remainder, { event: 'committed', cause }))
  complete.push(to)
  current.set(to, { ...remainder, newest: 1 })
  extents.set(to, extent)
}

/** An import as the log will have it, before its first event. */
export function loggedSales(of: {
  readonly id: number
  readonly file: StagedFile
  readonly source: string
  readonly detail: ImportDetail
  readonly madeFor: number
}): LoggedImport {
  const { id, file, source, detail, madeFor } = of
  const summary: ImportSummary = file.summary
  return {
    id,
    kind: 'sales',
    source,
    file: summary.file,
    sha256: file.sha256,
    newest: 0,
    state: 'committed',
    cause: madeFor,
    madeFor,
    causes: [],
    committedAt: '',
    changedAt: '',
    summary: JSON.stringify(summary),
    detail,
  }
}
