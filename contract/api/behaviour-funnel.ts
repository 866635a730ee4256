import { z } from 'zod'
import { funnelOrders, PurchaseFunnel } from '../purchase-funnel.ts'
import { Instant } from './named-values.ts'
import { route } from './route.ts'

const tags = ['behaviour']
const roles = ['administrator', 'analyst'] as const

/** How the cases of a table are followed. */
const FunnelWays = {
  order: z.enum(funnelOrders).default('ordered'),
  windowDays: z.coerce.number().int().min(0).max(36_500).optional(),
}

const WorkspaceFunnel = z.object({
  /** null where nobody has given a table yet. */
  source: z
    .object({
      files: z.array(z.string()),
      by: z.array(z.string()),
      stages: z.array(z.string()),
      readBy: z.string(),
      readAt: Instant,
    })
    .nullable(),
  funnel: PurchaseFunnel.nullable(),
})
export type WorkspaceFunnel = z.infer<typeof WorkspaceFunnel>

/** The funnel of the workspace: the table of opportunities, events or dates that was given last. */
export const funnelApi = {
  get: route({ access: roles, keyScope: 'read' })
    .route({ method: 'GET', path: '/behaviour/funnel', summary: 'Conversion, times, losses and paths', tags })
    .input(z.object(FunnelWays))
    .output(WorkspaceFunnel),
  read: route({ access: roles })
    .route({ method: 'POST', path: '/behaviour/funnel', summary: 'Take the funnel from uploaded tables', tags })
    .input(
      z.object({
        /** The table of the cases, and tables that tell more of what it names; in any order. */
        uploads: z.array(z.uuid()).min(1).max(6),
        by: z.array(z.string().max(200)).max(5).default([]),
        stages: z.array(z.string().max(200)).max(30).default([]),
      }),
    )
    .output(WorkspaceFunnel),
}
