import { z } from 'zod'

export const funnelOrders = ['ordered', 'strict'] as const
/** `orders`: the steps are the first, second, third … purchase day of an account. */
export const funnelShapes = ['pipeline', 'dates', 'events', 'orders'] as const
export const stageKinds = ['open', 'won', 'lost'] as const
export type StageKind = (typeof stageKinds)[number]

const rate = { rate: z.number(), lower: z.number(), upper: z.number() }

export const FunnelStep = z.object({
  stage: z.string(),
  reached: z.int(),
  /** Of those that reached the stage before, with 95 % Wilson limits. */
  ...rate,
  /** Days from the stage before; null where no times are known. */
  medianDays: z.number().nullable(),
  lowerDays: z.number().nullable(),
  upperDays: z.number().nullable(),
})
export type FunnelStep = z.infer<typeof FunnelStep>

export const FunnelOutcomes = z.object({
  cases: z.int(),
  won: z.int(),
  lost: z.int(),
  open: z.int(),
  /** Won of won and lost. */
  ...rate,
  wonValue: z.number(),
  openValue: z.number(),
  medianDaysToWin: z.number().nullable(),
  medianDaysToLose: z.number().nullable(),
})
export type FunnelOutcomes = z.infer<typeof FunnelOutcomes>

/** How much of what happens falls on an hour, a weekday or a month. */
export const EventMoment = z.object({
  /** Hour from 0, weekday from 0 (Monday), or month from 0 (January). */
  slot: z.int(),
  events: z.int(),
  /** Events by what an even spread would give: 1 is usual. */
  index: z.number(),
})
export type EventMoment = z.infer<typeof EventMoment>

/** Stages from a table of events, of opportunities, or of dates; or the repeat purchases that sales tell of. */
export const PurchaseFunnel = z.object({
  shape: z.enum(funnelShapes),
  order: z.enum(funnelOrders),
  windowDays: z.number().nullable(),
  cases: z.int(),
  /** Last day in the table. */
  asOf: z.iso.date().nullable(),
  /** How many cases stand where, in the order of the stages. */
  stages: z.array(
    z.object({
      stage: z.string(),
      kind: z.enum(stageKinds),
      cases: z.int(),
      value: z.number(),
      /** Days that those still there have been there; null where nobody is, or no times are known. */
      medianAgeDays: z.number().nullable(),
    }),
  ),
  steps: z.array(FunnelStep),
  outcomes: FunnelOutcomes.nullable(),
  lossReasons: z.array(z.object({ reason: z.string(), cases: z.int(), value: z.number() })),
  /** Cases that name no account: counted everywhere; null where the table has no column for it. */
  withoutAccount: z.int().nullable(),
  cuts: z.array(
    z.object({
      column: z.string(),
      values: z.array(
        z.object({
          value: z.string(),
          outcomes: FunnelOutcomes,
          reached: z.array(z.int()),
          /** From the first stage to the last; of `orders` from the first to the second purchase. */
          conversion: z.number(),
        }),
      ),
    }),
  ),
  /** For a sankey: `to` is null where cases came no further. */
  links: z.array(
    z.object({ from: z.string(), to: z.string().nullable(), cases: z.int(), medianDays: z.number().nullable() }),
  ),
  paths: z.array(z.object({ stages: z.array(z.string()), cases: z.int(), share: z.number() })),
  /** When things happen; null where nothing has a time. */
  moments: z
    .object({
      weekdays: z.array(EventMoment),
      months: z.array(EventMoment),
      /** null where times tell days only. */
      hours: z.array(EventMoment).nullable(),
    })
    .nullable(),
  faults: z.object({
    /** Rows without a case or a stage: left out. */
    incomplete: z.int(),
    /** Rows without a readable time. */
    withoutTime: z.int(),
    /** Cases in which an event comes before its predecessor: kept, without a time between the two. */
    backwards: z.int(),
    /** Lost cases of which only the first stage is known, not where they were lost: they count as lost there. */
    lostSomewhere: z.int(),
  }),
})
export type PurchaseFunnel = z.infer<typeof PurchaseFunnel>
