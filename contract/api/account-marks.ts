import { z } from 'zod'
import { AccountFilter } from './account-filter.ts'
import { AccountKey, Instant } from './named-values.ts'
import { route } from './route.ts'

const anybody = { access: 'signedIn', keyScope: 'read' } as const
const salesPeople = { access: ['administrator', 'analyst', 'manager', 'accountManager'] } as const
const leaders = { access: ['administrator', 'analyst', 'manager'] } as const
const tags = ['accounts']

export const Tag = z.string().trim().min(1).max(40)

/** Accounts to do something to: named by their keys, or all that pass a filter and a search. */
export const AccountsMeant = z.union([
  z.strictObject({ keys: z.array(AccountKey).min(1).max(10_000) }),
  z.strictObject({ filter: AccountFilter, search: z.string().max(200).optional() }),
])
export type AccountsMeant = z.infer<typeof AccountsMeant>

/** A change made to many accounts at once; `undo` takes it back. */
export const MarkChange = z
  .object({
    id: z.int().positive(),
    kind: z.enum(['tag', 'assignment']),
    name: z.string(),
    action: z.enum(['set', 'clear']),
    /** Accounts that were really changed: those that had it already are not counted. */
    accounts: z.int(),
    madeBy: z.string(),
    at: Instant,
    isUndone: z.boolean(),
  })
  .meta({ id: 'MarkChange' })
export type MarkChange = z.infer<typeof MarkChange>

/** Tags on accounts, and who looks after them: set and taken away in bulk, each change undoable. */
export const accountMarksApi = {
  tags: route(anybody)
    .route({ method: 'GET', path: '/account-tags', summary: 'Tags in use, with how many accounts', tags })
    .output(z.object({ tags: z.array(z.object({ tag: Tag, accounts: z.int() })) })),
  tag: route(salesPeople)
    .route({ method: 'POST', path: '/account-tags', summary: 'Tag accounts, or take a tag off them', tags })
    .input(z.object({ tag: Tag, action: z.enum(['set', 'clear']), accounts: AccountsMeant }))
    .output(MarkChange),
  assign: route(leaders)
    .route({ method: 'POST', path: '/account-assignments', summary: 'Give accounts to a person, or take them', tags })
    .input(z.object({ userId: z.string().max(100), action: z.enum(['set', 'clear']), accounts: AccountsMeant }))
    .output(MarkChange),
  changes: route(anybody)
    .route({ method: 'GET', path: '/account-changes', summary: 'My last changes, newest first', tags })
    .output(z.object({ changes: z.array(MarkChange) })),
  undo: route(salesPeople)
    .route({ method: 'POST', path: '/account-changes/{id}/undo', summary: 'Take a change back', tags })
    .input(z.object({ id: z.coerce.number().int().positive() }))
    .output(MarkChange),
}
