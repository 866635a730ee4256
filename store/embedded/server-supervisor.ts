import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProductError } from '@vitalfew/contract/errors.ts'
import { endProcess, inUse, liveHolder, readHolder, untilUnheld } from './data-holder.ts'
import { hasEnded, launchServer, serverPath, type ServerPlace } from './launch-server.ts'
import { prepareDatabase } from './prepare-database.ts'
import { logSize } from './server-log.ts'
import { serverArguments } from './server-settings.ts'
import { startFailure } from './start-failure.ts'
import { clearSocketFolder, makeSocketFolder, removeSocketFolder } from './socket-folder.ts'

export interface SupervisorOptions {
  readonly durable: boolean
  readonly passwordOf: (role: string) => string
  readonly readyTimeoutMilliseconds: number
}

export interface ServerExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly restartInMilliseconds: number
}

const firstPauseMilliseconds = 50
const longestPauseMilliseconds = 5_000
/** A server that ran this long is healthy: the next pause is short again. */
const healthyAfterMilliseconds = 30_000
/** How to end, from the gentlest on, and how long each is given. */
const endings: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]

export class ServerSupervisor {
  restarts = 0
  ready: Promise<void> = Promise.resolve()
  readonly socketFolder: string
  private child: ChildProcess | undefined
  private serverId: number | undefined
  private stopping: Promise<void> | undefined
  private started = false
  private pauseMilliseconds = firstPauseMilliseconds
  private readonly listeners: ((exit: ServerExit) => void)[] = []
  private readonly place: ServerPlace
  private readonly options: SupervisorOptions
  private readonly dataDirectory: string

  constructor(place: ServerPlace, options: SupervisorOptions) {
    this.place = place
    this.options = options
    this.dataDirectory = join(place.storeDirectory, 'data')
    this.socketFolder = makeSocketFolder(place.storeDirectory, place.runAs.ownerId)
  }

  async start(): Promise<void> {
    this.launch()
    try {
      await this.ready
      this.started = true
    } catch (cause) {
      await this.stop()
      throw cause
    }
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.end())
  }

  onExit(listener: (exit: ServerExit) => void): void {
    this.listeners.push(listener)
  }

  processId(): number | undefined {
    return this.child === undefined || hasEnded(this.child) ? undefined : readHolder(this.dataDirectory)?.processId
  }

  private launch(): void {
    const logBytes = logSize(this.place.logFile)
    const command = [this.place.binaries.postgres, '-D', serverPath(this.place, 'data')]
    const { durable } = this.options
    const settings = serverArguments({ socketFolder: this.socketFolder, durable })
    const child = launchServer(this.place, [...command, ...settings])
    this.child = child
    const startedAt = performance.now()
    whenEnded(child, (code, signal) => {
      if (this.stopping !== undefined || !this.started) return
      if (performance.now() - startedAt > healthyAfterMilliseconds) this.pauseMilliseconds = firstPauseMilliseconds
      this.restart({ code, signal, restartInMilliseconds: this.pauseMilliseconds })
    })
    this.ready = this.untilReady(child, logBytes)
    this.ready.catch(() => undefined)
  }

  private restart(exit: ServerExit): void {
    this.restarts += 1
    this.pauseMilliseconds = Math.min(this.pauseMilliseconds * 2, longestPauseMilliseconds)
    this.ready = this.relaunch(exit.restartInMilliseconds)
    this.ready.catch(() => undefined)
    for (const listener of this.listeners) listener(exit)
  }

  private async relaunch(pauseMilliseconds: number): Promise<void> {
    await this.untilGone()
    await sleep(pauseMilliseconds)
    if (this.stopping !== undefined) return undefined
    clearSocketFolder(this.socketFolder)
    this.launch()
    return this.ready
  }

  /** Where a watcher stands between us and the server, the server can outlive it. */
  private async untilGone(): Promise<void> {
    const holder = liveHolder(this.dataDirectory)
    if (holder !== undefined && holder.processId === this.serverId) endProcess(holder.processId)
    // Held by a stranger: the server will say so itself, and the pause before the next attempt grows.
    await untilUnheld(this.dataDirectory, longestPauseMilliseconds).catch(() => undefined)
  }

  private async untilReady(child: ChildProcess, logBytes: number): Promise<void> {
    const deadline = performance.now() + this.options.readyTimeoutMilliseconds
    while (readHolder(this.dataDirectory)?.ready !== true) {
      if (hasEnded(child) || performance.now() > deadline) throw this.startFailed(logBytes)
      await sleep(10)
    }
    this.serverId = readHolder(this.dataDirectory)?.processId
    await prepareDatabase(this.socketFolder, this.options.passwordOf).catch((cause: unknown) => {
      throw this.startFailed(logBytes, cause)
    })
  }

  private startFailed(logBytes: number, cause?: unknown): ProductError {
    const holder = liveHolder(this.dataDirectory)
    if (holder !== undefined && holder.processId !== this.child?.pid) return inUse(this.dataDirectory, holder)
    return startFailure({ ...this.place, child: this.child, logBytes, cause })
  }

  private async end(): Promise<void> {
    await this.endChild()
    if (this.serverId !== undefined) await this.untilGone()
    removeSocketFolder(this.place.storeDirectory)
  }

  private async endChild(): Promise<void> {
    const { child } = this
    if (child === undefined) return
    for (const [signal, patienceMilliseconds] of endings) {
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await Promise.race([ended, sleep(patienceMilliseconds, undefined, { ref: false })])
    }
  }
}

function whenEnded(child: ChildProcess, act: (code: number | null, signal: NodeJS.Signals | null) => void): void {
  child.once('error', () => {
    if (child.pid === undefined) act(null, null)
  })
  child.once('exit', act)
}
