import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Measured {
  /** Wall seconds by step, in order, as the program itself reported them. */
  readonly steps: Readonly<Record<string, number>>
  readonly seconds: number
  /** Highest sum of resident memory over the program and its children, sampled. */
  readonly peakMiB: number
}

/** Runs a program of this folder in a process of its own and watches its memory and that of its children. */
export async function measured(program: string, words: readonly string[]): Promise<Measured> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const started = performance.now()
  const child = spawn(process.execPath, [path, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, familyKiB(child.pid ?? 0))
  }, 50)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  const steps = JSON.parse(out) as Record<string, number>
  return { steps, seconds: (performance.now() - started) / 1000, peakMiB: peak / 1024 }
}

/** Resident memory of a process and everything below it. */
function familyKiB(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8')
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
    const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').trim()
    return children === '' ? own : children.split(' ').reduce((sum, child) => sum + familyKiB(Number(child)), own)
  } catch {
    return 0
  }
}

/** Middle of several runs. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
