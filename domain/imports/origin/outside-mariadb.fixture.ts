import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import mysql from 'mysql2/promise'
import { freePort } from '@vitalfew/warehouse/embedded/free-port.ts'

/** A MariaDB that belongs to nobody here, reached over TCP. */
export interface OutsideMariadb {
  readonly port: number
  /** Without the password, which is `outsideMariadbPassword`. */
  readonly url: (database: string) => string
  readonly run: (...statements: string[]) => Promise<void>
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const outsideMariadbPassword = "an outside 密码 '@"

const program = '/usr/sbin/mariadbd'
const tables = ['mysql_system_tables.sql', 'mysql_system_tables_data.sql'].map((name) => join('/usr/share/mysql', name))

/** Whether this machine has a MariaDB to try with (Debian: mariadb-server-core). */
export const hasMariadb = [program, ...tables].every((path) => existsSync(path))

/** Its tables are kept without logs of transactions, which take seconds to make. */
const options = ['--no-defaults', '--skip-innodb', '--default-storage-engine=Aria', '--skip-log-bin']

/** @param more options of the server, such as the certificate it shows. */
export async function startOutsideMariadb(...more: string[]): Promise<OutsideMariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'outside-mariadb-'))
  mkdirSync(join(folder, 'data'))
  const data = [`--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`, '--lc-messages-dir=/usr/share/mysql']
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  const statements = tables.map((path) => readFileSync(path, 'utf8')).join('\n')
  const made = spawnSync(program, [...options, ...data, ...asRoot, '--bootstrap'], {
    input: `CREATE DATABASE mysql;\nUSE mysql;\n${statements}`,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`bootstrap: ${made.stderr.slice(-1000)}`)
  const first = join(folder, 'first.sql')
  const password = outsideMariadbPassword.replaceAll("'", "''")
  const who = `'owner'@'%' IDENTIFIED BY '${password}'`
  writeFileSync(first, `CREATE USER ${who};\nGRANT ALL ON *.* TO 'owner'@'%';\nCREATE DATABASE shop;\n`)
  const port = await freePort()
  const where = [
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 'socket')}`,
    `--init-file=${first}`,
  ]
  const server = spawn(program, [...options, ...data, ...asRoot, ...where, '--character-set-server=utf8mb4', ...more], {
    stdio: 'ignore',
  })
  const run = async (...asked: string[]): Promise<void> => {
    const connection = await mysql.createConnection({
      host: '127.0.0.1',
      port,
      user: 'owner',
      password: outsideMariadbPassword,
      database: 'shop',
      charset: 'utf8mb4',
    })
    try {
      for (const statement of asked) await connection.query(statement)
    } finally {
      await connection.end()
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill(signal)
    await once(server, 'exit')
  }
  await answers(run)
  return {
    port,
    url: (database) => `mysql://owner:{env:MYSQL_SECRET}@127.0.0.1:${port}/${database}`,
    run,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(run: OutsideMariadb['run']): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const asked = await run('SELECT 1').then(
      () => true,
      () => false,
    )
    if (asked) return
    await pause(100)
  }
  throw new Error('the server did not answer')
}
