import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreLogin } from '../client.ts'
import { untilUnheld } from './data-holder.ts'
import type { EndsWithParent } from './launch-server.ts'
import { administrator, prepareData } from './prepare-data.ts'
import { storeDatabase, storeRole } from './prepare-database.ts'
import { runAs, type RootWay } from './run-as.ts'
import { passwordsOf } from './secret.ts'
import { serverBinaries } from './server-binaries.ts'
import { rotateLog } from './server-log.ts'
import { type ServerExit, ServerSupervisor } from './server-supervisor.ts'
import { systemFault } from './start-failure.ts'
import { socketPort } from './socket-folder.ts'

export interface StoreOptions {
  /** Directory that belongs to the server alone; made when absent. */
  readonly directory: string
  /** Acknowledged commits survive a loss of power. Off only for data that is thrown away anyway. */
  readonly durable: boolean
  readonly readyTimeoutMilliseconds?: number
  /** What to try, in order, when started as root; by default both, the less intrusive first. */
  readonly rootWays?: readonly RootWay[]
  /** By default what the platform can do. */
  readonly endsWithParent?: EndsWithParent
}

export interface EmbeddedStore {
  readonly connection: StoreLogin
  readonly processId: () => number | undefined
  /** How often the server was started again after it had ended by itself. */
  readonly restarts: () => number
  /** Resolves when the server answers (again). */
  readonly ready: () => Promise<void>
  /** Calls back whenever the server ends without having been asked to; it is started again by itself. */
  readonly onExit: (listener: (exit: ServerExit) => void) => void
  /** Ends the server properly. Afterwards nothing of it runs or lies outside its directory. */
  readonly stop: () => Promise<void>
}

/** A server whose parent was killed a moment ago needs that long at most to end. */
const patienceMilliseconds = 3_000

/**
 * Starts PostgreSQL as a supervised child on a private Unix socket, with a data directory of its own. It is started
 * again with a growing pause when it ends by itself, dies with this process, and does not see the terminal's Ctrl-C.
 * The caller holds the lock of the workspace: two programs that make the same directory at once are not kept apart.
 *
 * @throws {ProductError} `store.unsupportedPlatform`; `store.startFailed` with the server's reason and its log;
 *   `workspace.inUse` when another server works in the directory; `workspace.newerVersion`; `output.notWritable`;
 *   `disk.full`.
 */
export async function startStore(options: StoreOptions): Promise<EmbeddedStore> {
  try {
    return await startIn(options)
  } catch (cause) {
    throw systemFault(cause, options.directory)
  }
}

async function startIn(options: StoreOptions): Promise<EmbeddedStore> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 })
  const storeDirectory = realpathSync(options.directory)
  const dataDirectory = join(storeDirectory, 'data')
  const logFile = join(storeDirectory, 'store.log')
  rotateLog(logFile)
  await untilUnheld(dataDirectory, patienceMilliseconds)
  const binaries = serverBinaries(storeDirectory)
  const endsWithParent = options.endsWithParent ?? (process.platform === 'linux' ? 'kernel' : 'watcher')
  const way = runAs(binaries, { dataDirectory, rootWays: options.rootWays })
  const place = { binaries, runAs: way, storeDirectory, logFile, endsWithParent }
  const passwordOf = passwordsOf(storeDirectory)
  await prepareData(place, { password: passwordOf(administrator), durable: options.durable })
  const { durable, readyTimeoutMilliseconds = 120_000 } = options
  const supervisor = new ServerSupervisor(place, { durable, passwordOf, readyTimeoutMilliseconds })
  await supervisor.start()
  return {
    connection: {
      host: supervisor.socketFolder,
      port: socketPort,
      user: storeRole,
      database: storeDatabase,
      password: passwordOf(storeRole),
    },
    processId: () => supervisor.processId(),
    restarts: () => supervisor.restarts,
    ready: () => supervisor.ready,
    onExit: (listener) => supervisor.onExit(listener),
    stop: () => supervisor.stop(),
  }
}
