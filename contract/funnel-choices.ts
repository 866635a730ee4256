// Apart from the schemas, so that the browser can have the names without a validator.

/** What the cases of the funnel are: accounts and the events that were imported of them, or the cases of a table. */
export const funnelOrigins = ['events', 'table'] as const
export type FunnelOrigin = (typeof funnelOrigins)[number]

/** What accounts with imported events can be told apart by: what the events tell, then what the newest run says of them. */
export const eventTraits = [
  'product',
  'channel',
  'salesperson',
  'contact',
  'purpose',
  'outcome',
  'region',
  'industry',
  'department',
  'tier',
  'abcClass',
  'rfmSegment',
  'lifecycleStage',
] as const
export type EventTrait = (typeof eventTraits)[number]
