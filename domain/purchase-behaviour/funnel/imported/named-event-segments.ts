import { ProductError } from '@vitalfew/contract/errors.ts'
import { eventTraits } from '@vitalfew/contract/funnel-choices.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { namedSegmentations, segmentationTitle } from '../../../accounts/index.ts'
import type { EventSegments } from './event-trait.ts'

/**
 * The segmentation in use that somebody means who tells accounts apart by it: by its name, then the newest version, or by
 * name and version as in `Value v2`. Undefined where only what events and accounts tell is named. It is for whoever holds
 * the workspace and may see everything.
 *
 * @throws ProductError `argument.invalid` with what there is, where it is neither, or one of several things
 */
export async function namedEventSegments(
  by: readonly string[],
  openDatabase: () => Promise<StoreClient['database'] | undefined>,
): Promise<EventSegments | undefined> {
  const unknown = by.find((name) => !isTrait(name))
  if (unknown === undefined) return undefined
  const database = await openDatabase()
  const known = database === undefined ? [] : await namedSegmentations({ hidden: new Set() }, database)
  // By name, the newest version first.
  const found = known.find((one) => [one.id, one.name, segmentationTitle(one)].includes(unknown))
  if (found !== undefined && by.length === 1) {
    return { id: found.id, title: segmentationTitle(found), clusters: found.clusters }
  }
  const expected = [...eventTraits, ...known.map(segmentationTitle)].join(', ')
  throw new ProductError('argument.invalid', { argument: '--by', value: by.join(', '), expected })
}

function isTrait(name: string): boolean {
  return eventTraits.some((trait) => trait.toLowerCase() === name.toLowerCase())
}
