import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { RunId } from '@vitalfew/contract/api/named-values.ts'
import { runsApi } from '@vitalfew/contract/api/runs.ts'
import { writtenReport } from '@vitalfew/domain/reports/index.ts'
import type { Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'
import { authoriseRoute } from '../http/authorise-route.ts'
import { reportInChild } from '../questions/report-in-child.ts'

const unpacked = promisify(gunzip)

/**
 * The largest answer there is, sent as it was written elsewhere: checking and writing it here would keep everybody else
 * waiting. What is not understood goes on to the contract's handler, which says so as it does for every route.
 */
export function mountReportFile(app: Hono<ApiEnv>): void {
  app.get('/api/runs/:run/report', async (c, next) => {
    const run = RunId.safeParse(c.req.param('run'))
    if (!run.success) return next()
    const context = c.get('context')
    c.get('trail').route = '/runs/{run}/report'
    authoriseRoute(context, runsApi.report)
    const { viewer, database, addresses } = context
    const packed = await writtenReport(viewer, { database, answerReport: reportInChild(addresses) }, { run: run.data })
    const type = { 'content-type': 'application/json; charset=utf-8', vary: 'accept-encoding' }
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
      return c.body(asBody(await unpacked(packed)), 200, type)
    return c.body(asBody(packed), 200, { ...type, 'content-encoding': 'gzip' })
  })
}

/** Bytes of their own, as an answer takes them. */
function asBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
