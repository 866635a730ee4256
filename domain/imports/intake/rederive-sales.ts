import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'
import { z } from 'zod'
import { type LoggedImport, nextEvent } from '../commit/import-log.query.ts'
import { extentOfSales } from './import-extent.query.ts'
import { convertLines, moneyNeeds, type MoneyOfLines } from './money-of-lines.query.ts'
import type { RecordIntake } from './settle-record-file.ts'

/** How many lines of sales get their profit or their currency from records that are being taken in. */
export interface RederivedLines {
  readonly profitFromProducts: number
  readonly converted: number
}

const Mapped = z.object({ mapping: z.object({ grossProfit: z.string().optional() }) })

/**
 * Lets sales that are there already have what new products or rates tell: profit where they carry none, and one currency
 * where they waited for a rate. Their lines are written once more under another number, on behalf of the new records: undoing
 * these brings the lines back as they were.
 */
export async function rederiveSales(
  intake: RecordIntake,
  { kind, cause }: { readonly kind: RecordKind; readonly cause: number },
): Promise<RederivedLines> {
  const none = { profitFromProducts: 0, converted: 0 }
  if (kind !== 'products' && kind !== 'rates') return none
  const { log, warehouse, request, current } = intake
  const others = (of: RecordKind): number[] =>
    of === kind
      ? [...current.keys(), cause]
      : log.filter((entry) => entry.kind === of && entry.state === 'committed').map(({ id }) => id)
  const found = { ...none }
  for (const entry of log.filter(({ kind: of, state }) => of === 'sales' && state === 'committed')) {
    request.signal?.throwIfAborted()
    const money: MoneyOfLines = {
      importId: entry.id,
      into: entry.detail?.settings.into ?? '',
      taxIncluded: 0,
      isProfitGiven: Mapped.parse(JSON.parse(entry.summary)).mapping.grossProfit !== undefined,
      rates: others('rates'),
      products: others('products'),
    }
    const { convertible, profitFromProducts } = await moneyNeeds(warehouse, money)
    found.converted += convertible
    found.profitFromProducts += profitFromProducts
    if (!request.isPreview && convertible + profitFromProducts > 0) await rewrite(intake, { entry, money, cause })
  }
  return found
}

interface Rewriting {
  readonly entry: LoggedImport
  readonly money: MoneyOfLines
  readonly cause: number
}

async function rewrite(intake: RecordIntake, { entry, money, cause }: Rewriting): Promise<void> {
  const { warehouse, free, events, complete } = intake
  const to = free()
  await convertLines(warehouse, { ...money, to })
  const extent = await extentOfSales(warehouse, to)
  const detail = entry.detail === null ? null : { ...entry.detail, extent }
  const again = { ...entry, id: to, newest: 0, madeFor: cause, cause, detail }
  events.push(nextEvent(entry, { event: 'withdrawn', cause }), nextEvent(again, { event: 'committed', cause }))
  complete.push(to)
}
