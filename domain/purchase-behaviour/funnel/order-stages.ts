import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StageKind } from '@vitalfew/contract/purchase-funnel.ts'
import { stageOrder, stageWords } from './funnel-lexicon.ts'

export interface OrderedStage {
  readonly stage: string
  readonly kind: StageKind
}

/** Whether a stage is an end, by its name. */
export function stageKindOf(stage: string): StageKind {
  if (stageWords.lost.test(stage)) return 'lost'
  return stageWords.won.test(stage) ? 'won' : 'open'
}

/**
 * Stages in order: as they are named on the command line, lost ones last; else by what their names usually mean, and where a name says
 * nothing, by how early cases come to it. Ends stand last, won before lost.
 *
 * @param places how early cases come to each stage on average, from 0 to 1
 * @throws ProductError `argument.invalid` for a stage that the table does not have
 */
export function orderStages(places: ReadonlyMap<string, number>, named: readonly string[]): OrderedStage[] {
  const known = new Map([...places.keys()].map((stage) => [stage.toLowerCase(), stage]))
  if (named.length > 0) {
    const asked = named.map((name): OrderedStage => {
      const stage = known.get(name.toLowerCase())
      if (stage === undefined) {
        const expected = [...places.keys()].slice(0, 20).join(', ')
        throw new ProductError('argument.invalid', { argument: '--stages', value: name, expected })
      }
      return { stage, kind: stageKindOf(stage) }
    })
    // Nobody goes on from a lost one, wherever it is named.
    return asked.toSorted((one, other) => Number(one.kind === 'lost') - Number(other.kind === 'lost'))
  }
  const rankOf = (stage: string): number => stageOrder.findIndex((pattern) => pattern.test(stage))
  const isKnown = [...places.keys()].every((stage) => stageKindOf(stage) !== 'open' || rankOf(stage) >= 0)
  const kinds: readonly StageKind[] = ['open', 'won', 'lost']
  const all = [...places].map(([stage, place]) => ({ stage, place, kind: stageKindOf(stage), rank: rankOf(stage) }))
  return all
    .toSorted(
      (one, other) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
        (isKnown ? one.rank - other.rank : 0) ||
        one.place - other.place ||
        (one.stage < other.stage ? -1 : 1),
    )
    .map(({ stage, kind }) => ({ stage, kind }))
}
