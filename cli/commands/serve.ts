import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type ServerEnvironment, serverEnvironment } from '@vitalfew/api/config.ts'
import { jsonLog, type Log } from '@vitalfew/api/http/request-log.ts'
import { startServer } from '@vitalfew/api/start-server.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { openWorkspace } from '@vitalfew/domain/workspace/index.ts'
import { appBundle } from '@vitalfew/web/app/app-bundle.ts'
import { productVersion } from '../product-version.ts'
import { openEngines } from './open-engines.ts'
import type { ServeOptions } from './serve-options.ts'
import type { ServerSurroundings } from './server-surroundings.ts'

/** `vitalfew serve`: answers until it is asked to end. */
export async function serve(options: ServeOptions, around: ServerSurroundings): Promise<void> {
  const { output, locale, signal } = around
  const t = translator(locale)
  await using resources = new AsyncDisposableStack()
  const environment = serverEnvironment()
  const directory = await openPlace(resources, options.workspace, environment)
  output.progress('progress.starting')
  const { warehouse, store } = await openEngines(resources, { directory, environment, around })
  signal.throwIfAborted()
  const server = await startServer({
    warehouse: warehouse.warehouse,
    database: store.store.database,
    addresses: { warehouse: warehouse.address, store: store.address },
    directory,
    host: options.host,
    port: options.port,
    publicUrl: options.url,
    environment,
    productVersion: productVersion(),
    log: openLog(resources, directory),
    pages: appBundle,
  })
  resources.defer(server.stop)
  output.endProgress()
  output.print(t('server.listening', { url: server.url }))
  if (server.setupToken !== undefined) {
    output.print(t('server.setup', { url: `${server.url}/setup#${server.setupToken}`, token: server.setupToken }))
  }
  // The app is bundled in the background, so that the first page need not wait for it.
  appBundle().catch(() => undefined)
  await untilAborted(signal)
  output.print(t('server.stopping'))
}

/** The folder of the workspace; its lock is taken where an engine of ours works in it. */
async function openPlace(
  resources: AsyncDisposableStack,
  path: string,
  { databaseUrl, warehouseUrl }: ServerEnvironment,
): Promise<string> {
  if (databaseUrl === undefined || warehouseUrl === undefined) {
    const workspace = await openWorkspace(path, { command: 'serve' })
    resources.defer(workspace.release)
    return workspace.path
  }
  const directory = resolve(path)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return directory
}

/** Lines of JSON for whoever collects them; on a terminal, where people look, into a file of the workspace. */
function openLog(resources: AsyncDisposableStack, directory: string): Log {
  if (!process.stderr.isTTY) return jsonLog((line) => process.stderr.write(line))
  const file = createWriteStream(join(directory, 'server.log'), { flags: 'a', mode: 0o600 })
  resources.defer(() => new Promise((done) => file.end(done)))
  return jsonLog((line) => file.write(line))
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }))
}
