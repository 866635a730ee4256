import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('bin/vitalfew.mjs', import.meta.url))

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunProgram {
  readonly cwd: string
  readonly environment?: Readonly<Record<string, string>>
  /** Called with the running process, to send it signals. */
  readonly whileRunning?: (kill: (signal: NodeJS.Signals) => void) => void
  /** Called with everything written to standard error so far. */
  readonly onComplaint?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs the program as its user does: the installed command, in a process of its own. */
export function runProgram(words: readonly string[], options: RunProgram): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: options.cwd,
      env: { PATH: process.env['PATH'], HOME: options.cwd, TMPDIR: options.cwd, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
      options.onComplaint?.(err, (signal) => child.kill(signal))
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
    options.whileRunning?.((signal) => child.kill(signal))
  })
}

/** Leaves out of an analysis what a test does not look at: a third of its time. */
export const briefly = ['--without', 'segments,behaviour,backtest'] as const

/** A folder for one test, with Chinese and a space in its name; `remove` takes it away. */
export function testFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'vitalfew test 客户 '))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Real data sets beside the repository, where the machine has them. */
export const realData = resolve(fileURLToPath(new URL('../../shared/data', import.meta.url)))
export const hasRealData = existsSync(realData)
