import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { GivenSource } from '../figures/given-accounts.ts'
import { conditionsOf } from '../model/conditions-of.ts'
import { metricRegistry } from '../model/metric-registry.ts'
import type { Disagreement, RatedAccounts } from '../ratings/rated-columns.ts'
import type { AccountName } from '../results/named-accounts.query.ts'
import type { Wording } from '../words/figure-words.ts'
import { isByRules, scoredTiers } from './scored-tiers.ts'

const mostNamed = 5
const mostStrangers = 30

/** What a reader has to know about a selection before believing it. */
export function selectionNotes(
  { scored, tiers, rated, given, overrides }: ChosenAccounts,
  { wording, nameOf }: { readonly wording: Wording; readonly nameOf: (position: number) => AccountName },
): string[] {
  const t = translator(wording.locale)
  const { model, criteria } = scored
  const title = (id: string): string => model.criteria.find((each) => each.id === id)?.title[wording.locale] ?? id
  const listed = (names: readonly string[]): string =>
    [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(t('selection.list.comma'))
  const isAnybodyIn = scored.population.includes(1)
  const unknown = model.criteria.filter(
    (_, i) => isAnybodyIn && criteria[i]?.values.every((value) => Number.isNaN(value)) === true,
  )
  const uncomputed = unknown.filter(({ metric = '' }) => ['v', 'c'].includes(metricRegistry[metric]?.table ?? 'm'))
  const names = (list: typeof unknown): string => listed(list.map(({ id }) => title(id)))
  const isMixed = scored.ranking.length > 0 && !isByRules(scored) && scoredTiers(scored, tiers) === null
  const unmoved = tiersBeyondActions(model).map(({ title: own }) => own[wording.locale])
  return [
    ...(unknown.length === 0 ? [] : [t('selection.note.unknownForAll', { criteria: names(unknown) })]),
    ...(uncomputed.length === 0 ? [] : [t('selection.note.notComputed', { criteria: names(uncomputed) })]),
    ...(rated.strangers.length === 0
      ? []
      : [t('selection.note.ratedStrangers', { count: rated.strangers.length, accounts: listed(rated.strangers) })]),
    ...given.sources.map((source) => givenNote(source, t)),
    ...strangersNote(given.strangers, t),
    ...(isMixed ? [t('selection.note.mixedTiers')] : []),
    ...(unmoved.length === 0 ? [] : [t('selection.note.rulesNotActionable', { tiers: listed(unmoved) })]),
    ...toldDisagreements(rated).map(({ position, account, criterion, lowest, highest }) =>
      t('selection.note.disagreement', {
        account: nameOf(position).accountName || account,
        criterion: title(criterion),
        lowest: lowest.score,
        lowestBy: lowest.rater,
        highest: highest.score,
        highestBy: highest.rater,
      }),
    ),
    ...(overrides.strangers.length === 0
      ? []
      : [
          t('selection.note.overriddenStrangers', {
            accounts: listed(overrides.strangers.map(({ account }) => account)),
          }),
        ]),
  ]
}

/** Those of whom a note speaks by name. */
export function toldDisagreements({ disagreements }: Pick<RatedAccounts, 'disagreements'>): Disagreement[] {
  return disagreements.slice(0, mostNamed)
}

/** Where a given figure comes from, and for how many accounts. */
function givenNote({ figure, known, files, latest }: GivenSource, t: Translate): string {
  if (latest === null) return t('selection.given.unknown', { figure })
  return t('selection.given.source', { figure, count: known, files: files.join(t('selection.list.comma')), latest })
}

/** Whoever gave the figures has to find the names again: more of them are told than of others. */
function strangersNote(strangers: readonly string[], t: Translate): string[] {
  if (strangers.length === 0) return []
  const named = [...strangers.slice(0, mostStrangers), ...(strangers.length > mostStrangers ? ['…'] : [])]
  const accounts = named.join(t('selection.list.comma'))
  return [t('selection.given.strangers', { count: strangers.length, accounts })]
}

/** Tiers by rules that look at no figure that the model says can be acted upon. */
function tiersBeyondActions({ tiers, criteria }: SelectionModel): SelectionModel['tiers'] {
  const actionable = new Set(
    criteria.flatMap(({ metric, actionable: action }) => (action === undefined ? [] : [metric])),
  )
  return tiers.filter(({ rule }) => {
    if (rule.kind !== 'rules') return false
    return conditionsOf(rule.enter).metrics.every(({ leaf }) => !actionable.has(leaf.metric))
  })
}
