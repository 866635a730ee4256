import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { MissingRule, SegmentationDistance, SegmentFeature, SegmentNote } from '@vitalfew/contract/segmentation.ts'
import { type Points, pointsFrom } from '@vitalfew/methods/clustering/points.ts'
import type { RowDistance } from '@vitalfew/methods/clustering/single-linkage.ts'
import { gowerDistance } from '@vitalfew/methods/feature-scaling/gower-distance.ts'
import { featureAt, type SegmentTable, type TableFeature } from '../table/segment-table.ts'
import { chooseFeatures } from './choose-features.ts'
import { alikeFeatures, dominatingFeature } from './feature-warnings.ts'
import { type FeatureRules, type PreparedFeature, preparedFeature } from './prepared-feature.ts'

export interface PrepareFeatures extends FeatureRules {
  /** Names asked for; the suggested ones where empty. */
  readonly features: readonly string[]
  readonly missing: MissingRule
  readonly distance: SegmentationDistance
  readonly locale: Locale
}

/** Accounts as points of a space. */
export interface FeatureSpace {
  /** Rows of the table that take part. */
  readonly rows: Uint32Array
  readonly features: readonly PreparedFeature[]
  readonly points: Points
  /** Gower's distance of two of the rows that take part; null where points are compared. */
  readonly distance: RowDistance | null
  readonly notes: readonly SegmentNote[]
  readonly leftOut: number
}

const fewest = 2

/**
 * Chooses the features, says what is wrong with them, and makes a space of what remains.
 *
 * @throws ProductError `segmentation.unknownFeature`, `segmentation.noFeatures`, `segmentation.tooFewAccounts`
 */
export function prepareFeatures(table: SegmentTable, request: PrepareFeatures): FeatureSpace {
  const isAsked = request.features.length > 0
  const chosen = chooseFeatures(table, request.features)
  const notes = noteTaker(request.locale)
  if (!isAsked) notes.add('suggested', chosen)
  const known = chosen.filter((feature) => !notes.addIf(isUnknown(feature), { kind: 'unknown', features: [feature] }))
  const rows = usedRows(known, { rows: table.accounts.length, missing: request.missing })
  if (rows.length < table.accounts.length) notes.add('dropped', [], table.accounts.length - rows.length)
  if (rows.length < fewest)
    throw new ProductError('segmentation.tooFewAccounts', { accounts: rows.length, file: table.file })
  const varied = known
    .map((feature) => featureAt(feature, rows))
    .filter((feature) => !notes.addIf(isConstant(feature), { kind: 'constant', features: [feature] }))
  const prepared = notRedundant(
    varied.map((feature) => preparedFeature(feature, request)),
    { notes, isAsked },
  )
  if (prepared.length === 0) throw new ProductError('segmentation.noFeatures', { file: table.file })
  if (request.distance === 'euclidean') {
    for (const [count, some] of Map.groupBy(prepared, ({ told }) => told.missing)) {
      notes.addIf(count > 0, { kind: 'filled', features: some.map(({ feature }) => feature), count })
    }
    const dominating = dominatingFeature(prepared)
    if (dominating !== null) notes.add('dominating', [dominating.feature])
  }
  return {
    rows,
    features: request.distance === 'gower' ? prepared.map(asTheyAre) : prepared,
    points: pointsFrom(prepared.flatMap(({ columns }) => columns.map(({ values }) => values))),
    distance: request.distance === 'gower' ? gowerDistance(prepared.map(({ feature }) => mixed(feature))) : null,
    notes: notes.taken,
    leftOut: table.accounts.length - rows.length,
  }
}

function mixed(feature: TableFeature) {
  return feature.kind === 'figure'
    ? ({ kind: 'figure', figures: feature.values } as const)
    : ({ kind: 'category', labels: feature.labels } as const)
}

/** Gower's distance takes figures as they are and leaves unknown ones out. */
function asTheyAre(prepared: PreparedFeature): PreparedFeature {
  const told: SegmentFeature = { ...prepared.told, transform: 'none', lambda: null, scale: 'none', filledWith: null }
  return { ...prepared, told }
}

function isUnknown(feature: TableFeature): boolean {
  return feature.kind === 'figure' ? feature.values.every(Number.isNaN) : feature.labels.every((label) => label === '')
}

/** Whether no two known figures, or no two values, differ. */
function isConstant(feature: TableFeature): boolean {
  if (feature.kind === 'category') return feature.labels.every((label) => label === feature.labels[0])
  let [least, largest] = [Infinity, -Infinity]
  for (const value of feature.values) {
    if (value < least) least = value
    if (value > largest) largest = value
  }
  const size = Math.max(Math.abs(least), Math.abs(largest))
  return !(largest - least > rounding * size && size > smallest)
}

/** Differences below this part of a figure are rounding, and figures below this size are nothing. */
const rounding = 1e-12
const smallest = 1e-100

function usedRows(
  features: readonly TableFeature[],
  { rows, missing }: { readonly rows: number; readonly missing: MissingRule },
): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, i) => i)
  if (missing === 'median') return all
  return all.filter((row) =>
    features.every((feature) =>
      feature.kind === 'figure' ? !Number.isNaN(feature.values[row]) : feature.labels[row] !== '',
    ),
  )
}

/** Of features that say the same the first stays where nobody asked for them; otherwise it is said. */
function notRedundant(
  prepared: readonly PreparedFeature[],
  { notes, isAsked }: { readonly notes: ReturnType<typeof noteTaker>; readonly isAsked: boolean },
): PreparedFeature[] {
  const kept: PreparedFeature[] = []
  for (const item of prepared) {
    const twin = kept.find((other) => alikeFeatures(other, item))
    if (twin !== undefined) notes.add(isAsked ? 'alike' : 'redundant', [twin.feature, item.feature])
    if (twin === undefined || isAsked) kept.push(item)
  }
  return kept
}

function noteTaker(locale: Locale) {
  const t = translator(locale)
  const taken: SegmentNote[] = []
  const add = (
    kind: SegmentNote['kind'],
    ...[features, count = 0]: readonly [readonly TableFeature[], number?]
  ): void => {
    const titles = features.map(({ title }) => title)
    const text = t(`segmentation.note.${kind}`, {
      features: titles.join(t('segmentation.list.comma')),
      first: titles[0] ?? '',
      second: titles[1] ?? '',
      count,
    })
    taken.push({ kind, features: features.map(({ name }) => name), text })
  }
  const addIf = (
    is: boolean,
    note: { readonly kind: SegmentNote['kind']; readonly features: readonly TableFeature[]; readonly count?: number },
  ): boolean => {
    if (is) add(note.kind, note.features, note.count ?? 0)
    return is
  }
  return { taken, add, addIf }
}
