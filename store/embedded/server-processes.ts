import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const processTable = '/proc'

/**
 * Whether a process id belongs to a PostgreSQL that works in this data directory (a real path). A number alone proves
 * nothing: after a restart of the machine or in a container another program has it.
 */
export function isServerOf(dataDirectory: string, processId: number): boolean {
  if (!existsSync(`${processTable}/self`)) return nameOfProcess(processId) === 'postgres'
  try {
    return readlinkSync(`${processTable}/${processId}/cwd`) === dataDirectory
  } catch {
    // Gone, a zombie, or another user's. Of another user's process the name can still be read.
    return isForeign(processId) && readName(processId) === 'postgres'
  }
}

/** Every process of PostgreSQL in the data directory; where the system has no process table, none can be told. */
export function serversOf(dataDirectory: string): number[] {
  if (!existsSync(`${processTable}/self`)) return []
  return readdirSync(processTable)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((processId) => workingDirectory(processId) === dataDirectory && readName(processId) === 'postgres')
}

function workingDirectory(processId: number): string | undefined {
  try {
    return readlinkSync(`${processTable}/${processId}/cwd`)
  } catch {
    return undefined
  }
}

function isForeign(processId: number): boolean {
  try {
    readlinkSync(`${processTable}/${processId}/cwd`)
    return false
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EACCES'
  }
}

function readName(processId: number): string {
  try {
    return readFileSync(`${processTable}/${processId}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

function nameOfProcess(processId: number): string {
  try {
    const command = execFileSync('/bin/ps', ['-p', String(processId), '-o', 'comm='], { encoding: 'utf8' })
    return command.trim().split('/').at(-1) ?? ''
  } catch {
    return ''
  }
}
