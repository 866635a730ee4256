/** The stages of the life cycle as the analysis names them. */
export type Stage = 'prospect' | 'new' | 'growing' | 'mature' | 'slipping' | 'dormant' | 'lost' | 'wonBack'

export type Demand = 'X' | 'Y' | 'Z'

/** What is planted: how many accounts behave so, and the stage the definitions must then find. */
export const behaviours = {
  steady: { accounts: 128, stage: 'mature' },
  growing: { accounts: 58, stage: 'growing' },
  declining: { accounts: 24, stage: 'mature' },
  newcomer: { accounts: 30, stage: 'new' },
  slipping: { accounts: 42, stage: 'slipping' },
  dormant: { accounts: 32, stage: 'dormant' },
  lost: { accounts: 50, stage: 'lost' },
  /** Bought on one or two days, long ago. */
  oneTime: { accounts: 24, stage: 'lost' },
  /** Came back after a long silence with its last purchase. */
  wonBack: { accounts: 18, stage: 'wonBack' },
  /** Came back earlier and buys regularly again. */
  wonBackEarlier: { accounts: 11, stage: 'mature' },
  /** Everything it bought came back: net revenue zero. */
  fullyReturned: { accounts: 2, stage: 'lost' },
  /** Bought before the files begin; only a return is seen. */
  returnsOnly: { accounts: 1, stage: 'lost' },
  /** One order, cancelled. */
  cancelledOnly: { accounts: 3, stage: 'prospect' },
  prospect: { accounts: 29, stage: 'prospect' },
} as const satisfies Readonly<Record<string, { accounts: number; stage: Stage }>>

export type Behaviour = keyof typeof behaviours

export const behaviourNames: readonly Behaviour[] = [
  'steady',
  'growing',
  'declining',
  'newcomer',
  'slipping',
  'dormant',
  'lost',
  'oneTime',
  'wonBack',
  'wonBackEarlier',
  'fullyReturned',
  'returnsOnly',
  'cancelledOnly',
  'prospect',
]

/** Behaviours whose steadiness of demand over the last twelve months is planted too. */
export function isActive(behaviour: Behaviour): boolean {
  return behaviour === 'steady' || behaviour === 'growing' || behaviour === 'declining'
}
