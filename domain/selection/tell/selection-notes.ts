import { translator } from '@vitalfew/contract/locale.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { metricRegistry } from '../model/metric-registry.ts'
import type { Wording } from '../words/figure-words.ts'

const mostNamed = 5

/** What a reader has to know about a selection before believing it. */
export function selectionNotes({ scored, rated, overrides }: ChosenAccounts, wording: Wording): string[] {
  const t = translator(wording.locale)
  const { model, criteria } = scored
  const title = (id: string): string => model.criteria.find((each) => each.id === id)?.title[wording.locale] ?? id
  const listed = (names: readonly string[]): string =>
    [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(t('selection.list.comma'))
  const unknown = model.criteria.filter((_, i) => criteria[i]?.values.every((value) => Number.isNaN(value)) === true)
  const uncomputed = unknown.filter(({ metric = '' }) => ['v', 'c'].includes(metricRegistry[metric]?.table ?? 'm'))
  const names = (list: typeof unknown): string => listed(list.map(({ id }) => title(id)))
  return [
    ...(unknown.length === 0 ? [] : [t('selection.note.unknownForAll', { criteria: names(unknown) })]),
    ...(uncomputed.length === 0 ? [] : [t('selection.note.notComputed', { criteria: names(uncomputed) })]),
    ...(rated.strangers.length === 0
      ? []
      : [t('selection.note.ratedStrangers', { count: rated.strangers.length, accounts: listed(rated.strangers) })]),
    ...rated.disagreements.slice(0, mostNamed).map(({ account, criterion, lowest, highest }) =>
      t('selection.note.disagreement', {
        account,
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
