import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { serverConfig, usersConfig } from './engine-config.ts'
import { engineLibrary } from './engine-library.ts'
import { memoryLimitBytes } from './memory-limit.ts'

const childProgram = fileURLToPath(new URL('engine-child.ts', import.meta.url))

// The engine ends when its query ends, so after it has begun to listen it is given one that never does.
const listenAndHold = `SYSTEM START LISTEN HTTP; SELECT sleep(3) FROM system.numbers SETTINGS max_block_size = 1,
  function_sleep_max_microseconds_per_block = 1000000000, max_execution_time = 0 FORMAT Null`

export interface EngineOptions {
  /** Directory that belongs to the engine alone; made when absent. */
  readonly directory: string
  /** Acknowledged inserts survive a power loss. Off only for data that is thrown away anyway. */
  readonly durable: boolean
  /** Memory for the engine; by default 60 % of what this process may use, at most 8 GiB. */
  readonly memoryBytes?: number
  readonly readyTimeoutMs?: number
}

export interface Engine {
  readonly url: string
  readonly username: string
  readonly password: string
  readonly processId: () => number | undefined
  /** How often the engine was started again after it had ended by itself. */
  readonly restarts: () => number
  /** Resolves when the engine answers (again). */
  readonly ready: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Starts ClickHouse as a supervised child on a loopback port of its own with a password of its own. It is started again
 * with a growing pause when it ends by itself, dies with this process, and does not see the terminal's Ctrl-C.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const supervisor = new Supervisor(options, await freePort())
  await supervisor.start()
  return {
    url: `http://127.0.0.1:${supervisor.port}`,
    username: 'vitalfew',
    password: supervisor.password,
    processId: () => supervisor.child?.pid,
    restarts: () => supervisor.restarts,
    ready: () => supervisor.ready,
    stop: () => supervisor.stop(),
  }
}

const firstPauseMs = 50
const longestPauseMs = 5_000
/** An engine that ran this long is healthy: the next pause is short again. */
const healthyAfterMs = 30_000

class Supervisor {
  readonly password = randomBytes(24).toString('hex')
  readonly port: number
  child: ChildProcess | undefined
  restarts = 0
  ready: Promise<void> = Promise.resolve()
  private readonly options: EngineOptions
  private readonly logFile: string
  private stopping = false
  private hasStarted = false
  private pauseMs = firstPauseMs

  constructor(options: EngineOptions, port: number) {
    this.options = options
    this.port = port
    this.logFile = join(options.directory, 'engine.log')
  }

  async start(): Promise<void> {
    prepareDirectory(this.options, this.password)
    this.launch()
    try {
      await this.ready
      this.hasStarted = true
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    this.stopping = true
    const { child } = this
    if (child === undefined || hasEnded(child)) return
    // Nothing acknowledged is in memory only, so the quickest end is also a safe one.
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await ended
  }

  private launch(): void {
    const log = openSync(this.logFile, 'w', 0o600)
    const { directory } = this.options
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        childProgram,
        engineLibrary(),
        String(process.pid),
        `--config-file=${join(directory, 'config.xml')}`,
        `--path=${join(directory, 'data')}`,
        `--http_port=${this.port}`,
        '--listen_host=127.0.0.1',
        '--query',
        listenAndHold,
      ],
      { stdio: ['ignore', log, log], detached: true, cwd: directory },
    )
    closeSync(log)
    this.child = child
    const startedAt = performance.now()
    child.once('exit', () => this.onExit(performance.now() - startedAt))
    this.ready = this.untilReady(child)
    this.ready.catch(() => undefined)
  }

  private onExit(ranMs: number): void {
    if (this.stopping || !this.hasStarted) return
    if (ranMs > healthyAfterMs) this.pauseMs = firstPauseMs
    this.restarts += 1
    this.ready = sleep(this.pauseMs).then(() => {
      if (this.stopping) return undefined
      this.launch()
      return this.ready
    })
    this.ready.catch(() => undefined)
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs)
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + (this.options.readyTimeoutMs ?? 30_000)
    while (!(await answers(this.port))) {
      if (hasEnded(child)) throw this.startFailed()
      if (performance.now() > deadline) throw this.startFailed()
      await sleep(10)
    }
  }

  private startFailed(): ProductError {
    return new ProductError('warehouse.startFailed', { reason: lastLine(this.logFile), log: this.logFile })
  }
}

function prepareDirectory(options: EngineOptions, password: string): void {
  const { directory, durable } = options
  const memoryBytes = options.memoryBytes ?? Math.min(memoryLimitBytes() * 0.6, 8 * 2 ** 30)
  const dataDirectory = join(directory, 'data')
  const usersFile = join(directory, 'users.xml')
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  for (const leftover of ['config.xml', 'users.xml']) rmSync(join(directory, leftover), { force: true })
  writeFileSync(usersFile, usersConfig({ password, memoryBytes }), { mode: 0o600 })
  writeFileSync(join(directory, 'config.xml'), serverConfig({ dataDirectory, usersFile, memoryBytes, durable }), {
    mode: 0o600,
  })
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/ping', agent: false, timeout: 1_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}

function lastLine(file: string): string {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    return lines.findLast((line) => line.includes('Exception')) ?? lines.at(-1) ?? ''
  } catch {
    return ''
  }
}
