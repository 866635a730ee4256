import { randomBytes } from 'node:crypto'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { engineUser } from './engine-config.ts'
import { EngineSupervisor } from './engine-supervisor.ts'
import { freePort } from './free-port.ts'

export interface EngineOptions {
  /** Directory that belongs to the engine alone; made when absent. */
  readonly directory: string
  /** Acknowledged inserts survive a power loss. Off only for data that is thrown away anyway. */
  readonly durable: boolean
  /** Memory for the engine; by default 60 % of what this process may use, at most 8 GiB. */
  readonly memoryBytes?: number
  readonly readyTimeoutMs?: number
  /** How a free port of the loopback interface is found. */
  readonly choosePort?: () => Promise<number>
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

const mostPorts = 3

/**
 * Starts ClickHouse as a supervised child on a loopback port of its own with a password of its own. It is started again
 * with a growing pause when it ends by itself, dies with this process, and does not see the terminal's Ctrl-C.
 *
 * @throws {ProductError} `warehouse.unsupportedPlatform`; `warehouse.startFailed` with the engine's own reason;
 * `output.notWritable`; `disk.full`.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const choosePort = options.choosePort ?? freePort
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(await choosePort(), options)
    } catch (error) {
      if (attempt === mostPorts || !isPortTaken(error)) throw error
    }
  }
}

async function startOn(port: number, options: EngineOptions): Promise<Engine> {
  const { directory, durable, memoryBytes, readyTimeoutMs = 30_000 } = options
  const password = randomBytes(24).toString('hex')
  const supervisor = new EngineSupervisor({ directory, durable, memoryBytes, readyTimeoutMs, port, password })
  await supervisor.start()
  return {
    url: `http://127.0.0.1:${port}`,
    username: engineUser,
    password,
    processId: () => supervisor.child?.pid,
    restarts: () => supervisor.restarts,
    ready: () => supervisor.ready,
    stop: () => supervisor.stop(),
  }
}

/** Between the choice of a port and the start another program may have taken it. */
function isPortTaken(error: unknown): boolean {
  if (!(error instanceof ProductError) || error.code !== 'warehouse.startFailed') return false
  return /Address already in use/.test(String(error.details['reason']))
}
