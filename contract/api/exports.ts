import { z } from 'zod'
import { locales } from '../locale.ts'
import { AccountField } from './account-filter.ts'
import { AccountSelection, AccountSort } from './accounts.ts'
import { Instant, JobStarted } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const tags = ['exports']

export const exportFormats = ['csv', 'xlsx'] as const

export const ExportEntry = z
  .object({
    id: z.uuid(),
    file: z.string(),
    format: z.enum(exportFormats),
    accounts: z.int(),
    bytes: z.int(),
    madeAt: Instant,
    /** Files are kept for a week. */
    expiresAt: Instant,
  })
  .meta({ id: 'ExportEntry' })
export type ExportEntry = z.infer<typeof ExportEntry>

/**
 * Lists as files, made by a job and kept for a week for the person who asked. `GET /api/exports/{id}/file` gives the file.
 * What the viewer may not see is not in it, not even as an empty column.
 */
export const exportsApi = {
  start: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'POST', path: '/exports', summary: 'Write accounts to a file', tags, successStatus: 202 })
    .input(
      AccountSelection.extend({
        format: z.enum(exportFormats),
        columns: z.array(AccountField).min(1).max(60).optional(),
        sort: z.array(AccountSort).max(3).default([]),
        withMonths: z.boolean().default(true),
        locale: z.enum(locales).optional(),
      }),
    )
    .output(JobStarted),
  list: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'GET', path: '/exports', summary: 'My exports, newest first', tags })
    .input(PageRequest)
    .output(pageOf(ExportEntry)),
}
