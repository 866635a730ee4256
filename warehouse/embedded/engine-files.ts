import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NodeOfCluster, serverConfig, usersConfig } from './engine-config.ts'
import { memoryLimitBytes } from './memory-limit.ts'

export interface EngineFiles {
  readonly data: string
  readonly config: string
  readonly users: string
  readonly log: string
}

/** Where an engine keeps what: its directory belongs to it alone. */
export function engineFiles(directory: string): EngineFiles {
  return {
    data: join(directory, 'data'),
    config: join(directory, 'config.xml'),
    users: join(directory, 'users.xml'),
    log: join(directory, 'engine.log'),
  }
}

const defaultShare = 0.6
const defaultMostBytes = 8 * 2 ** 30

/**
 * Makes the directory and writes the configuration of one start. Whatever lies there is replaced: it is the leftover of
 * a killed engine, or of another start in the same directory that is about to fail.
 */
export function writeEngineFiles(
  files: EngineFiles,
  options: {
    readonly password: string
    readonly durable: boolean
    readonly memoryBytes: number | undefined
    readonly node?: NodeOfCluster | undefined
  },
): void {
  const { password, durable, node } = options
  const memoryBytes = options.memoryBytes ?? Math.min(memoryLimitBytes() * defaultShare, defaultMostBytes)
  mkdirSync(files.data, { recursive: true, mode: 0o700 })
  for (const leftover of [files.config, files.users]) rmSync(leftover, { force: true })
  writeFileSync(files.users, usersConfig({ password, memoryBytes }), { mode: 0o600 })
  const config = { dataDirectory: files.data, usersFile: files.users, password, memoryBytes, durable, node }
  writeFileSync(files.config, serverConfig(config), { mode: 0o600 })
}

const longestLogBytes = 2 ** 20

/** Where the log of the next start begins. What earlier ones wrote stays, so that a crash can still be read about. */
export function beginLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= longestLogBytes) return size
  rmSync(file)
  return 0
}
