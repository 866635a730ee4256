import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { serversOf } from './server-processes.ts'

const program = join(import.meta.dirname, 'hold-store.fixture.ts')

export const asRoot = process.getuid?.() === 0
/** The number of an unprivileged account on every system here. */
export const nobody = 65_534

export interface StoreHolder {
  readonly holder: ChildProcess
  readonly answer: Readonly<Record<string, unknown>>
}

/** Starts the program that holds a store, and waits for what it says. */
export async function holdStore(words: readonly string[], userId?: number): Promise<StoreHolder> {
  const user = userId === undefined ? {} : { uid: userId, gid: userId }
  const holder = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'], ...user })
  for await (const line of createInterface({ input: holder.stdout })) return { holder, answer: answerOf(line) }
  throw new Error('the holder ended without an answer')
}

export async function killed(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exit = once(process, 'exit')
  process.kill('SIGKILL')
  await exit
}

/** Ends the program as `killed` does and removes what a later start would sweep away. */
export async function discard({ holder, answer }: StoreHolder): Promise<void> {
  await killed(holder)
  if (typeof answer['host'] === 'string') rmSync(answer['host'], { recursive: true, force: true })
}

/** Milliseconds until no server process works in a data directory; at most five seconds. */
export async function millisecondsUntilGone(dataDirectory: string): Promise<number> {
  const start = performance.now()
  while (serversOf(dataDirectory).length > 0 && performance.now() - start < 5_000) await sleep(10)
  return performance.now() - start
}

/** Whether an account without rights can run Node and the product from where they are installed. */
export function everybodyCanRun(): boolean {
  return process.platform === 'linux' && [program, process.execPath].every(everybodyReaches)
}

function everybodyReaches(path: string): boolean {
  const found = statSync(path)
  const needed = found.isDirectory() ? 0o005 : 0o004
  return (found.mode & needed) === needed && (path === '/' || everybodyReaches(dirname(path)))
}

function answerOf(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null) throw new TypeError(line)
  return Object.fromEntries(Object.entries(value))
}
