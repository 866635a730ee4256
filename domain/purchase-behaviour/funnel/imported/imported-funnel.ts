import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { type EventTrait, eventTraits } from '@vitalfew/contract/funnel-choices.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { FunnelRequest } from '../funnel-ways.ts'
import { orderStages } from '../order-stages.ts'
import { caseTally } from './case-tally.ts'
import { knownEvents, mostValues, readEvents } from './event-reader.ts'
import type { EventScope } from './event-scope.ts'
import type { EventCut, EventSegments } from './event-trait.ts'
import { stagePlaces } from './stage-places.ts'

export interface ImportedFunnelRequest extends FunnelRequest {
  /** The imports of events, oldest first, and the membership that is believed. */
  readonly scope: EventScope
  /** What accounts are told apart by; what the events tell of where empty. */
  readonly by: readonly string[]
  /** Stages in order; recognised where empty. */
  readonly stages: readonly string[]
  readonly locale: Locale
  /** The run that knows more of the accounts: their region, their tier …; null before there is one. */
  readonly runId: string | null
  /** A segmentation that accounts are told apart by, instead of by anything else. */
  readonly segments?: EventSegments
}

/**
 * The funnel of the events that were imported, an account a case. The engine puts the events of each account together, a
 * part of the accounts at a time; what is kept of them grows with what can happen and with the days between, not with
 * the text.
 *
 * @throws ProductError `mapping.noEvents` where there are none, `argument.invalid` for a stage or a cut that is not known
 */
export async function importedFunnel(warehouse: Warehouse, request: ImportedFunnelRequest): Promise<PurchaseFunnel> {
  const { segments } = request
  const asked: EventCut[] = segments === undefined ? request.by.map(traitNamed) : ['segmentation']
  const traitsNamed = asked.length > 0
  const known = await knownEvents(warehouse, { scope: request.scope, named: request.stages, traitsNamed })
  if (known.stages.length === 0) throw new ProductError('mapping.noEvents')
  const traits = asked.length > 0 ? asked : known.telling
  const places = stagePlaces(known.stages)
  const reading = {
    traits: [],
    runId: null,
    segmentation: null,
    stages: known.stages,
    ties: 'place',
    inDays: false,
    sampled: true,
  } as const
  if (request.stages.length === 0) await readEvents(warehouse, known, { ...reading, onCase: places.add })
  const stages = orderStages(places.told(), request.stages)
  const tally = caseTally(stages, { rule: ruleOf(request), cuts: traits })
  await readEvents(warehouse, known, {
    stages: stages.map(({ stage }) => stage),
    traits,
    runId: request.runId,
    segmentation: segments?.id ?? null,
    ties: 'stage',
    inDays: request.windowDays !== undefined,
    sampled: false,
    onCase: tally.add,
  })
  const told = tally.told()
  return {
    ...told,
    shape: 'events',
    withoutAccount: null,
    lossReasons: [],
    cuts: told.cuts
      .filter(({ values }) => asked.length > 0 || (values.length > 1 && values.length <= mostValues))
      .map((cut) => inWords(cut, request)),
    faults: { ...told.faults, incomplete: known.withoutStage, withoutTime: known.withoutTime },
  }
}

function ruleOf({ order, windowDays }: FunnelRequest): FunnelRequest {
  return { order, ...(windowDays === undefined ? {} : { windowDays }) }
}

function traitNamed(name: string): EventTrait {
  const found = eventTraits.find((trait) => trait.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found
  throw new ProductError('argument.invalid', { argument: '--by', value: name, expected: eventTraits.join(', ') })
}

/** A cut as people call it; classes of accounts have words of their own. */
function inWords(
  { column, values }: Cut,
  { locale, segments }: Pick<ImportedFunnelRequest, 'locale' | 'segments'>,
): Cut {
  const t = translator(locale)
  if (segments !== undefined) {
    const names = new Map(segments.clusters.map(({ cluster, name }) => [String(cluster), name]))
    names.set('', t('behaviour.trait.noSegment'))
    return {
      column: segments.title,
      values: values.map((one) => ({ ...one, value: names.get(one.value) ?? one.value })),
    }
  }
  const words = { tier: 'tier', rfmSegment: 'segment', lifecycleStage: 'stage' } as const
  const kind = column === 'tier' || column === 'rfmSegment' || column === 'lifecycleStage' ? words[column] : null
  const named = (value: string): string =>
    kind === null || value === '' ? value : t(`analysis.${kind}.${value}`, { defaultValue: value })
  return {
    column: t(`behaviour.trait.${column}`),
    values: values.map((one) => ({ ...one, value: named(one.value) })),
  }
}

type Cut = PurchaseFunnel['cuts'][number]
