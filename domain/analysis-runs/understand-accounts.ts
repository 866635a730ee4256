import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import type { PurchaseBehaviour } from '@vitalfew/contract/behaviour-run.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { SparePart } from '@vitalfew/contract/run.ts'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { behaviourRun } from '../purchase-behaviour/index.ts'
import { segmentationRun } from '../segmentation/index.ts'

/** Grouping very many accounts takes longer than all else in a run: it is left to those who ask for it. */
const mostAccounts = 200_000
/** How accounts buy is read off the lines several times over. */
const mostLines = 2_000_000

export interface UnderstandAccounts {
  readonly scope: {
    readonly runId: string
    readonly imports: number[]
    readonly membershipSequence: number
    readonly asOf: string
  }
  readonly currency: string
  readonly dataStart: string
  readonly locale: Locale
  readonly calendar?: readonly CalendarDays[]
  readonly seed?: number
  readonly size: { readonly accounts: number; readonly lines: number }
  readonly signal?: AbortSignal
  readonly without?: readonly SparePart[]
  readonly step: (step: 'segments' | 'behaviour') => void
}

/** Which accounts are alike, and how they buy; null where it is left out, or there are too many for doing it in passing. */
export async function understandAccounts(
  warehouse: Warehouse,
  request: UnderstandAccounts,
): Promise<{ segmentation: Segmentation | null; behaviour: PurchaseBehaviour | null }> {
  const { scope, currency, dataStart, locale, calendar = [], seed, size, without = [], step, signal } = request
  const { imports, membershipSequence, asOf } = scope
  const hasSegments = size.accounts <= mostAccounts && !without.includes('segments')
  if (hasSegments) step('segments')
  const segmentation = hasSegments ? await segmentationRun(warehouse, { ...scope, currency, locale, seed }) : null
  if (size.lines > mostLines || without.includes('behaviour')) return { segmentation, behaviour: null }
  step('behaviour')
  const told = signal === undefined ? {} : { signal }
  const lines = { imports, membershipSequence, asOf }
  return {
    segmentation,
    behaviour: await behaviourRun(warehouse, { scope: lines, currency, calendar, dataStart, locale, ...told }),
  }
}
