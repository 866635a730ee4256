import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { attributeRegistry, metricRegistry } from '../model/metric-registry.ts'
import { attributeConditionsOf, metricsOf } from '../model/metrics-of.ts'
import type { GivenFigure } from '../figures/given-figure.ts'
import { givenColumnOf } from '../figures/given-metric.ts'
import { plainName } from '../words/plain-name.ts'
import type { Wording } from '../words/figure-words.ts'

/** What models ask for that a run works out after the figures of the accounts: keys of words under `selection`. */
export interface LaterFigures {
  readonly value: readonly string[]
  readonly churn: readonly string[]
  /** Columns of files. */
  readonly given: readonly string[]
}

/** The figures of customer value, of churn and of files that models ask for. */
export function laterFigures(models: readonly SelectionModel[]): LaterFigures {
  const asked = [
    ...models.flatMap(metricsOf).map((name) => ({ key: `metric.${name}`, table: metricRegistry[name]?.table })),
    ...models
      .flatMap(attributeConditionsOf)
      .map(({ attribute }) => ({ key: `attribute.${attribute}`, table: attributeRegistry[attribute]?.table })),
  ]
  const of = (letter: string): string[] => [
    ...new Set(asked.filter(({ table }) => table === letter).map(({ key }) => key)),
  ]
  const given = models.flatMap(metricsOf).flatMap((name) => givenColumnOf(name) ?? [])
  return { value: of('v'), churn: of('c'), given: [...new Set(given)] }
}

/** What has to be known to believe a back-test, in words. */
export function backtestNotes(
  { horizonMonths, origins }: Pick<Backtest, 'horizonMonths' | 'origins'>,
  known: {
    readonly asked: LaterFigures
    readonly figures: readonly GivenFigure[]
    /** Whether customer value was worked out anew, and whether it could have been. */
    readonly withValue: boolean
    readonly canValue: boolean
    readonly wording: Wording
  },
): string[] {
  const { asked, figures, withValue, canValue, wording } = known
  const t = translator(wording.locale)
  const named = (keys: readonly string[]): string =>
    keys.map((key) => t(`selection.${key}`)).join(t('selection.list.comma'))
  const unknown = [...(withValue ? [] : asked.value), ...asked.churn]
  return [
    ...(horizonMonths < 12 ? [t('selection.backtest.shortHorizon', { months: horizonMonths })] : []),
    ...(origins.length > 1 ? [t('selection.backtest.overlapping')] : [t('selection.backtest.oneOrigin')]),
    ...(withValue ? [t('selection.backtest.valuedThen', { metrics: named(asked.value) })] : []),
    ...(unknown.length === 0 ? [] : [t('selection.backtest.notThen', { metrics: named(unknown) })]),
    ...asked.given.map((figure) => givenNote(figure, { origins, figures, t })),
    ...(canValue && !withValue ? [t('selection.backtest.valuedByCommand', { metrics: named(asked.value) })] : []),
  ]
}

/** At which of the past days nobody had given a figure yet. */
function givenNote(
  figure: string,
  {
    origins,
    figures,
    t,
  }: { readonly origins: Backtest['origins']; readonly figures: readonly GivenFigure[]; readonly t: Translate },
): string {
  const days = figures.filter((each) => plainName(each.figure) === plainName(figure)).map(({ day }) => day)
  const without = origins.filter(({ asOf }) => days.every((day) => day >= asOf)).map(({ asOf }) => asOf)
  if (without.length === 0) return t('selection.given.knownThen', { figure })
  return t('selection.given.notThen', { figure, days: without.join(t('selection.list.comma')) })
}
