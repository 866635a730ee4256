import { authorise, type Viewer } from '../../access/index.ts'
import { findVersion } from '../model/find-version.ts'
import { describeDifference } from '../words/describe-difference.ts'
import type { StudioSources } from './sources.ts'

/**
 * What a second version of a model changes against a first, one sentence each.
 *
 * @throws ProductError `model.notFound`
 */
export async function versionDifference(
  viewer: Viewer,
  { database, ready }: Omit<StudioSources, 'warehouse'>,
  { first, second }: { readonly first: string; readonly second: string },
): Promise<{ differences: string[] }> {
  authorise(viewer, ['administrator', 'analyst'])
  const [before, after] = await Promise.all([
    findVersion(database, { id: first, ready }),
    findVersion(database, { id: second, ready }),
  ])
  return { differences: describeDifference(before, after, { locale: viewer.locale, currency: 'CNY' }) }
}
