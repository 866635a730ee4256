import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { issueSetupToken } from '@vitalfew/domain/access/index.ts'
import { runNamed, runSummary } from '@vitalfew/domain/accounts/index.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ApiServices } from './api-context.ts'
import { type ServerEnvironment, sourceReach } from './config.ts'
import { createApp } from './create-app.ts'
import type { Log } from './http/request-log.ts'
import { madeOnce } from './pages/made-once.ts'
import type { Pages } from './pages/mount-pages.ts'
import type { EngineAddresses } from './jobs/child-messages.ts'
import { startJobQueue } from './jobs/job-queue.ts'
import { lookForDueSources } from './jobs/look-for-due-sources.ts'
import { sweepRegularly } from './jobs/sweep-regularly.ts'
import { createAuth } from './sessions/create-auth.ts'
import { serverSecret } from './sessions/server-secret.ts'
import { createSessions } from './sessions/sessions.ts'

export interface ServerOptions {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** How a child of this process reaches the same engines. */
  readonly addresses: EngineAddresses
  /** The folder of the workspace. */
  readonly directory: string
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** The address that people open, where it is not the one listened on. */
  readonly publicUrl: string | undefined
  readonly environment: ServerEnvironment
  readonly productVersion: string
  readonly log: Log
  readonly pages?: () => Promise<Pages>
}

export interface RunningServer {
  readonly url: string
  /** Makes the first administrator; undefined where there is one. */
  readonly setupToken: string | undefined
  /** Takes no more requests, ends those under way within some seconds. */
  readonly stop: () => Promise<void>
}

/**
 * Answers requests from now on.
 *
 * @throws ProductError `server.*`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { database, log, host, environment } = options
  const uploadsDirectory = join(options.directory, 'uploads')
  await mkdir(uploadsDirectory, { recursive: true, mode: 0o700 })
  await mkdir(join(options.directory, 'incoming'), { recursive: true, mode: 0o700 })
  const secret = await serverSecret(database, { named: environment.secret, directory: options.directory })
  const server = createServer()
  const port = await listen(server, { host, port: options.port })
  const url = options.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const { provider } = environment
  const auth = createAuth({ database, secret, publicUrl: url, provider })
  const reach = sourceReach(options.directory)
  const services: ApiServices = {
    reach,
    warehouse: options.warehouse,
    database,
    uploadsDirectory,
    addresses: options.addresses,
    productVersion: options.productVersion,
    sessions: createSessions(auth, { database, provider }),
    startedAt: new Date(),
  }
  const pages = options.pages && madeOnce(options.pages)
  let ending = false
  const app = createApp({
    services,
    log,
    address: { publicUrl: url, onlyLoopback: options.publicUrl === undefined && isLoopback(host) },
    trustProxy: environment.trustProxy,
    isEnding: () => ending,
    ...(pages === undefined ? {} : { pages }),
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (request, response) => void answer(request, response))
  const { addresses, productVersion } = options
  const sharesStore = environment.databaseUrl !== undefined
  const onError = (cause: unknown): void => log.fault('jobs', cause)
  const jobs = await startJobQueue({ database, addresses, uploadsDirectory, productVersion, sharesStore, onError })
  const stopSweeping = sweepRegularly({ database, uploadsDirectory, log })
  const stopLooking = lookForDueSources({ database, reach, log })
  log.event('listening', { port })
  // The app is put together while people still read its address; whoever opens it is told if that fails.
  void pages?.().catch((cause: unknown) => log.fault('pages', cause))
  // Where it cannot be read, whoever asks for it is told.
  void readAhead(options).catch(() => undefined)
  return {
    url,
    setupToken: await issueSetupToken(database),
    stop: async () => {
      ending = true
      log.event('stopping')
      await Promise.all([stop(server), jobs.stop(), stopSweeping(), stopLooking()])
    },
  }
}

/** What the first page would have to wait for: the summary of the run that everybody sees, and the schema that reads it. */
async function readAhead({ database, warehouse }: ServerOptions): Promise<void> {
  const run = await runNamed(database, 'current')
  await runSummary(warehouse, run.run_id)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  // A client that sends its request drop by drop is not waited for.
  server.headersTimeout = 15_000
  server.requestTimeout = 600_000
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  try {
    await listening
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new ProductError('server.portInUse', { host, port, problem }, { cause })
  }
  return boundPort(server.address())
}

function boundPort(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

const graceMilliseconds = 8_000

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  await Promise.race([closed, delay(graceMilliseconds, undefined, { ref: false })])
  server.closeAllConnections()
  await closed
}
