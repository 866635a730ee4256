import { readFileSync, renameSync, rmSync, statSync } from 'node:fs'

const longestLogBytes = 4_000_000

/** Keeps the log and one predecessor, each of a bounded size. */
export function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= longestLogBytes) return
  rmSync(`${file}.old`, { force: true })
  renameSync(file, `${file}.old`)
}

export function logSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** The line that says best why a program ended. */
export function lastComplaint(log: string): string {
  const lines = log.trim().split('\n')
  const line = lines.findLast((candidate) => /FATAL|PANIC|error/i.test(candidate)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?\b(FATAL|PANIC):\s+/, '')
}

/** What was written after the log had the given size. */
export function logAfter(file: string, sinceBytes: number): string {
  try {
    return readFileSync(file).subarray(sinceBytes).toString('utf8')
  } catch {
    return ''
  }
}
