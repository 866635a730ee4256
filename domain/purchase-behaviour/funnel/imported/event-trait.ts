import { accountColumns } from '../../../accounts/index.ts'
import { eventPlace } from './event-scope.ts'

/** What an event itself tells, by the name under which people ask for it. */
const ofEvents = {
  product: 'e.product',
  channel: 'e.channel',
  salesperson: 'e.salesperson',
  contact: 'e.contact',
  purpose: 'e.purpose',
  outcome: 'e.outcome',
} as const

/** What the newest run says of the account. */
const ofAccounts = {
  region: accountColumns.region,
  industry: accountColumns.industry,
  department: accountColumns.department,
  tier: accountColumns.tier,
  abcClass: accountColumns.abcClass,
  rfmSegment: accountColumns.rfmSegment,
  lifecycleStage: accountColumns.lifecycleStage,
} as const

type OfEvents = keyof typeof ofEvents
type OfAccounts = keyof typeof ofAccounts
export type EventTrait = OfEvents | OfAccounts

function isOfEvents(name: string): name is OfEvents {
  return Object.hasOwn(ofEvents, name)
}

function isOfAccounts(name: string): name is OfAccounts {
  return Object.hasOwn(ofAccounts, name)
}

/** What cases can be told apart by. */
export const eventTraits: readonly EventTrait[] = [
  ...Object.keys(ofEvents).filter(isOfEvents),
  ...Object.keys(ofAccounts).filter(isOfAccounts),
]

/** Looked at where nobody names any. */
export const usualTraits = ['product', 'channel', 'salesperson'] as const satisfies readonly OfEvents[]

/** Whether the accounts of a run have to be looked up for this. */
export function asksAccounts(traits: readonly EventTrait[]): boolean {
  return traits.some(isOfAccounts)
}

/** The last that is known of what events tell, as columns `trait0`, `trait1` … each followed by a comma. */
export function lastTraits(traits: readonly EventTrait[]): string {
  const told = traits.map((name, i) => {
    if (!isOfEvents(name)) return ''
    return `toString(argMaxIf(${ofEvents[name]}, ${eventPlace}, ${ofEvents[name]} != '')) AS trait${i},\n      `
  })
  return told.join('')
}

/** All traits as an array of texts; those of accounts from `account_row AS a`. */
export function traitTexts(traits: readonly EventTrait[]): string {
  const texts = traits.map((name, i) =>
    isOfEvents(name) ? `p.trait${i}` : `toString(ifNull(${ofAccounts[name]}, ''))`,
  )
  return texts.length === 0 ? 'emptyArrayString()' : `[${texts.join(', ')}]`
}
