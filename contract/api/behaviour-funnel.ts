import { z } from 'zod'
import { eventTraits, funnelOrigins } from '../funnel-choices.ts'
import { funnelOrders, PurchaseFunnel } from '../purchase-funnel.ts'
import { Instant } from './named-values.ts'
import { route } from './route.ts'

const tags = ['behaviour']
const roles = ['administrator', 'analyst'] as const

/** How the cases are followed. */
export const FunnelWays = z.object({
  order: z.enum(funnelOrders).default('ordered'),
  windowDays: z.coerce.number().int().min(0).max(36_500).optional(),
  /** Events where there are any, unless said. */
  origin: z.enum(funnelOrigins).optional(),
  /** Of events, those that are stages in their order, one a line; recognised where left out. */
  stages: z.string().max(6_000).optional(),
  /** Of events, what accounts are told apart by. */
  by: z.enum(eventTraits).optional(),
  /** Of events, a saved segmentation that accounts are told apart by, instead of by anything else. */
  segmentation: z.uuid().optional(),
})
export type FunnelWays = z.output<typeof FunnelWays>

const WorkspaceFunnel = z.object({
  /** What is answered from; null where there is neither. */
  origin: z.enum(funnelOrigins).nullable(),
  /** What happens in the events that were imported, most often first; null where there are none. */
  happens: z.array(z.object({ stage: z.string(), events: z.int() })).nullable(),
  hasTable: z.boolean(),
  /** The table that is answered from; null where none is. */
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

/** The funnel of the workspace: of imported events, or of the table of opportunities, events or dates given last. */
export const funnelApi = {
  get: route({ access: roles, keyScope: 'read' })
    .route({ method: 'GET', path: '/behaviour/funnel', summary: 'Conversion, times, losses and paths', tags })
    .input(FunnelWays)
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
