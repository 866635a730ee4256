import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { SegmentRule, Segmentation, SegmentUnit } from '@vitalfew/contract/segmentation.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import {
  classificationTree,
  type TreeFeature,
  treeLabel,
  type TreeNode,
} from '@vitalfew/methods/decision-tree/classification-tree.ts'
import { treeRules } from '@vitalfew/methods/decision-tree/tree-rules.ts'
import type { PreparedFeature } from '../features/prepared-feature.ts'
import { valueWords } from './value-words.ts'

export interface ClusterRules {
  readonly features: readonly PreparedFeature[]
  readonly labels: Int32Array
  readonly ids: readonly number[]
  readonly seed: number
  readonly locale: Locale
}

/** A person can keep three questions in mind, four where there are many clusters. */
const depth = 3
const manyClusters = 5
const grownRows = 20_000
const leastShare = 0.005
/** Below these a single account may have a rule of its own. */
const fewAccounts = 40
/** A further question is asked where it sorts at least this share of the accounts better. */
const worthAQuestion = 0.02

/** Rules on the figures as they are that sort accounts into the clusters, with the share of accounts they sort right. */
export function clusterRules({ features, labels, ids, seed, locale }: ClusterRules): Segmentation['rules'] {
  const coded = features.map(({ feature }) => codedFeature(feature))
  const drawn = sampleRows(labels.length, { size: grownRows, seed })
  const seen = coded.map(({ kind, values }): TreeFeature => ({ kind, values: at(values, drawn) }))
  const classes = drawn.map((row) => labels[row] ?? 0)
  const leastRows = Math.max(drawn.length < fewAccounts ? 1 : 2, Math.floor(leastShare * drawn.length))
  const deepest = ids.length > manyClusters ? depth + 1 : depth
  const trees = Array.from({ length: deepest }, (_, i) => {
    const tree = classificationTree(seen, classes, { depth: i + 1, leastRows })
    return { tree, fidelity: fidelityOf(tree, { coded, labels }) }
  })
  const best = Math.max(...trees.map(({ fidelity }) => fidelity))
  const { tree, fidelity } = trees.find((item) => item.fidelity >= best - worthAQuestion) ?? { tree: null, fidelity: 0 }
  if (tree === null) return { fidelity, items: [] }
  const words = {
    t: translator(locale),
    numbers: new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }),
    features,
  }
  const items = treeRules(tree).map((rule): SegmentRule => {
    const conditions = rule.conditions.map((condition): SegmentRule['conditions'][number] => {
      const name = features[condition.feature]?.told.name ?? ''
      if (condition.kind === 'figure')
        return { feature: name, from: condition.from, below: condition.below, is: null, isNot: [] }
      const valueOf = (code: number): string => coded[condition.feature]?.names[code] ?? ''
      return {
        feature: name,
        from: null,
        below: null,
        is: condition.is === null ? null : valueOf(condition.is),
        isNot: condition.isNot.map(valueOf),
      }
    })
    const accounts = Math.round((rule.rows / drawn.length) * labels.length)
    return {
      cluster: ids[rule.label] ?? 1,
      conditions,
      text:
        conditions.length === 0
          ? words.t('segmentation.rule.everybody')
          : conditions.map((condition) => conditionText(condition, words)).join(words.t('segmentation.rule.and')),
      accounts,
      purity: rule.rows === 0 ? 0 : rule.correct / rule.rows,
    }
  })
  return { fidelity, items }
}

/** Share of all accounts that a tree sorts right. */
function fidelityOf(
  tree: TreeNode,
  { coded, labels }: { readonly coded: readonly { readonly values: Float64Array }[]; readonly labels: Int32Array },
): number {
  let right = 0
  const row = new Float64Array(coded.length)
  for (let i = 0; i < labels.length; i++) {
    coded.forEach(({ values }, j) => (row[j] = values[i] ?? Number.NaN))
    if (treeLabel(tree, row) === labels[i]) right++
  }
  return right / labels.length
}

function at(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
}

/** Categories by the place of their values. */
function codedFeature(feature: PreparedFeature['feature']): {
  kind: TreeFeature['kind']
  values: Float64Array
  names: readonly string[]
} {
  if (feature.kind === 'figure') return { kind: 'figure', values: feature.values, names: [] }
  const names = [...new Set(feature.labels)].toSorted()
  const codes = new Map(names.map((name, code) => [name, code]))
  return {
    kind: 'category',
    values: Float64Array.from(feature.labels, (label) => codes.get(label) ?? Number.NaN),
    names,
  }
}

interface RuleWords {
  readonly t: Translate
  readonly numbers: Intl.NumberFormat
  readonly features: readonly PreparedFeature[]
}

function conditionText(condition: SegmentRule['conditions'][number], { t, numbers, features }: RuleWords): string {
  const told = features.find((item) => item.told.name === condition.feature)?.told
  const feature = told?.title ?? condition.feature
  const figure = (value: number): string => written(value, { unit: told?.unit ?? 'number', numbers })
  const value = (name: string): string =>
    name === '' ? t('segmentation.value.unknown') : valueWords(condition.feature, { value: name, t })
  if (condition.is !== null) return t('segmentation.rule.is', { feature, value: value(condition.is) })
  if (condition.isNot.length > 0) {
    return t('segmentation.rule.isNot', {
      feature,
      value: condition.isNot.map(value).join(t('segmentation.list.comma')),
    })
  }
  const { from, below } = condition
  if (from !== null && below !== null)
    return t('segmentation.rule.between', { feature, from: figure(from), below: figure(below) })
  return from !== null
    ? t('segmentation.rule.from', { feature, from: figure(from) })
    : t('segmentation.rule.below', { feature, below: figure(below ?? 0) })
}

function written(
  value: number,
  { unit, numbers }: { readonly unit: SegmentUnit; readonly numbers: Intl.NumberFormat },
): string {
  return unit === 'share' || unit === 'change'
    ? `${numbers.format(Number((value * 100).toPrecision(6)))}%`
    : numbers.format(value)
}
