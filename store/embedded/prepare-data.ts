import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  closeSync,
  fsyncSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { freeBytes } from './disk-space.ts'
import { launchServer, serverPath, type ServerPlace } from './launch-server.ts'
import { logSize } from './server-log.ts'
import { startFailure } from './start-failure.ts'

export const administrator = 'postgres'

/** A new data directory takes 40 MB, and its log of changes grows at once. */
const newDataBytes = 100_000_000

/**
 * Makes the data directory at the first start, whole or not at all, and sees to it that it is of this version and
 * belongs to who will run the server.
 *
 * The default collation is the server's own C.UTF-8: text sorts by code point and letters have the case that Unicode
 * gives each by itself, the same on every machine, so that an upgrade of the system's C library or ICU cannot break an
 * index. Where people read a sorted list the query names a collation (`zh-x-icu`).
 */
export async function prepareData(
  place: ServerPlace,
  options: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  const data = join(place.storeDirectory, 'data')
  giveTo(place.storeDirectory, place.runAs.ownerId)
  if (!existsSync(join(data, 'PG_VERSION'))) return initialise(place, options)
  checkVersion(data, place.binaries.majorVersion)
  // A copy may have been made with wider permissions, which the server refuses.
  chmodSync(data, 0o700)
}

async function initialise(
  place: ServerPlace,
  { password, durable }: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  if (freeBytes(place.storeDirectory) < newDataBytes)
    throw new ProductError('disk.full', { path: place.storeDirectory })
  const passwordFile = join(place.storeDirectory, 'password.new')
  rmSync(join(place.storeDirectory, 'data.new'), { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.runAs.ownerId !== undefined) chownSync(passwordFile, place.runAs.ownerId, process.getgid?.() ?? 0)
  try {
    await runInitdb(place, [
      `--pgdata=${serverPath(place, 'data.new')}`,
      `--pwfile=${serverPath(place, 'password.new')}`,
      `--username=${administrator}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth-local=scram-sha-256',
      '--auth-host=reject',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(join(place.storeDirectory, 'data.new'), join(place.storeDirectory, 'data'))
  syncDirectory(place.storeDirectory)
}

async function runInitdb(place: ServerPlace, options: readonly string[]): Promise<void> {
  const logBytes = logSize(place.logFile)
  const child = launchServer(place, [place.binaries.initdb, ...options])
  await once(child, 'exit')
  if (child.exitCode !== 0) throw startFailure({ ...place, child, logBytes })
}

function checkVersion(data: string, supported: number): void {
  const found = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'))
  if (found > supported) throw new ProductError('workspace.newerVersion', { path: data, found, supported })
  if (found === supported) return
  throw new ProductError('store.startFailed', { reason: `${data} was written by PostgreSQL ${found}` })
}

/** The top goes last: as long as it has the old owner, a start that was cut off begins again. */
function giveTo(path: string, ownerId: number | undefined): void {
  if (ownerId === undefined || lstatSync(path).uid === ownerId) return
  const group = process.getgid?.() ?? 0
  const give = (entry: string): void => {
    if (lstatSync(entry).isDirectory()) for (const name of readdirSync(entry)) give(join(entry, name))
    lchownSync(entry, ownerId, group)
  }
  give(path)
}

function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  fsyncSync(directory)
  closeSync(directory)
}
