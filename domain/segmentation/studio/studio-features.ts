import type { StudioFeature } from '@vitalfew/contract/api/segments.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { runNamed } from '../../accounts/index.ts'
import { metricFeatures, suggestedMetrics } from '../features/metric-features.ts'
import { attributeNames } from '../table/account-figures.query.ts'
import { type Database, profitFeatures } from './profit-features.ts'
import { rowClasses } from './row-classes.ts'
import { rowMetrics } from './row-metrics.ts'

/**
 * What accounts of the current run can be grouped by, as far as the viewer may see it.
 *
 * @throws ProductError `access.notAllowed`, `run.none`
 */
export async function studioFeatures(viewer: Viewer, database: Database): Promise<{ features: StudioFeature[] }> {
  authorise(viewer, ['administrator', 'analyst'])
  const run = await runNamed(database)
  const hidden = viewer.hidden.has('profit') ? profitFeatures(run) : new Set<string>()
  const t = translator(viewer.locale)
  const suggested: ReadonlySet<string> = new Set(suggestedMetrics)
  const figures = [
    ...Object.entries(metricFeatures).map(([name, { unit }]) => ({ name, unit, title: t(`selection.metric.${name}`) })),
    ...Object.entries(rowMetrics).map(([name, unit]) => ({ name, unit, title: t(`analysis.column.${name}`) })),
  ]
  return {
    features: [
      ...figures
        .filter(({ name }) => !hidden.has(name))
        .map((figure) => ({ ...figure, kind: 'figure' as const, isSuggested: suggested.has(figure.name) })),
      { name: 'mix', title: t('segments.feature.mix'), kind: 'mix', unit: 'share', isSuggested: false },
      ...[
        ...attributeNames.map((name) => ({ name, title: t(`selection.attribute.${name}`) })),
        ...rowClasses.map((name) => ({ name, title: t(`analysis.column.${name}`) })),
      ].map((named) => ({
        ...named,
        kind: 'category' as const,
        unit: 'number' as const,
        isSuggested: false,
      })),
    ],
  }
}
