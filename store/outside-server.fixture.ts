import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { runAs } from './embedded/run-as.ts'
import { type ServerBinaries, serverBinaries } from './embedded/server-binaries.ts'

/** A PostgreSQL that belongs to nobody here: started beside the program, reached by URL over TCP. */
export interface OutsideServer {
  readonly url: (database: string) => string
  readonly createDatabase: (name: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export interface OutsideBinaries extends ServerBinaries {
  readonly title: string
}

/** The server that comes along, and those that the machine has, from version 15 on. */
export function outsideBinaries(): OutsideBinaries[] {
  const own = serverBinaries(join(tmpdir(), 'vitalfew-store-libraries'))
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).map(Number) : []
  const installed = versions
    .filter((version) => version >= 15)
    .map((majorVersion) => ({
      initdb: `${root}/${majorVersion}/bin/initdb`,
      postgres: `${root}/${majorVersion}/bin/postgres`,
      majorVersion,
      environment: {},
      title: `PostgreSQL ${majorVersion} of this machine`,
    }))
    .filter(({ postgres }) => existsSync(postgres))
  return [{ ...own, title: `PostgreSQL ${own.majorVersion} from npm` }, ...installed]
}

export async function startOutsideServer(binaries: ServerBinaries): Promise<OutsideServer> {
  const folder = mkdtempSync(join(tmpdir(), 'outside-store-'))
  const { prefix, account, ownerId } = runAs(binaries, { dataDirectory: join(folder, 'data') })
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, 'an outside password')
  if (ownerId !== undefined) for (const path of [folder, passwordFile]) chownSync(path, ownerId, ownerId)
  const user = account === undefined ? {} : { uid: account.userId, gid: account.groupId }
  const options = { ...user, env: { LC_ALL: 'C', ...binaries.environment }, cwd: '/' }
  const [data, port] = [join(folder, 'data'), await freePort()]
  const initdb = [binaries.initdb, '-D', data, '-U', 'owner', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-N']
  const made = runSync([...prefix, ...initdb, '--encoding=UTF8', '--locale=C'], options)
  if (made !== '') throw new Error(`initdb: ${made}`)
  const server = run(
    [...prefix, binaries.postgres, '-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
    options,
  )
  const url = (database: string): string => `postgres://owner:an%20outside%20password@127.0.0.1:${port}/${database}`
  await answers(url('postgres'))
  return {
    url,
    createDatabase: (name) => onServer(url('postgres'), `CREATE DATABASE ${name}`),
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGINT')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface SpawnOptions {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly uid?: number
  readonly gid?: number
}

function run([program = '', ...words]: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(program, words, { ...options, stdio: 'ignore' })
}

/** What the program complained of; '' where it did its work. */
function runSync([program = '', ...words]: readonly string[], options: SpawnOptions): string {
  const { status, stderr } = spawnSync(program, words, { ...options, encoding: 'utf8' })
  return status === 0 ? '' : stderr
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const asked = await onServer(url, 'SELECT 1').then(
      () => true,
      () => false,
    )
    if (asked) return
    await pause(100)
  }
  throw new Error('the server did not answer')
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end()
  }
}
