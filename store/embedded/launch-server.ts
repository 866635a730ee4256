import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RunAs } from './run-as.ts'
import type { ServerBinaries } from './server-binaries.ts'

const childProgram = fileURLToPath(new URL('server-child.ts', import.meta.url))

export interface ServerPlace {
  readonly binaries: ServerBinaries
  readonly runAs: RunAs
  readonly storeDirectory: string
  readonly logFile: string
  readonly endsWithParent: EndsWithParent
}

/**
 * Who ends the server when this process is killed: the kernel, which only Linux can be asked for, or a small process
 * that stays between the two.
 */
export type EndsWithParent = 'kernel' | 'watcher'

/**
 * How a program of the server names a directory within the store directory. Another user need not be allowed to walk
 * the path to it (a home directory of mode 0700), so such a user gets it as an open file, number 3.
 */
export function serverPath({ runAs, storeDirectory }: ServerPlace, name: string): string {
  return `${passesDirectory(runAs) ? '/proc/self/fd/3' : storeDirectory}/${name}`
}

function passesDirectory(runAs: RunAs): boolean {
  return runAs.account !== undefined && process.platform === 'linux'
}

/** Starts a program of the server that ends with this process, apart from the terminal and its Ctrl-C. */
export function launchServer(place: ServerPlace, command: readonly string[]): ChildProcess {
  const { binaries, runAs, storeDirectory, logFile, endsWithParent } = place
  const log = openSync(logFile, 'a', 0o600)
  const directory = passesDirectory(runAs) ? openSync(storeDirectory, 'r') : undefined
  try {
    return spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        childProgram,
        endsWithParent,
        String(process.pid),
        String(runAs.account?.userId ?? ''),
        String(runAs.account?.groupId ?? ''),
        ...runAs.prefix,
        ...command,
      ],
      {
        // Only what the programs need: settings must not come in through the environment.
        env: { LC_ALL: 'C', TZ: 'UTC', ...binaries.environment },
        stdio: [
          endsWithParent === 'kernel' ? 'ignore' : 'pipe',
          log,
          log,
          ...(directory === undefined ? [] : [directory]),
        ],
        cwd: '/',
        detached: true,
      },
    )
  } finally {
    closeSync(log)
    if (directory !== undefined) closeSync(directory)
  }
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}

/** How a program ended, for the case that it said nothing. */
export function endOf(child: ChildProcess | undefined): string {
  if (child?.pid === undefined) return 'the program could not be started'
  if (!hasEnded(child)) return 'no answer in time'
  return child.signalCode === null ? `exit code ${child.exitCode}` : `ended by ${child.signalCode}`
}
