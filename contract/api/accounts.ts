import { z } from 'zod'
import { AccountRow } from '../accounts.ts'
import { AccountField, AccountFilter } from './account-filter.ts'
import { accountMarksApi, Tag } from './account-marks.ts'
import { accountPageApi } from './account-page.ts'
import { accountViewsApi } from './account-views.ts'
import { AccountKey, Instant, RunId } from './named-values.ts'
import { pageOf } from './page.ts'
import { route } from './route.ts'
import { SegmentName } from './segments.ts'

const anybody = { access: 'signedIn', keyScope: 'read' } as const
const tags = ['accounts']

/** Which accounts are meant: those of a run (the current one unless named) that pass the filter and the search. */
export const AccountSelection = z.object({
  run: RunId.optional(),
  filter: AccountFilter.optional(),
  /** Part of a name, of its pinyin or initials, or of a code. */
  search: z.string().max(200).optional(),
})
export type AccountSelection = z.infer<typeof AccountSelection>

export const AccountSort = z.object({ field: AccountField, direction: z.enum(['ascending', 'descending']) })
export type AccountSort = z.infer<typeof AccountSort>

/** The run that an answer is of. */
export const RunOfAnswer = z
  .object({ id: z.string(), asOf: z.iso.date(), currency: z.string(), publishedAt: Instant.nullable() })
  .meta({ id: 'RunOfAnswer' })
export type RunOfAnswer = z.infer<typeof RunOfAnswer>

/** A row of the list: the columns that were asked for; fields kept from the viewer are null and named in `hiddenFields`. */
export const AccountListRow = AccountRow.omit({ missingCriteria: true, monthlyRevenue: true })
  .partial()
  .extend({
    key: AccountKey,
    account: z.string(),
    accountName: z.string(),
    tags: z.array(Tag),
    /** Its clusters of the saved segmentations, as filters name them; where they were asked for. */
    segments: z.array(SegmentName).optional(),
    department: z.string().optional(),
    region: z.string().optional(),
    salesperson: z.string().optional(),
    channel: z.string().optional(),
    industry: z.string().optional(),
    revenueLast12Months: z.number().optional(),
    /** null for those who see a part of the accounts: beside the revenue it would tell what all come to. */
    share: z.number().nullable().optional(),
    score: z.number().nullable().optional(),
    /** Net revenue of the last 24 calendar months, oldest first; asked for with `withMonths`. */
    monthlyRevenue: z.array(z.number()).optional(),
  })
  .meta({ id: 'AccountListRow' })
export type AccountListRow = z.infer<typeof AccountListRow>

const ListRequest = AccountSelection.extend({
  page: z.int().min(1).max(1_000_000).default(1),
  pageSize: z.int().min(1).max(200).default(20),
  /** The first decides, the next where it is equal; accounts without the figure come last. Largest revenue by default. */
  sort: z.array(AccountSort).max(3).default([]),
  /** All that the viewer may see by default. */
  columns: z.array(AccountField).max(60).optional(),
  withMonths: z.boolean().default(false),
})

/** Accounts per value of a field, the most frequent first. */
export const AccountFacet = z
  .object({
    field: AccountField,
    values: z.array(z.object({ value: z.string(), accounts: z.int(), netRevenue: z.number() })),
    /** Accounts without a value. */
    unknown: z.int(),
  })
  .meta({ id: 'AccountFacet' })

/** Customers: lists, one in full, and what people keep about them. Everything is of a run, by default the current one. */
export const accountsApi = {
  list: route(anybody)
    .route({ method: 'POST', path: '/accounts/list', summary: 'Accounts by page, filter, sort and search', tags })
    .input(ListRequest)
    .output(
      pageOf(AccountListRow).extend({ run: RunOfAnswer, netRevenue: z.number(), hiddenFields: z.array(AccountField) }),
    ),
  facets: route(anybody)
    .route({ method: 'POST', path: '/accounts/facets', summary: 'Accounts per value of some fields', tags })
    .input(AccountSelection.extend({ fields: z.array(AccountField).min(1).max(16) }))
    .output(z.object({ run: RunOfAnswer, facets: z.array(AccountFacet), hiddenFields: z.array(AccountField) })),
  search: route(anybody)
    .route({ method: 'GET', path: '/search', summary: 'Accounts by name, pinyin, initials or code (Ctrl-K)', tags })
    .input(z.object({ text: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(10) }))
    .output(
      z.object({
        accounts: z.array(
          z.object({ key: AccountKey, account: z.string(), accountName: z.string(), tier: z.string() }),
        ),
      }),
    ),
  fields: route(anybody)
    .route({ method: 'GET', path: '/accounts/fields', summary: 'The fields that the viewer may use', tags })
    .output(
      z.object({
        fields: z.array(
          z.object({
            field: AccountField,
            kind: z.enum(['text', 'number', 'day', 'choice', 'list']),
            group: z.string(),
            operators: z.array(z.string()),
          }),
        ),
        hiddenFields: z.array(AccountField),
      }),
    ),
  ...accountPageApi,
  views: accountViewsApi,
  marks: accountMarksApi,
}
