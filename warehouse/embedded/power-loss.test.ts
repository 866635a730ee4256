import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { connectTo } from './engine-holder.fixture.ts'
import { defineQuery } from '../query.ts'
import type { Warehouse } from '../connect.ts'
import { startEngine } from './start-engine.ts'

// A file system in a file. What the engine has not forced out of memory is not in the file, so a copy of the file is
// what a disk holds when the power fails.

let place = ''
let mounts: string[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'engine power ')))
})

afterEach(() => {
  for (const mount of mounts) spawnSync('umount', ['--lazy', mount])
  mounts = []
  rmSync(place, { recursive: true, force: true })
})

describe.skipIf(!mayMount())('when the power fails in the middle of inserts', () => {
  test('no acknowledged insert is lost, and none is there in part', async () => {
    const { acknowledged, found } = await powerLoss({ durable: true })
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(acknowledged.filter((batch) => found.get(batch) !== 40)).toEqual([])
    expect([...found.values()].filter((rows) => rows !== 40)).toEqual([])
  })

  test('without durability this very test finds losses', async () => {
    const { acknowledged, found } = await powerLoss({ durable: false })
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(acknowledged.filter((batch) => found.get(batch) !== 40).length).toBeGreaterThan(0)
  })
})

interface Survived {
  readonly acknowledged: readonly number[]
  /** Rows found of each batch. */
  readonly found: ReadonlyMap<number, number>
}

async function powerLoss({ durable }: { readonly durable: boolean }): Promise<Survived> {
  const image = join(place, 'disk')
  execFileSync('truncate', ['--size=300M', image])
  execFileSync('mkfs.ext4', ['-q', image])
  const directory = join(mounted(image), 'engine')
  const engine = await startEngine({ directory, durable, memoryBytes: 2 ** 30 })
  const warehouse = connectTo(engine)
  const acknowledged: number[] = []
  try {
    await warehouse.command(
      `CREATE TABLE written (batch UInt32, filling String) ENGINE = MergeTree PARTITION BY batch % 2 ORDER BY batch
       SETTINGS non_replicated_deduplication_window = 1000`,
      'create',
    )
    let isWriting = true
    const writing = writeWhile(warehouse, acknowledged, () => isWriting)
    await sleep(1_500)
    // Halted, so that what is copied is one moment of the disk.
    process.kill(Number(engine.processId()), 'SIGSTOP')
    const before = [...acknowledged]
    execFileSync('cp', ['--sparse=always', image, `${image}.copy`])
    isWriting = false
    process.kill(Number(engine.processId()), 'SIGCONT')
    await writing
    return { acknowledged: before, found: await rowsOn(mounted(`${image}.copy`)) }
  } finally {
    await warehouse.close()
    await engine.stop()
  }
}

async function writeWhile(warehouse: Warehouse, acknowledged: number[], goesOn: () => boolean): Promise<void> {
  for (let batch = 1; goesOn(); batch += 1) {
    const bytes = Buffer.from(`${batch}\t${'x'.repeat(100)}\n`.repeat(20) + `${batch}\t\n`.repeat(20))
    await warehouse.insert({ name: 'write', sql: 'INSERT INTO written FORMAT TSV', token: `b${batch}` }, bytes)
    acknowledged.push(batch)
  }
}

async function rowsOn(disk: string): Promise<ReadonlyMap<number, number>> {
  const written = defineQuery({
    name: 'written',
    parameters: z.object({}),
    row: z.object({ batch: z.int(), rows: z.int() }),
    sql: 'SELECT batch, count() AS rows FROM written GROUP BY batch',
  })
  const engine = await startEngine({ directory: join(disk, 'engine'), durable: true, memoryBytes: 2 ** 30 })
  const warehouse = connectTo(engine)
  try {
    const rows = await warehouse.rows(written, {}).catch(() => [])
    return new Map(rows.map(({ batch, rows: count }) => [batch, count]))
  } finally {
    await warehouse.close()
    await engine.stop()
  }
}

function mounted(image: string): string {
  const directory = `${image} mounted`
  mkdirSync(directory)
  execFileSync('mount', ['-o', 'loop', image, directory])
  mounts.push(directory)
  return directory
}

/** Root in a full machine may mount; root in most containers may not. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false
  const probe = mkdtempSync(join(tmpdir(), 'mount '))
  const image = join(probe, 'image')
  const commands = [
    ['truncate', '--size=8M', image],
    ['mkfs.ext4', '-q', image],
    ['mount', '-o', 'loop', image, probe],
    ['umount', probe],
  ]
  const works = commands.every(([program = '', ...rest]) => spawnSync(program, rest).status === 0)
  rmSync(probe, { recursive: true, force: true })
  return works
}
