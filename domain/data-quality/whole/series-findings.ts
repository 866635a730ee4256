import type { Finding } from '../finding.ts'
import { wholeFinding } from '../finding.ts'
import type { LabelValue } from '../lines/data-profile.query.ts'
import type { DataProfile } from '../lines/line-doubts.ts'

const fewestMonths = 6
/** A month is short when it has less than this share of the usual lines and lies beyond three spreads. */
const shortShare = 0.5
const spreads = 3
/** Of a region that is sold to in so large a share of the months, a month without a sale is missing. */
const steadyShare = 0.8

/** What months tell when they are laid side by side: missing ones, short ones, and regions that stay silent. */
export function seriesFindings({ months, labels, firstDay, lastDay }: DataProfile): Finding[] {
  const lines = new Map<number, number>()
  for (const month of months) lines.set(month.month, (lines.get(month.month) ?? 0) + month.lines)
  const spanned = monthsBetween(monthOf(firstDay), monthOf(lastDay))
  const missing = spanned.filter((month) => !lines.has(month))
  const inner = spanned.slice(1, -1)
  const short = shortMonths(inner.map((month) => ({ month, lines: lines.get(month) ?? 0 })))
  const silent = [...(labels.get('region') ?? []), ...(labels.get('department') ?? [])].flatMap((label) =>
    silentMonths(label, new Set(lines.keys())),
  )
  return [
    wholeFinding('missingMonths', 'high', { rows: missing.length, examples: missing.map(written) }),
    wholeFinding('volumeDrop', 'medium', {
      rows: short.length,
      examples: short.map(({ month, share }) => `${written(month)} ${Math.round(share * 100)}%`),
      isApplicable: inner.length >= fewestMonths,
    }),
    wholeFinding('regionSilent', 'medium', {
      rows: silent.length,
      examples: silent,
      isApplicable: (labels.get('region') ?? []).length + (labels.get('department') ?? []).length > 0,
    }),
  ]
}

function shortMonths(all: readonly { readonly month: number; readonly lines: number }[]) {
  const present = all.filter(({ lines }) => lines > 0)
  if (present.length < fewestMonths) return []
  const usual = middle(present.map(({ lines }) => lines))
  const spread = 1.4826 * middle(present.map(({ lines }) => Math.abs(lines - usual)))
  return present
    .filter(({ lines }) => lines < shortShare * usual && lines < usual - spreads * spread)
    .map(({ month, lines }) => ({ month, share: lines / usual }))
}

function silentMonths({ value, months }: LabelValue, withSales: ReadonlySet<number>): string[] {
  const [first = 0, last = 0] = [months[0], months.at(-1)]
  const own = new Set(months)
  const possible = monthsBetween(first, last).filter((month) => withSales.has(month))
  if (possible.length < fewestMonths || own.size < steadyShare * possible.length) return []
  return possible.filter((month) => !own.has(month)).map((month) => `${value} ${written(month)}`)
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Months as numbers, 202403. */
function monthsBetween(first: number, last: number): number[] {
  const found: number[] = []
  for (let month = first; month <= last && found.length < 5000; month += month % 100 === 12 ? 89 : 1) found.push(month)
  return found
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
}

function written(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
}
