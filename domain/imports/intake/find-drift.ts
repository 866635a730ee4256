import { ProductError } from '@vitalfew/contract/errors.ts'
import type { columnTypes, ImportDetail, ImportDrift, ImportExtent } from '@vitalfew/contract/import-log.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnEvidence } from '../header/column-evidence.ts'
import { driftInWords } from './drift-in-words.ts'

export type ColumnType = (typeof columnTypes)[number]

/** How a file looks, to be compared with the next one of its source. */
export interface FileShape {
  readonly columns: ImportDetail['columns']
  /** Field → header. */
  readonly mapping: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, number>>
  readonly encoding: string
}

/** What the values of each column are. */
export function columnsOf(
  headers: readonly string[],
  samples: ReadonlyArray<readonly string[]>,
): ImportDetail['columns'] {
  return headers.map((header, column) => ({ header, type: typeOf(samples[column] ?? []) }))
}

function typeOf(values: readonly string[]): ColumnType {
  const { filled, dates, writtenDates, numbers, percents } = columnEvidence(values)
  if (filled === 0) return 'empty'
  if (writtenDates > 0.8 || (dates > 0.95 && numbers < 0.05)) return 'day'
  return numbers + percents > 0.8 ? 'figure' : 'text'
}

/** How a file differs from the last one of its source; the serious differences may change what figures mean. */
export function shapeDrift(before: FileShape, now: FileShape): ImportDrift[] {
  const found: ImportDrift[] = []
  const typesNow = new Map(now.columns.map(({ header, type }) => [header, type]))
  const typesBefore = new Map(before.columns.map(({ header, type }) => [header, type]))
  const told = new Set<string>()
  for (const [field, header] of Object.entries(before.mapping)) {
    if (typesNow.has(header)) continue
    const instead = now.mapping[field]
    told.add(header).add(instead ?? '')
    found.push(
      instead === undefined
        ? { kind: 'columnGone', column: header, before: field, after: '', isSerious: true }
        : { kind: 'columnRenamed', column: header, before: header, after: instead, isSerious: true },
    )
  }
  for (const [header, type] of typesBefore) {
    const after = typesNow.get(header)
    if (told.has(header)) continue
    if (after === undefined) found.push({ kind: 'columnGone', column: header, before: '', after: '', isSerious: false })
    else if (after !== type && after !== 'empty' && type !== 'empty') {
      const isUsed = Object.values(before.mapping).includes(header)
      found.push({ kind: 'typeChanged', column: header, before: type, after, isSerious: isUsed })
    }
  }
  for (const header of typesNow.keys()) {
    if (typesBefore.has(header) || told.has(header)) continue
    found.push({ kind: 'columnNew', column: header, before: '', after: '', isSerious: false })
  }
  for (const field of new Set([...Object.keys(before.units), ...Object.keys(now.units)])) {
    const [was, is] = [before.units[field] ?? 1, now.units[field] ?? 1]
    if (was === is) continue
    found.push({ kind: 'unitChanged', column: field, before: String(was), after: String(is), isSerious: false })
  }
  if (before.encoding !== now.encoding) {
    const { encoding: was } = before
    found.push({ kind: 'encodingChanged', column: '', before: was, after: now.encoding, isSerious: false })
  }
  return found
}

/** A month may well be three times another; ten times is another thing. */
const farOff = 5
const fewRows = 20

/** Whether there are far more or fewer rows than in the earlier imports of the source, or each is worth far more or less. */
export function volumeDrift(earlier: readonly ImportExtent[], now: ImportExtent): ImportDrift[] {
  const known = earlier.filter(({ rows }) => rows > 0)
  if (known.length === 0) return []
  const found: ImportDrift[] = []
  const usual = Math.round(usualRows(known, now))
  if (Math.max(usual, now.rows) >= fewRows && isFarOff(usual, now.rows)) {
    found.push({ kind: 'rowsFarOff', column: '', before: String(usual), after: String(now.rows), isSerious: true })
  }
  const each = (extent: ImportExtent): number => Math.abs(extent.netRevenue) / Math.max(1, extent.rows)
  const worth = median(known.map(each))
  if (worth > 0 && now.rows >= fewRows && isFarOff(worth, each(now))) {
    const shown = (value: number): string => value.toFixed(2)
    found.push({ kind: 'moneyFarOff', column: '', before: shown(worth), after: shown(each(now)), isSerious: true })
  }
  return found
}

/** As many rows as the earlier files would have had in as many days; files without days are compared as they are. */
function usualRows(known: readonly ImportExtent[], now: ImportExtent): number {
  const days = daysOf(now)
  const dated = known.flatMap((extent) => {
    const covered = daysOf(extent)
    return covered === undefined ? [] : [extent.rows / covered]
  })
  if (days === undefined || dated.length === 0) return median(known.map(({ rows }) => rows))
  return median(dated) * days
}

function daysOf({ firstDay, lastDay }: ImportExtent): number | undefined {
  if (firstDay === null || lastDay === null) return undefined
  return dayFromIso(lastDay) - dayFromIso(firstDay) + 1
}

function isFarOff(before: number, now: number): boolean {
  return now > before * farOff || now * farOff < before
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface AcceptedDrift {
  readonly file: string
  readonly source: string
  readonly isAccepted: boolean
  readonly locale: Locale
}

/** @throws ProductError `import.drift` where something serious differs and nobody has accepted it */
export function requireLikeness(
  drift: readonly ImportDrift[],
  { file, source, isAccepted, locale }: AcceptedDrift,
): void {
  const serious = drift.filter(({ isSerious }) => isSerious)
  if (serious.length === 0 || isAccepted) return
  throw new ProductError('import.drift', {
    file,
    source,
    findings: serious.map(driftInWords(locale)).join(translator(locale)('imports.driftAnd')),
  })
}
