import type { Finding } from './finding.ts'
import type { ProgramOutput } from './run-program.ts'

/** A program that failed without a finding has a trouble of its own, which must not pass for success. */
export function silentFailure(program: string, { succeeded, output, errors }: ProgramOutput): Finding[] {
  if (succeeded) return []
  return [{ path: '.', line: 0, message: `${program} failed: ${(errors || output).trim().slice(0, 2000)}` }]
}
