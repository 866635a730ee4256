import { z } from 'zod'
import { AccountRow } from '../accounts.ts'
import { ChurnSignal } from '../churn.ts'
import { ValueBasis } from '../customer-value.ts'
import { salesFields } from '../imports.ts'
import { LifecycleStage, Reason } from '../run.ts'
import { SelectionContribution } from '../selection.ts'
import { AccountKey, RunId } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const anybody = { access: 'signedIn', keyScope: 'read' } as const
const tags = ['accounts']
const OneAccount = z.object({ key: AccountKey, run: RunId.optional() })

/** What an account bought within one value of a cut: a product, a department. Profit is null where unknown or hidden. */
const Slice = z.object({
  value: z.string(),
  name: z.string(),
  netRevenue: z.number(),
  grossProfit: z.number().nullable(),
  quantity: z.number().nullable(),
  orders: z.int(),
  lastDay: z.iso.date(),
  /** Of the same days a year earlier; null where no days were named. */
  netRevenueBefore: z.number().nullable(),
})

/** Cuts of what an account bought. */
export const salesCuts = ['product', 'category', 'department', 'region', 'salesperson', 'channel'] as const

/** The lengths of time that sales are told by; quarters and years are those of the workspace's fiscal year. */
export const timeGrains = ['month', 'quarter', 'year'] as const

const Period = z.object({
  /** First and last day, also where the run knows only a part of the period. */
  from: z.iso.date(),
  to: z.iso.date(),
  netRevenue: z.number(),
  grossProfit: z.number().nullable(),
  returns: z.number(),
  orders: z.int(),
  lines: z.int(),
  /** False for a period that has not ended when the run was made. */
  isComplete: z.boolean(),
})

/** How long an account was in a stage of its life, as the days knew it then. */
const StageSpell = z.object({
  stage: LifecycleStage,
  /** The day it was first seen in it: its first purchase, or the first of a month. */
  from: z.iso.date(),
  /** The day it was first seen in the next one; null for the stage it is in. */
  until: z.iso.date().nullable(),
  netRevenue: z.number(),
})

/** Days of interest, inclusive. */
const Days = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() })

export const AccountPage = z
  .object({
    run: z.object({ id: z.string(), asOf: z.iso.date(), currency: z.string() }),
    key: AccountKey,
    /** Every figure; those kept from the viewer are null. */
    row: AccountRow.extend({
      department: z.string(),
      region: z.string(),
      salesperson: z.string(),
      channel: z.string(),
      industry: z.string(),
      share: z.number().nullable(),
      revenueLast12Months: z.number(),
      rank: z.int(),
      score: z.number().nullable(),
    }),
    tags: z.array(z.string()),
    /** Who looks after it because somebody gave it to them, beside those whom the sales name. */
    people: z.array(z.object({ userId: z.string(), name: z.string() })),
    /** Its clusters of the saved segmentations, in words. */
    segments: z.array(z.object({ segment: z.string(), segmentation: z.string(), cluster: z.string() })),
    tier: z.object({
      id: z.string(),
      title: z.string(),
      /** By what it has it: its score, its share, a stay, a decision of people, a gate. */
      rule: z.string(),
      since: z.iso.date().nullable(),
      previousTier: z.string().nullable(),
      /** null, like all that the score is made of, where the model looks at what the viewer may not see. */
      score: z.number().nullable(),
      /** What unknown figures would make of the score. */
      lower: z.number().nullable(),
      upper: z.number().nullable(),
      contributions: z.array(SelectionContribution.omit({ text: true })),
      /** In words, for accounts above the line. */
      sentences: z.array(z.string()),
      reasons: z.array(Reason),
    }),
    /** What its future value is counted in, and over how long; null where the run foresees none. */
    foreseen: z
      .object({
        basis: ValueBasis,
        /** Share of revenue that counts as value where costs are unknown; 1 otherwise. */
        margin: z.number(),
        horizonMonths: z.number(),
      })
      .nullable(),
    signals: z.array(ChurnSignal.omit({ text: true })),
    /** First days of the months, oldest first, and what was bought in each. */
    months: z.array(
      z.object({
        month: z.iso.date(),
        netRevenue: z.number(),
        grossProfit: z.number().nullable(),
        orders: z.int(),
        returns: z.number(),
      }),
    ),
    /** Tier, stage and class in the runs before, oldest first, by day. */
    history: z.array(
      z.object({
        run: z.string(),
        asOf: z.iso.date(),
        tier: z.string(),
        score: z.number().nullable(),
        lifecycleStage: z.string(),
        netRevenue: z.number(),
      }),
    ),
    /** The customer numbers in the sources that belong to it. */
    customers: z.array(z.object({ customer: z.string(), name: z.string(), lines: z.int(), netRevenue: z.number() })),
    hiddenFields: z.array(z.string()),
  })
  .meta({ id: 'AccountPage' })
export type AccountPage = z.infer<typeof AccountPage>

/** A line of a sales file as it was taken in: where it stands, and what it says. */
export const SourceLine = z
  .object({
    importId: z.int(),
    file: z.string(),
    /** As a person sees it in the file. */
    row: z.int(),
    day: z.iso.date(),
    kind: z.enum(['sale', 'return', 'cancelled']),
    customer: z.string(),
    customerName: z.string(),
    orderNumber: z.string(),
    product: z.string(),
    productName: z.string(),
    category: z.string(),
    quantity: z.number().nullable(),
    netRevenue: z.number(),
    grossProfit: z.number().nullable(),
    department: z.string(),
    region: z.string(),
    salesperson: z.string(),
    channel: z.string(),
    status: z.string(),
  })
  .meta({ id: 'SourceLine' })
export type SourceLine = z.infer<typeof SourceLine>

/** Lines that a figure is made of. `salesFields` names what a line may have; days are inclusive. */
const LinesRequest = PageRequest.extend({
  key: AccountKey,
  run: RunId.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  kind: z.enum(['sale', 'return', 'cancelled']).optional(),
  orderNumber: z.string().max(200).optional(),
  cut: z.enum(salesCuts).optional(),
  value: z.string().max(500).optional(),
  sort: z.enum(['day', 'netRevenue']).default('day'),
})

export const accountPageApi = {
  get: route(anybody)
    .route({ method: 'GET', path: '/accounts/{key}', summary: 'One account: tier and why, figures, months', tags })
    .input(OneAccount)
    .output(AccountPage),
  orders: route(anybody)
    .route({ method: 'GET', path: '/accounts/{key}/orders', summary: 'Its orders, newest first', tags })
    .input(PageRequest.extend({ key: AccountKey, run: RunId.optional() }))
    .output(
      pageOf(
        z.object({
          /** '' where the source has none: then it is a day. */
          orderNumber: z.string(),
          day: z.iso.date(),
          lines: z.int(),
          netRevenue: z.number(),
          grossProfit: z.number().nullable(),
          returns: z.number(),
        }),
      ),
    ),
  slices: route(anybody)
    .route({ method: 'GET', path: '/accounts/{key}/slices/{cut}', summary: 'What it bought, by a cut', tags })
    .input(OneAccount.extend({ cut: z.enum(salesCuts), ...Days.shape }))
    .output(z.object({ slices: z.array(Slice), hiddenFields: z.array(z.enum(salesFields)) })),
  times: route(anybody)
    .route({
      method: 'GET',
      path: '/accounts/{key}/times/{grain}',
      summary: 'What it bought, by months or years',
      tags,
    })
    .input(
      OneAccount.extend({
        grain: z.enum(timeGrains),
        ...Days.shape,
        cut: z.enum(salesCuts).optional(),
        value: z.string().max(500).optional(),
      }),
    )
    .output(z.object({ periods: z.array(Period), fiscalYearStartMonth: z.int() })),
  lifecycle: route(anybody)
    .route({ method: 'GET', path: '/accounts/{key}/lifecycle', summary: 'The stages it has been through', tags })
    .input(OneAccount)
    .output(z.object({ spells: z.array(StageSpell) })),
  lines: route(anybody)
    .route({ method: 'GET', path: '/accounts/{key}/lines', summary: 'The rows of the files behind a figure', tags })
    .input(LinesRequest)
    .output(pageOf(SourceLine).extend({ netRevenue: z.number() })),
}
