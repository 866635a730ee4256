import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ServerBinaries } from './server-binaries.ts'

/** PostgreSQL refuses to run as root; these are the ways around. */
export type RootWay = 'userNamespace' | 'otherUser'

export interface RunAs {
  /** Put before the server's command line. */
  readonly prefix: readonly string[]
  /** The user to drop to; undefined when the process keeps its own. */
  readonly account: Account | undefined
  /** Who must own the files of the server, seen from here; undefined when that is nobody's question. */
  readonly ownerId: number | undefined
}

export interface Account {
  readonly userId: number
  readonly groupId: number
}

const asMyself: RunAs = { prefix: [], account: undefined, ownerId: undefined }

/**
 * How the server can be run here. As an ordinary user: as that user. As root: in a user namespace, in which root has
 * another number (its files stay root's), or, where the system forbids that, as an unprivileged user. Data which
 * belongs to an ordinary user already stays with that user.
 *
 * @throws {ProductError} `store.startFailed` when root has no way.
 */
export function runAs(
  binaries: ServerBinaries,
  options: { readonly dataDirectory: string; readonly rootWays?: readonly RootWay[] | undefined },
): RunAs {
  if (process.getuid?.() !== 0) return asMyself
  const owner = ownerOf(options.dataDirectory)
  const account = owner ?? ordinaryAccount()
  const ways: readonly RootWay[] =
    options.rootWays ?? (owner === undefined ? ['userNamespace', 'otherUser'] : ['otherUser', 'userNamespace'])
  const reasons: string[] = []
  for (const way of ways) {
    const candidate = account === undefined ? undefined : candidateFor(way, account)
    if (candidate === undefined) continue
    const refusal = tryOut(candidate, binaries)
    if (refusal === undefined) return candidate
    reasons.push(`${way}: ${refusal}`)
  }
  throw new ProductError('store.startFailed', {
    reason: `PostgreSQL does not run as root, and nobody else could run it (${reasons.join('; ')})`,
    remedy: 'start as an ordinary user, or name a PostgreSQL server by URL',
  })
}

function candidateFor(way: RootWay, account: Account): RunAs | undefined {
  if (way === 'otherUser') return { prefix: [], account, ownerId: account.userId }
  const unshare = ['/usr/bin/unshare', '/bin/unshare'].find((path) => existsSync(path))
  if (unshare === undefined) return undefined
  // The number must be one that has a name: initdb looks it up.
  const map = [`--map-user=${account.userId}`, `--map-group=${account.groupId}`]
  return { prefix: [unshare, '--user', ...map, '--'], account: undefined, ownerId: 0 }
}

/** Why the server's program does not even say its version this way; undefined when it does. */
function tryOut({ prefix, account }: RunAs, binaries: ServerBinaries): string | undefined {
  const [program, ...rest] = [...prefix, binaries.postgres, '--version']
  if (program === undefined) return 'no program'
  const user = account === undefined ? {} : { uid: account.userId, gid: account.groupId }
  const result = spawnSync(program, rest, {
    env: binaries.environment,
    encoding: 'utf8',
    cwd: '/',
    timeout: 10_000,
    ...user,
  })
  if (result.status === 0) return undefined
  return result.error?.message ?? result.stderr.trim().split('\n').at(-1) ?? 'failed'
}

function ownerOf(path: string): Account | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.uid === 0 ? undefined : { userId: found.uid, groupId: found.gid }
}

/** An account without power that exists on this machine: `postgres`, else `nobody`, else any that is not root. */
export function ordinaryAccount(accountsFile = '/etc/passwd'): Account | undefined {
  const accounts = existsSync(accountsFile) ? readFileSync(accountsFile, 'utf8').split('\n').map(parseAccount) : []
  const ordinary = accounts.filter((account) => account !== undefined && account.userId > 0 && account.groupId > 0)
  const found =
    ordinary.find((account) => account?.name === 'postgres') ??
    ordinary.find((account) => account?.name === 'nobody') ??
    ordinary[0]
  return found === undefined ? undefined : { userId: found.userId, groupId: found.groupId }
}

function parseAccount(line: string): (Account & { name: string }) | undefined {
  const [, name, user, group] = /^([^:#]+):[^:]*:(\d+):(\d+):/.exec(line) ?? []
  return name === undefined ? undefined : { name, userId: Number(user), groupId: Number(group) }
}
