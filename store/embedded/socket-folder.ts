import {
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'

export const socketPort = 5432
const prefix = 'vitalfew-store-'
const ownerLink = 'owner'
/** The shorter of what Linux (107) and macOS (103) allow for the address of a socket. */
const longestSocketPathBytes = 103

/** A folder this young may belong to a start in another program that has not recorded it yet. */
const newbornMilliseconds = 60_000

/**
 * Makes the private folder in which the server of a store directory listens. It lies in the temporary directory
 * because the address of a socket must be short and a workspace may lie deep; the store directory records where, and
 * the folder links back, so that each can be removed when the other is gone.
 */
export function makeSocketFolder(storeDirectory: string, ownerId: number | undefined): string {
  removeSocketFolder(storeDirectory)
  const parent = shortTemporaryDirectory()
  sweep(parent)
  const folder = mkdtempSync(join(parent, prefix))
  try {
    symlinkSync(storeDirectory, join(folder, ownerLink))
    writeFileSync(recordFile(storeDirectory), `${folder}\n`, { mode: 0o600 })
    if (ownerId !== undefined) chownSync(folder, ownerId, process.getgid?.() ?? 0)
    return folder
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw cause
  }
}

/** Removes the folder that the store directory records, if it is there and ours. */
export function removeSocketFolder(storeDirectory: string): void {
  const folder = recordedFolder(storeDirectory)
  if (folder !== undefined && basename(folder).startsWith(prefix) && ownerOf(folder) === storeDirectory) {
    rmSync(folder, { recursive: true, force: true })
  }
  rmSync(recordFile(storeDirectory), { force: true })
}

/** Removes what a killed server left in its folder; it would take the process id in there for a living server's. */
export function clearSocketFolder(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true })
}

/** Removes folders whose store directory is gone, as a temporary one is after its program was killed. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = join(parent, name)
    const owner = ownerOf(folder)
    if (Date.now() - lstatSync(folder).mtimeMs < newbornMilliseconds) continue
    if (owner === undefined || recordedFolder(owner) === folder || existsButUnreadable(owner)) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The store directory a folder belongs to; undefined when the folder is not one that we made. */
function ownerOf(folder: string): string | undefined {
  try {
    const link = join(folder, ownerLink)
    return lstatSync(link).uid === process.getuid?.() ? readlinkSync(link) : undefined
  } catch {
    return undefined
  }
}

function existsButUnreadable(storeDirectory: string): boolean {
  try {
    readdirSync(storeDirectory)
    return false
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
  }
}

function recordedFolder(storeDirectory: string): string | undefined {
  try {
    return readFileSync(recordFile(storeDirectory), 'utf8').trim()
  } catch {
    return undefined
  }
}

function recordFile(storeDirectory: string): string {
  return join(storeDirectory, 'socket')
}

function shortTemporaryDirectory(): string {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'].filter((path) => existsSync(path))
  const found = candidates.find((path) => {
    const address = join(path, `${prefix}XXXXXX`, `.s.PGSQL.${socketPort}`)
    return Buffer.byteLength(address) <= longestSocketPathBytes
  })
  if (found !== undefined) return found
  throw new ProductError('store.startFailed', { reason: `no short temporary directory (${candidates.join(', ')})` })
}
