import { eventTraits, type EventTrait, funnelOrigins, type FunnelOrigin } from '@vitalfew/contract/funnel-choices.ts'
import { chosen, oneOf, textOf, wholeOf, type RawSearch } from '../app/search-params.ts'

export const behaviourParts = [
  'cycle',
  'preference',
  'whitespace',
  'affinity',
  'cohorts',
  'trends',
  'forecast',
  'demand',
  'funnel',
] as const
export type BehaviourPart = (typeof behaviourParts)[number]

export const cuts = [
  'product',
  'category',
  'region',
  'department',
  'channel',
  'industry',
  'salesperson',
  'account',
] as const
export type Cut = (typeof cuts)[number]

export const levels = ['product', 'category'] as const
export const periods = ['month', 'quarter', 'week'] as const
export const baskets = ['order', 'account'] as const
export const orders = ['ordered', 'strict'] as const

/** What the address of the page carries: the part, and how its question is meant. */
export interface BehaviourSearch {
  part?: BehaviourPart
  period?: (typeof periods)[number]
  level?: (typeof levels)[number]
  basket?: (typeof baskets)[number]
  first?: Cut
  second?: Cut
  months?: number
  order?: (typeof orders)[number]
  windowDays?: number
  origin?: FunnelOrigin
  /** What happens that is a stage, in its order, one a line. */
  stages?: string
  by?: EventTrait
  /** A saved segmentation instead. */
  segmentation?: string
  /** What a list is narrowed to by words. */
  search?: string
}

export function behaviourSearch(search: RawSearch): BehaviourSearch {
  return chosen({
    part: oneOf(search['part'], behaviourParts),
    period: oneOf(search['period'], periods),
    level: oneOf(search['level'], levels),
    basket: oneOf(search['basket'], baskets),
    first: oneOf(search['first'], cuts),
    second: oneOf(search['second'], cuts),
    months: wholeOf(search['months'], { from: 1, to: 36 }),
    order: oneOf(search['order'], orders),
    windowDays: wholeOf(search['windowDays'], { from: 0, to: 36_500 }),
    origin: oneOf(search['origin'], funnelOrigins),
    stages: textOf(search['stages']),
    by: oneOf(search['by'], eventTraits),
    segmentation: textOf(search['segmentation']),
    search: textOf(search['search']),
  })
}
