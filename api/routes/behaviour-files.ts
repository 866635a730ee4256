import { BehaviourChoice } from '@vitalfew/contract/api/behaviour.ts'
import { FunnelWays } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { exportFormats } from '@vitalfew/contract/api/exports.ts'
import { AccountKey, RunId } from '@vitalfew/contract/api/named-values.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import { behaviourFile, type BehaviourSubject } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../http/api-env.ts'
import { scopeSuffices } from '../http/route-table.ts'
import { behaviourSources } from './behaviour-sources.ts'

const Asked = z.object({
  format: z.enum(exportFormats).default('xlsx'),
  table: z.string().max(40).optional(),
  locale: z.enum(locales).optional(),
})

const Account = z.object({ key: AccountKey, run: RunId.optional() })

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The pages about how accounts buy, as files. */
export function mountBehaviourFiles(app: Hono<ApiEnv>): void {
  app.get('/api/behaviour/:analysis/file', (c) => {
    const analysis = c.req.param('analysis')
    if (analysis === 'funnel') return give(c, { of: 'funnel', ways: read(c, FunnelWays) })
    return give(c, { of: 'accounts', analysis, choice: read(c, BehaviourChoice) })
  })
  app.get('/api/accounts/:key/behaviour/file', (c) =>
    give(c, { of: 'account', ...read(c, Account, { key: c.req.param('key') }) }),
  )
}

async function give(c: Context<ApiEnv>, subject: BehaviourSubject): Promise<Response> {
  const context = c.get('context')
  const { format, table, locale = context.locale } = read(c, Asked)
  if (context.keyScopes !== undefined && !scopeSuffices(context.keyScopes, 'read')) {
    throw new ProductError('access.keyScope', { scope: 'read' })
  }
  const viewer = { ...context.viewer, locale }
  const { file, bytes } = await behaviourFile(viewer, behaviourSources(context), { subject, format, table })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[format],
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** What an address carries; one that cannot be understood is no address of a file. */
function read<Schema extends z.ZodType>(c: Context<ApiEnv>, schema: Schema, named = {}): z.output<Schema> {
  const found = schema.safeParse({ ...c.req.query(), ...named })
  if (!found.success) throw new ProductError('export.notFound')
  return found.data
}
