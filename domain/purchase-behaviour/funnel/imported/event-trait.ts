import type { EventTrait } from '@vitalfew/contract/funnel-choices.ts'
import { accountColumns } from '../../../accounts/index.ts'

/** What an event itself tells, by the name under which people ask for it. */
const ofEvents = {
  product: 'e.product',
  channel: 'e.channel',
  salesperson: 'e.salesperson',
  contact: 'e.contact',
  purpose: 'e.purpose',
  outcome: 'e.outcome',
} as const satisfies Partial<Record<EventTrait, string>>

/** What the newest run says of the account. */
const ofAccounts = {
  region: accountColumns.region,
  industry: accountColumns.industry,
  department: accountColumns.department,
  tier: accountColumns.tier,
  abcClass: accountColumns.abcClass,
  rfmSegment: accountColumns.rfmSegment,
  lifecycleStage: accountColumns.lifecycleStage,
} as const satisfies Record<Exclude<EventTrait, OfEvents>, unknown>

type OfEvents = keyof typeof ofEvents

function isOfEvents(name: EventCut): name is OfEvents {
  return Object.hasOwn(ofEvents, name)
}

/** Looked at where nobody names any. */
export const usualTraits = ['product', 'channel', 'salesperson'] as const satisfies readonly OfEvents[]

/** A segmentation whose clusters accounts can be told apart by. */
export interface EventSegments {
  readonly id: string
  readonly title: string
  readonly clusters: readonly { readonly cluster: number; readonly name: string }[]
}

/** What cases are told apart by: by what is known of them, or by the cluster they are in. */
export type EventCut = EventTrait | 'segmentation'

/** Whether the accounts of a run have to be looked up for this. */
export function asksAccounts(traits: readonly EventCut[]): boolean {
  return traits.some((name) => name !== 'segmentation' && !isOfEvents(name))
}

/** The last that is known of what events tell, as columns `trait0`, `trait1` … each followed by a comma. */
export function lastTraits(traits: readonly EventCut[], place: string): string {
  const told = traits.map((name, i) => {
    if (!isOfEvents(name)) return ''
    return `toString(argMaxIf(${ofEvents[name]}, ${place}, ${ofEvents[name]} != '')) AS trait${i},\n      `
  })
  return told.join('')
}

/** All traits as an array of texts; those of accounts from `account_row AS a`, clusters from `account_segment`. */
export function traitTexts(traits: readonly EventCut[]): string {
  const texts = traits.map((name, i) => {
    if (name === 'segmentation') return "if(s.cluster = 0, '', toString(s.cluster))"
    return isOfEvents(name) ? `p.trait${i}` : `toString(ifNull(${ofAccounts[name]}, ''))`
  })
  return texts.length === 0 ? 'emptyArrayString()' : `[${texts.join(', ')}]`
}
