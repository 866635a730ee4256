import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Check } from './check.ts'
import { findingText, type Finding } from './finding.ts'
import type { Repository } from './repository.ts'

export interface VerificationSurroundings {
  readonly repository: Repository
  readonly print: (line: string) => void
}

/** Checks that start programs of their own run beside each other; the others in turn, since they share this thread. */
export interface Checks {
  readonly programs: readonly Check[]
  readonly readers: readonly Check[]
}

/** Findings printed for one check; whoever mends these sees the rest. */
const shownFindings = 60

/** Runs checks, prints each as it ends with what it found, and says how many failed. */
export async function verification(checks: Checks, surroundings: VerificationSurroundings): Promise<number> {
  const start = performance.now()
  const programs = checks.programs.map((check) => runCheck(check, surroundings))
  const readers: boolean[] = []
  for (const check of checks.readers) {
    await setImmediate() // so that a program's end is noticed, and its time is its own
    readers.push(await runCheck(check, surroundings))
  }
  const passed = [...(await Promise.all(programs)), ...readers]
  const failures = passed.filter((one) => !one).length
  const verdict = failures === 0 ? 'all passed' : `${failures} failed`
  surroundings.print(`\n${passed.length} checks, ${verdict}, ${seconds(start)}`)
  return failures
}

async function runCheck({ name, run }: Check, { repository, print }: VerificationSurroundings): Promise<boolean> {
  const start = performance.now()
  const findings = await findingsOf(() => run(repository))
  const passed = findings.length === 0
  print(`${passed ? '✓' : '✗'} ${name.padEnd(16)} ${seconds(start)}${passed ? '' : `  ${findings.length} to mend`}`)
  for (const finding of findings.slice(0, shownFindings)) print(`    ${findingText(finding)}`)
  if (findings.length > shownFindings) print(`    and ${findings.length - shownFindings} more`)
  return passed
}

/** A check that breaks has not passed. */
async function findingsOf(run: () => ReturnType<Check['run']>): Promise<readonly Finding[]> {
  try {
    return await run()
  } catch (error) {
    return [
      {
        path: '.',
        line: 0,
        message: `the check itself failed: ${error instanceof Error ? error.stack : String(error)}`,
      },
    ]
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2).padStart(6)} s`
}
