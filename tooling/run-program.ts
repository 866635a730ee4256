import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface ProgramOutput {
  readonly output: string
  readonly errors: string
  readonly succeeded: boolean
}

/** Runs a program of an installed package, with this Node and in the given folder. */
export async function runProgram(
  program: { packageName: string; bin: string },
  call: ProgramCall,
): Promise<ProgramOutput> {
  const folder = join(installed, program.packageName)
  const command = [join(folder, binPath(folder, program.bin)), ...call.options]
  // Programs that start others by `#!/usr/bin/env node` shall find this Node as well.
  const env = { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` }
  try {
    const { stdout, stderr } = await execute(process.execPath, command, { cwd: call.folder, env, maxBuffer: 2 ** 28 })
    return { output: stdout, errors: stderr, succeeded: true }
  } catch (error) {
    if (!hasOutput(error)) throw error
    return { output: error.stdout, errors: error.stderr, succeeded: false }
  }
}

export interface ProgramCall {
  readonly folder: string
  readonly options: readonly string[]
}

const execute = promisify(execFile)

const installed = join(import.meta.dirname, '..', 'node_modules')

function binPath(folder: string, bin: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const bins = typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : undefined
  if (typeof bins === 'string') return bins
  const named: ReadonlyMap<string, unknown> = new Map(Object.entries(bins ?? {}))
  const path = named.get(bin)
  if (typeof path !== 'string') throw new Error(`${folder} has no program ${bin}`)
  return path
}

/** A program that ran and failed; one that could not be started has no output and stays an error. */
function hasOutput(error: unknown): error is Error & { stdout: string; stderr: string } {
  return (
    error instanceof Error &&
    'stdout' in error &&
    'stderr' in error &&
    'code' in error &&
    typeof error.code === 'number'
  )
}
