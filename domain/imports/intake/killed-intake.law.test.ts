import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { afterAll, expect, test } from 'vitest'
import { clearLeftovers, importTables } from '../commit/import-log.query.ts'
import { currentRecords } from '../kinds/current-records.query.ts'
import { importLog } from '../log/import-log.ts'
import { salesThatCount } from './taken-in.fixture.ts'

const program = fileURLToPath(new URL('intake-worker.fixture.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'killed intake '))
const [directory, folder] = [join(place, 'warehouse'), join(place, 'files')]
mkdirSync(folder)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** How often the program is killed; more where somebody has the time. */
const kills = Number(process.env['INTAKE_KILLS'] ?? 3)

/** What was said to be done, and what was begun and not said to be done. */
interface Told {
  readonly done: readonly string[]
  readonly begun: string | undefined
}

/** Lets the program work for a while and kills it, engine and all, wherever it is. */
function workUntilKilled(round: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, directory, folder, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const done: string[] = []
    let begun: string | undefined
    let timer: NodeJS.Timeout | undefined
    createInterface({ input: child.stdout }).on('line', (line) => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 2_500)
      if (line.startsWith('begin ')) begun = line.slice(6)
      else if (begun !== undefined) {
        done.push(begun)
        begun = undefined
      }
    })
    child.once('error', reject)
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve({ done, begun })
      else reject(new Error('the program ended by itself'))
    })
  })
}

function after(current: ReadonlySet<string>, steps: readonly string[]): Set<string> {
  const files = new Set(current)
  for (const step of steps) {
    const [action = '', file = ''] = step.split(' ')
    if (action === 'undo') files.delete(file)
    else files.add(file)
  }
  return files
}

test(
  'killed at any moment, what was acknowledged is there, nothing else is, and log and rows agree',
  { timeout: 60_000 + kills * 60_000 },
  async () => {
    let current = new Set<string>()
    for (let round = 0; round < kills; round += 1) {
      const { done, begun } = await workUntilKilled(round)
      const acknowledged = after(current, done)
      const possible = [acknowledged, after(acknowledged, begun === undefined ? [] : [begun])].map((files) =>
        [...files].toSorted(),
      )
      const { warehouse, close } = await openEmbeddedWarehouse({ directory, durable: true })
      try {
        const log = await importLog(warehouse)
        const found = log.filter(({ state }) => state === 'current').map(({ file }) => file)
        expect(possible).toContainEqual(found.toSorted())
        current = new Set(found)
        const sales = found.filter((file) => file.startsWith('S'))
        const lines = sales.flatMap((file) => [`${file} 2025-01-01 10 - `, `${file} 2025-01-02 20 - `])
        expect((await salesThatCount(warehouse)).toSorted()).toEqual(lines.toSorted())
        const contacts = (await currentRecords(warehouse, 'contacts')).map(({ customer }) => String(customer))
        expect(contacts.toSorted()).toEqual(found.filter((file) => file.startsWith('R')).toSorted())
        await clearLeftovers(warehouse)
        const known = new Set(log.map(({ id }) => String(id)))
        expect((await warehouse.partitions(importTables)).filter((partition) => !known.has(partition))).toEqual([])
      } finally {
        await close()
      }
    }
  },
)
