import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { connectWarehouse, type Warehouse } from '../connect.ts'
import { defineQuery } from '../query.ts'

const program = join(import.meta.dirname, 'hold-engine.fixture.ts')

export const asRoot = process.getuid?.() === 0
/** The number of an unprivileged account on every system here. */
export const nobody = 65_534

export interface EngineHolder {
  readonly holder: ChildProcess
  readonly answer: Readonly<Record<string, unknown>>
}

/** Starts the program that holds an engine, in a process group of its own, and waits for what it says. */
export async function holdEngine(
  words: readonly string[],
  options: { readonly userId?: number } = {},
): Promise<EngineHolder> {
  const user = options.userId === undefined ? {} : { uid: options.userId, gid: options.userId }
  const holder = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    detached: true,
    ...user,
  })
  for await (const line of createInterface({ input: holder.stdout })) return { holder, answer: answerOf(line) }
  throw new Error('the holder ended without an answer')
}

export async function killed(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exit = once(process, 'exit')
  process.kill('SIGKILL')
  await exit
}

/** Milliseconds until a process is gone; at most five seconds. */
export async function millisecondsUntilGone(processId: number): Promise<number> {
  const start = performance.now()
  while (isRunning(processId) && performance.now() - start < 5_000) await sleep(5)
  return performance.now() - start
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    // A dead child that nobody has asked after is still there in name.
    const status = `/proc/${processId}/status`
    return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
  } catch {
    return false
  }
}

/** A connection to an engine of which no more is known than how to log in. */
export function connectTo(login: { readonly url: unknown; readonly password: unknown }): Warehouse {
  return connectWarehouse({
    url: String(login.url),
    username: 'vitalfew',
    password: String(login.password),
    database: 'default',
  })
}

/** The first column of the first row, as a number. */
export async function numberFrom(warehouse: Warehouse, expression: string): Promise<number | undefined> {
  const query = defineQuery({
    name: 'number',
    parameters: z.object({}),
    row: z.object({ number: z.number() }),
    sql: `SELECT toFloat64(${expression}) AS number`,
  })
  return (await warehouse.rows(query, {}))[0]?.number
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
