import { z } from 'zod'
import { AccountField, AccountFilter } from './account-filter.ts'
import { Done } from './named-values.ts'
import { route } from './route.ts'

const anybody = { access: 'signedIn', keyScope: 'read' } as const
const ownHand = { access: 'signedIn' } as const
const tags = ['accounts']

/** What a view brings back: the filter, the search, the order and the columns. */
const ViewContent = z.object({
  name: z.string().trim().min(1).max(100),
  filter: AccountFilter.nullable(),
  search: z.string().max(200).default(''),
  sort: z.array(z.object({ field: AccountField, direction: z.enum(['ascending', 'descending']) })).max(3),
  columns: z.array(AccountField).max(60),
  /** Seen by everybody; changed by whoever made it, and by administrators. */
  isShared: z.boolean(),
})

export const AccountView = ViewContent.extend({
  id: z.uuid(),
  ownerName: z.string(),
  isMine: z.boolean(),
}).meta({ id: 'AccountView' })
export type AccountView = z.infer<typeof AccountView>

/** Columns of the list in their order, as one person wants them. */
export const ColumnSettings = z.object({
  columns: z.array(
    z.object({ field: AccountField, isShown: z.boolean(), width: z.int().min(40).max(1000).optional() }),
  ),
  pageSize: z.int().min(1).max(200).optional(),
})
export type ColumnSettings = z.infer<typeof ColumnSettings>

export const accountViewsApi = {
  list: route(anybody)
    .route({ method: 'GET', path: '/account-views', summary: 'Saved views: mine, and those shared', tags })
    .output(z.object({ views: z.array(AccountView) })),
  save: route(ownHand)
    .route({ method: 'POST', path: '/account-views', summary: 'Keep a view', tags, successStatus: 201 })
    .input(ViewContent)
    .output(AccountView),
  change: route(ownHand)
    .route({ method: 'PUT', path: '/account-views/{id}', summary: 'Change a view', tags })
    .input(ViewContent.extend({ id: z.uuid() }))
    .output(AccountView),
  remove: route(ownHand)
    .route({ method: 'DELETE', path: '/account-views/{id}', summary: 'Take a view away', tags })
    .input(z.object({ id: z.uuid() }))
    .output(Done),
  columns: route(anybody)
    .route({ method: 'GET', path: '/account-columns', summary: 'My columns of the list', tags })
    .output(ColumnSettings),
  keepColumns: route(ownHand)
    .route({ method: 'PUT', path: '/account-columns', summary: 'Keep my columns of the list', tags })
    .input(ColumnSettings)
    .output(ColumnSettings),
}
