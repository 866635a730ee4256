import type { SegmentationScale, SegmentationTransform, SegmentFeature } from '@vitalfew/contract/segmentation.ts'
import {
  type FeatureTransform,
  fitTransform,
  transformedColumn,
} from '@vitalfew/methods/feature-scaling/feature-transform.ts'
import { fitScale, scaledColumn } from '@vitalfew/methods/feature-scaling/feature-scale.ts'
import { oneHot } from '@vitalfew/methods/feature-scaling/one-hot.ts'
import { sampleQuantile } from '@vitalfew/methods/scoring/sample-quantile.ts'
import type { TableFeature } from '../table/segment-table.ts'

/** A column of the space in which accounts are clustered. */
export interface SpaceColumn {
  /** The value of a category it stands for; null for a figure. */
  readonly value: string | null
  readonly values: Float64Array
}

export interface PreparedFeature {
  readonly feature: TableFeature
  readonly told: SegmentFeature
  readonly columns: readonly SpaceColumn[]
  /** The known figures as they are, ascending; null of a category. */
  readonly sorted: Float64Array | null
}

export interface FeatureRules {
  readonly transform: SegmentationTransform
  readonly scale: SegmentationScale
}

/** Skewness beyond which `auto` takes logarithms. */
const skewed = 1

/** A feature made ready: unknown figures filled with the median, transformed, scaled; categories as noughts and ones. */
export function preparedFeature(feature: TableFeature, rules: FeatureRules): PreparedFeature {
  return feature.kind === 'figure' ? preparedFigure(feature, rules) : preparedCategory(feature, rules.scale)
}

function preparedFigure(feature: Extract<TableFeature, { kind: 'figure' }>, rules: FeatureRules): PreparedFeature {
  const { name, title, unit, values } = feature
  const sorted = values.toSorted()
  let count = sorted.length
  // Unknown ones stand last.
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--
  const known = sorted.subarray(0, count)
  const missing = values.length - known.length
  const median = sampleQuantile(known, 0.5)
  const fitted = fitTransform(values, rules.transform === 'auto' ? automatic(known) : rules.transform)
  const turned = transformedColumn(
    missing === 0 ? values : values.map((value) => (Number.isNaN(value) ? median : value)),
    fitted,
  )
  return {
    feature,
    told: {
      name,
      title,
      kind: 'figure',
      unit,
      transform: fitted.kind,
      lambda: fitted.kind === 'yeo-johnson' ? fitted.lambda : null,
      scale: rules.scale,
      missing,
      filledWith: missing > 0 && known.length > 0 ? median : null,
    },
    columns: [{ value: null, values: scaledColumn(turned, fitScale(turned, rules.scale)) }],
    sorted: known,
  }
}

/** Where scales make two figures 1 apart at most, two categories are 1 apart as well, and √2 otherwise. */
function preparedCategory(
  feature: Extract<TableFeature, { kind: 'category' }>,
  scale: SegmentationScale,
): PreparedFeature {
  const { name, title, labels } = feature
  const { values, columns } = oneHot(labels)
  const unit = scale === 'minmax' || scale === 'rank' ? Math.SQRT1_2 : 1
  const missing = labels.filter((label) => label === '').length
  return {
    feature,
    told: {
      name,
      title,
      kind: 'category',
      unit: 'number',
      transform: 'oneHot',
      lambda: null,
      scale: 'none',
      missing,
      filledWith: missing > 0 ? '' : null,
    },
    columns: columns.map((column, i) => ({ value: values[i] ?? '', values: column.map((flag) => flag * unit) })),
    sorted: null,
  }
}

function automatic(known: Float64Array): FeatureTransform {
  if (known.length < 3 || (known[0] ?? 0) < 0) return 'none'
  let [sum, squares, cubes] = [0, 0, 0]
  for (let i = 0; i < known.length; i++) sum += known[i] ?? 0
  const mean = sum / known.length
  for (let i = 0; i < known.length; i++) {
    const apart = (known[i] ?? 0) - mean
    squares += apart ** 2
    cubes += apart ** 3
  }
  const skewness = cubes / known.length / (squares / known.length) ** 1.5
  return skewness > skewed ? 'log' : 'none'
}
