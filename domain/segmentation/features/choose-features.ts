import { ProductError } from '@vitalfew/contract/errors.ts'
import { kindWords } from './kind-lexicon.ts'
import { textFigures } from '../table/column-figures.ts'
import type { SegmentTable, TableFeature } from '../table/segment-table.ts'

/**
 * The features asked for, by name, in any case; `name:category` and `name:figure` say how a column is to be taken. The
 * suggested ones where none are asked for.
 *
 * @throws ProductError `segmentation.unknownFeature`
 */
export function chooseFeatures(table: SegmentTable, asked: readonly string[]): TableFeature[] {
  const names = asked.length === 0 ? table.suggested : [...new Set(asked)]
  return names.map((name) => featureNamed(table, name))
}

function featureNamed(table: SegmentTable, asked: string): TableFeature {
  const whole = find(table, asked)
  if (whole !== undefined) return whole
  const colon = asked.search(/[:：][^:：]*$/)
  const kind = kindWords[asked.slice(colon + 1).toLowerCase()]
  const found = colon > 0 && kind !== undefined ? find(table, asked.slice(0, colon)) : undefined
  if (found === undefined || kind === undefined) {
    const features = table.features.map(({ name }) => name).join(', ')
    throw new ProductError('segmentation.unknownFeature', { file: table.file, feature: asked, features })
  }
  return takenAs(found, kind)
}

function find(table: SegmentTable, name: string): TableFeature | undefined {
  const wanted = name.trim()
  return (
    table.features.find((feature) => feature.name === wanted) ??
    table.features.find((feature) => feature.name.toLowerCase() === wanted.toLowerCase() || feature.title === wanted)
  )
}

function takenAs(feature: TableFeature, kind: TableFeature['kind']): TableFeature {
  const { name, title } = feature
  if (feature.kind === kind) return feature
  if (feature.kind === 'figure') {
    const labels = Array.from(feature.values, (value) => (Number.isNaN(value) ? '' : String(value)))
    return { kind: 'category', name, title, labels }
  }
  return { kind: 'figure', name, title, unit: 'number', values: textFigures(feature.labels) }
}
