import type { ModelMetric } from '@vitalfew/contract/api/selection-models.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { givenColumns } from '../figures/figure-log.ts'
import { attributeRegistry, metricRegistry } from '../model/metric-registry.ts'
import { tellsOfProfit } from './refuse-profit.ts'
import type { StudioSources } from './sources.ts'

/** Every figure and attribute that a model may ask for, without those that the viewer may not see. */
export async function modelMetrics(
  viewer: Viewer,
  { database }: Pick<StudioSources, 'database'>,
): Promise<{ metrics: ModelMetric[]; attributes: string[] }> {
  authorise(viewer, ['administrator', 'analyst'])
  const known = Object.entries(metricRegistry).map(([name, { unit }]) => ({ name, unit, isGiven: false }))
  const given = (await givenColumns(database)).map((column) => ({
    name: `given.${column}`,
    unit: 'number' as const,
    isGiven: true,
  }))
  const isShown = ({ name }: { readonly name: string }): boolean => !viewer.hidden.has('profit') || !tellsOfProfit(name)
  return { metrics: [...known, ...given].filter(isShown), attributes: Object.keys(attributeRegistry) }
}
