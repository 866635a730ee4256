import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { conditionWords } from './condition-words.ts'
import { metricWords } from './metric-words.ts'
import { actionableWords, normalizationWords } from './normalization-words.ts'
import { percentWords, type Wording } from './figure-words.ts'
import { ruleWords } from './rule-words.ts'

/** What a second version of a model changes against the first, one sentence each; none where nothing that counts differs. */
export function describeDifference(first: SelectionModel, second: SelectionModel, wording: Wording): string[] {
  const t = translator(wording.locale)
  return [
    ...populationChange(first, second, { t, wording }),
    ...criteriaChanges(first, second, { t, wording }),
    ...weightChanges(first, second, { t, wording }),
    ...settingChanges(first, second, { t, wording }),
    ...gateChanges(first, second, { t, wording }),
    ...tierChanges(first, second, { t, wording }),
    ...shareChange(first, second, { t, wording }),
    ...textChange(first, second, t),
  ]
}

interface Words {
  readonly t: Translate
  readonly wording: Wording
}

function populationChange(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  if (same(first.population, second.population)) return []
  const words = ({ population }: SelectionModel): string =>
    population === undefined ? t('selection.difference.everybody') : conditionWords(population, wording)
  return [t('selection.difference.population', { from: words(first), to: words(second) })]
}

function criteriaChanges(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  const title = (criterion: SelectionCriterion): string => criterion.title[wording.locale]
  const { added, removed, kept } = matched(first.criteria, second.criteria)
  return [
    ...removed.map((criterion) => t('selection.difference.criterionRemoved', { criterion: title(criterion) })),
    ...added.map((criterion) => t('selection.difference.criterionAdded', { criterion: title(criterion) })),
    ...kept.flatMap(([before, after]) => [
      ...(before.metric === after.metric
        ? []
        : [
            t('selection.difference.metric', {
              criterion: title(after),
              from: sourceWords(before, t),
              to: sourceWords(after, t),
            }),
          ]),
      ...normalizationChange(before, after, { t, wording }),
      ...(same(before.actionable, after.actionable)
        ? []
        : [
            t('selection.difference.actionable', {
              criterion: title(after),
              from: actionableWords(before, wording),
              to: actionableWords(after, wording),
            }),
          ]),
    ]),
  ]
}

function normalizationChange(before: SelectionCriterion, after: SelectionCriterion, { t, wording }: Words): string[] {
  if (same(writtenOut(before), writtenOut(after)) && same(before.scale, after.scale)) return []
  const criterion = after.title[wording.locale]
  const [from, to] = [normalizationWords(before, wording), normalizationWords(after, wording)]
  // What the scores of a scale stand for, or a figure rounded away.
  if (from === to) return [t('selection.difference.scale', { criterion })]
  return [t('selection.difference.normalization', { criterion, from, to })]
}

/** With what holds where nothing is said. */
function writtenOut({ normalization, scale }: SelectionCriterion): SelectionCriterion['normalization'] {
  if (normalization === undefined) {
    return scale === undefined ? { method: 'percentile', direction: 'higher' } : undefined
  }
  if (normalization.method === 'target' || normalization.method === 'piecewise') return normalization
  const { method, direction = 'higher', caps } = normalization
  return { method, direction, ...(caps === undefined ? {} : { caps: { low: caps.low, high: caps.high } }) }
}

function sourceWords({ metric }: SelectionCriterion, t: Translate): string {
  return metric === undefined ? t('selection.difference.byPeople') : metricWords(metric, t)
}

function weightChanges(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  const isSameOrigin = first.weights.origin === second.weights.origin && same(first.weights.parts, second.weights.parts)
  const origins = { from: originWords(first, { t, wording }), to: originWords(second, { t, wording }) }
  const origin = isSameOrigin
    ? []
    : origins.from === origins.to
      ? [t('selection.difference.parts')]
      : [t('selection.difference.origin', origins)]
  const { kept } = matched(first.criteria, second.criteria)
  const changed = kept.flatMap(([{ id }, { title }]) => {
    const from = first.weights.values?.[id]
    const to = second.weights.values?.[id]
    if (from === to || from === undefined || to === undefined) return []
    return [
      t(to > from ? 'selection.difference.weightUp' : 'selection.difference.weightDown', {
        criterion: title[wording.locale],
        from: percentWords(from, wording.locale),
        to: percentWords(to, wording.locale),
      }),
    ]
  })
  const departments = same(first.weights.byDepartment, second.weights.byDepartment)
    ? []
    : [t('selection.difference.byDepartment')]
  return [...origin, ...changed, ...departments]
}

/** Where weights come from; of a blend, how much of each. */
function originWords({ weights: { origin, parts = [] } }: SelectionModel, { t, wording }: Words): string {
  const total = parts.reduce((sum, { share }) => sum + share, 0)
  const words = t(`selection.origin.${origin}`)
  if (total === 0) return words
  const shares = parts.map((part) => {
    const share = percentWords(part.share / total, wording.locale)
    return t('selection.difference.part', { origin: t(`selection.origin.${part.origin}`), share })
  })
  return t('selection.difference.blend', { origin: words, parts: shares.join(t('selection.list.comma')) })
}

function settingChanges(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  const aggregation = {
    from: t(`selection.aggregation.${first.aggregation}`),
    to: t(`selection.aggregation.${second.aggregation}`),
  }
  const missing = { from: t(`selection.missing.${first.missing}`), to: t(`selection.missing.${second.missing}`) }
  const { kept } = matched(first.criteria, second.criteria)
  const ofCriteria = kept.flatMap(([before, after]) => {
    if (before.missing === after.missing) return []
    const from = t(`selection.missing.${before.missing ?? first.missing}`)
    const to = t(`selection.missing.${after.missing ?? second.missing}`)
    if (from === to) return []
    return [t('selection.difference.missingOfCriterion', { criterion: after.title[wording.locale], from, to })]
  })
  return [
    ...(first.aggregation === second.aggregation ? [] : [t('selection.difference.aggregation', aggregation)]),
    ...(first.missing === second.missing ? [] : [t('selection.difference.missing', missing)]),
    ...ofCriteria,
  ]
}

function gateChanges(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  const { added, removed, kept } = matched(first.gates, second.gates)
  return [
    ...removed.map(({ text }) => t('selection.difference.gateRemoved', { gate: text[wording.locale] })),
    ...added.map(({ text, condition }) =>
      t('selection.difference.gateAdded', {
        gate: text[wording.locale],
        condition: conditionWords(condition, wording),
      }),
    ),
    ...kept.flatMap(([before, after]) =>
      same(before.condition, after.condition)
        ? []
        : [
            t('selection.difference.gate', {
              gate: after.text[wording.locale],
              from: conditionWords(before.condition, wording),
              to: conditionWords(after.condition, wording),
            }),
          ],
    ),
  ]
}

function tierChanges(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  const { added, removed, kept } = matched(first.tiers, second.tiers)
  return [
    ...removed.map(({ title }) => t('selection.difference.tierRemoved', { tier: title[wording.locale] })),
    ...added.map(({ title, rule }) =>
      t('selection.difference.tierAdded', { tier: title[wording.locale], rule: ruleWords(rule, wording) }),
    ),
    ...kept.flatMap(([before, after]) => {
      const tier = after.title[wording.locale]
      const rules = { tier, from: ruleWords(before.rule, wording), to: ruleWords(after.rule, wording) }
      const stays = { tier, from: before.minimumStayDays ?? 0, to: after.minimumStayDays ?? 0 }
      return [
        ...(same(before.rule, after.rule) ? [] : [t('selection.difference.tierRule', rules)]),
        ...(stays.from === stays.to ? [] : [t('selection.difference.minimumStay', stays)]),
      ]
    }),
  ]
}

function shareChange(first: SelectionModel, second: SelectionModel, { t, wording }: Words): string[] {
  if (first.alwaysFirstFromShare === second.alwaysFirstFromShare) return []
  const words = ({ alwaysFirstFromShare: share }: SelectionModel): string =>
    share === undefined ? t('selection.difference.never') : percentWords(share, wording.locale)
  return [t('selection.difference.tooLarge', { from: words(first), to: words(second) })]
}

function textChange(first: SelectionModel, second: SelectionModel, t: Translate): string[] {
  const titles = [...matched(first.criteria, second.criteria).kept, ...matched(first.tiers, second.tiers).kept].map(
    ([before, after]) => [before.title, after.title] as const,
  )
  const texts = matched(first.gates, second.gates).kept.map(([before, after]) => [before.text, after.text] as const)
  const own = [[first.title, second.title] as const, [first.description, second.description] as const]
  const isSame = [...titles, ...texts, ...own].every(([before, after]) => same(before, after))
  return isSame ? [] : [t('selection.difference.texts')]
}

interface Named {
  readonly id: string
}

function matched<T extends Named>(first: readonly T[], second: readonly T[]) {
  return {
    removed: first.filter(({ id }) => second.every((other) => other.id !== id)),
    added: second.filter(({ id }) => first.every((other) => other.id !== id)),
    kept: first.flatMap((before) =>
      second.filter(({ id }) => id === before.id).map((after) => [before, after] as const),
    ),
  }
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
