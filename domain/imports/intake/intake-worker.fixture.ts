import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { restoreImport, withdrawImport } from '../commit/withdraw-import.ts'
import { importLog } from '../log/import-log.ts'
import { importRecords } from './import-records.ts'
import { importSales } from './import-sales.ts'

/**
 * A program for the tests: imports, undoes and puts back in a warehouse, at random, until it is killed. It says on one line
 * of its output what it is about to do, and on another one when it has been done.
 * `node intake-worker.fixture.ts <warehouse> <files> <round>`
 */
const [directory = '', folder = '', round = ''] = process.argv.slice(2)

const { warehouse } = await openEmbeddedWarehouse({ directory, durable: true })
const nothing = { settings: {}, origin: null, acceptDrift: false, isPreview: false, locale: 'en' } as const

/** The lines that a file of this name holds, in few words. */
const cheap = (name: string): string => `Customer,Date,Amount\n${name},2025-01-01,10\n${name},2025-01-02,20\n`

for (let step = 0; ; step += 1) {
  const log = await importLog(warehouse)
  const current = log.filter(({ state }) => state === 'current')
  const undone = log.filter(({ state }) => state === 'undone')
  const chance = Math.random()
  if (chance < 0.25 && current.length > 0) {
    const { id, file } = current[Math.floor(Math.random() * current.length)] ?? { id: 0, file: '' }
    console.log(`begin undo ${file}`)
    await withdrawImport(warehouse, id)
  } else if (chance < 0.4 && undone.length > 0) {
    const { id, file } = undone[Math.floor(Math.random() * undone.length)] ?? { id: 0, file: '' }
    console.log(`begin redo ${file}`)
    await restoreImport(warehouse, id)
  } else {
    const isRecord = chance > 0.85
    const file = `${isRecord ? 'R' : 'S'}${round}-${step}`
    const path = join(folder, file)
    writeFileSync(path, isRecord ? `Customer,Name\n${file},Ann\n` : cheap(file))
    console.log(`begin import ${file}`)
    const request = { ...nothing, paths: [path], source: file }
    if (isRecord) await importRecords(warehouse, { ...request, kind: 'contacts' })
    else await importSales(warehouse, request)
  }
  console.log('done')
}
