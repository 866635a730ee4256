import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { basicAuthorization } from './basic-authorization.ts'
import { engineUser, type NodeOfCluster } from './engine-config.ts'
import { beginLog, engineFiles, writeEngineFiles } from './engine-files.ts'
import { engineLibrary } from './engine-library.ts'
import { startFailure, systemFault } from './start-failure.ts'

const childProgram = fileURLToPath(new URL('engine-child.ts', import.meta.url))

// The engine ends when its query ends, so after it has begun to listen it is given one that never does.
const hold = `SELECT sleep(3) FROM system.numbers SETTINGS max_block_size = 1,
  function_sleep_max_microseconds_per_block = 1000000000, max_execution_time = 0 FORMAT Null`

const firstPauseMs = 50
const longestPauseMs = 5_000
/** An engine that ran this long is healthy: the next pause is short again. */
const healthyAfterMs = 30_000

export interface SupervisedEngine {
  readonly directory: string
  readonly port: number
  readonly password: string
  readonly durable: boolean
  readonly memoryBytes: number | undefined
  readonly readyTimeoutMs: number
  /** What makes the engine a node among others: it then listens to them over TCP too. */
  readonly node?: NodeOfCluster
  /** Processors it is kept to, as taskset takes them. */
  readonly processors?: string
}

/** Keeps one engine running: starts it again, with a growing pause, whenever it ends by itself. */
export class EngineSupervisor {
  child: ChildProcess | undefined
  restarts = 0
  ready: Promise<void> = Promise.resolve()
  private readonly engine: SupervisedEngine
  private readonly stopping = new AbortController()
  private hasStarted = false
  private pauseMs = firstPauseMs

  constructor(engine: SupervisedEngine) {
    this.engine = engine
  }

  async start(): Promise<void> {
    try {
      this.launch()
      await this.ready
      this.hasStarted = true
    } catch (error) {
      await this.stop()
      throw systemFault(error, this.engine.directory)
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    const { child } = this
    if (child === undefined || hasEnded(child)) return
    // Nothing acknowledged is in memory only, so the quickest end is also a safe one.
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await ended
  }

  private launch(): void {
    const library = engineLibrary()
    const { node, processors } = this.engine
    const files = engineFiles(this.engine.directory)
    writeEngineFiles(files, this.engine)
    const logFrom = beginLog(files.log)
    const log = openSync(files.log, 'a', 0o600)
    const [program, ...before] =
      processors === undefined ? [process.execPath] : ['taskset', '--cpu-list', processors, process.execPath]
    const child = spawn(
      program,
      [
        ...before,
        '--disable-warning=ExperimentalWarning',
        childProgram,
        library,
        String(process.pid),
        `--config-file=${files.config}`,
        `--path=${files.data}`,
        `--http_port=${this.engine.port}`,
        ...(node === undefined ? [] : [`--tcp_port=${node.tcpPort}`]),
        '--listen_host=127.0.0.1',
        '--query',
        `SYSTEM START LISTEN ${node === undefined ? 'HTTP' : 'QUERIES ALL'}; ${hold}`,
      ],
      { stdio: ['ignore', log, log], detached: true, cwd: this.engine.directory },
    )
    closeSync(log)
    this.child = child
    const startedAt = performance.now()
    child.once('exit', () => this.onExit(performance.now() - startedAt))
    // A process that could not even be made tells it by an error alone.
    child.once('error', () => child.pid === undefined && this.onExit(0))
    this.ready = this.untilReady(child, logFrom)
    this.ready.catch(() => undefined)
  }

  private onExit(ranMs: number): void {
    if (this.stopping.signal.aborted || !this.hasStarted) return
    if (ranMs > healthyAfterMs) this.pauseMs = firstPauseMs
    this.restarts += 1
    this.ready = sleep(this.pauseMs, undefined, { signal: this.stopping.signal }).then(() => {
      this.launch()
      return this.ready
    })
    this.ready.catch(() => undefined)
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs)
  }

  private async untilReady(child: ChildProcess, logFrom: number): Promise<void> {
    const deadline = performance.now() + this.engine.readyTimeoutMs
    while (!(await answers(this.engine))) {
      const isLate = performance.now() > deadline
      if (isLate) child.kill('SIGKILL')
      if (isLate || hasEnded(child)) {
        const { directory } = this.engine
        throw startFailure(engineFiles(directory).log, { from: logFrom, directory })
      }
      await sleep(10)
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}

/** Whether our engine answers on the port: another program there does not know the password. */
function answers({ port, password }: SupervisedEngine): Promise<boolean> {
  const headers = { authorization: basicAuthorization({ username: engineUser, password }) }
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: '/?query=SELECT%2042', headers, agent: false, timeout: 1_000 }
    const request = get(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.once('error', () => resolve(false))
      response.once('close', () => resolve(response.statusCode === 200 && text.trim() === '42'))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}
