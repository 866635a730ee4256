import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { planSalesFile } from '../plan-sales-file.ts'
import { readSalesFile } from '../read-sales-file.ts'
import type { LeftOutRow, SalesLine } from '../sales-line.ts'
import { withFile } from '../trial-import.ts'
import { blockLines } from './block-lines.fixture.ts'
import { header, type OddTable, oddTable, tableText } from './odd-table.fixture.ts'
import { isPlain } from './plain-sales.ts'
import { readPlainFile } from './read-plain-file.ts'

interface Outcome {
  readonly lines: SalesLine[]
  readonly leftOut: LeftOutRow[]
  readonly summary: unknown
}

const byRow = (one: { row: number }, other: { row: number }): number => one.row - other.row

async function fromBytes(plan: SalesFilePlan, chunkBytes: number): Promise<Outcome & { fromBytes: number }> {
  const lines: SalesLine[] = []
  const leftOut: LeftOutRow[] = []
  let taken = 0
  const summary = await readPlainFile({
    plan,
    chunkBytes,
    rowsPerBlock: 13,
    onBlock: (block) => {
      lines.push(...blockLines(block, plan.currency))
      taken += block.rows
      return Promise.resolve(undefined)
    },
    onLines: (found) => void lines.push(...found),
    onLeftOut: (found) => void leftOut.push(...found),
  })
  return { lines: lines.toSorted(byRow), leftOut, summary, fromBytes: taken }
}

async function carefully(plan: SalesFilePlan): Promise<Outcome> {
  const lines: SalesLine[] = []
  const leftOut: LeftOutRow[] = []
  const summary = await readSalesFile({
    path: plan.path,
    plan,
    onLines: (found) => void lines.push(...found),
    onLeftOut: (found) => void leftOut.push(...found),
  })
  return { lines, leftOut, summary }
}

const asWritten: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => gzipSync(text),
  (text) => Buffer.from(`sep=,\r\n${text}`),
  (text) => Buffer.from(text, 'utf16le'),
]

/** With costs, or with prices that amounts can be compared with. */
const namesFor = (draw: number): readonly string[] =>
  draw % 2 === 0 ? header : header.map((name) => (name === '成本' ? '单价' : name))

test('a file read from its bytes gives the sales, the left-out rows and the counts of the careful reader', async () => {
  let [plain, all] = [0, 0]
  const compare = async (table: OddTable, file: Uint8Array, chunkBytes: number): Promise<void> => {
    await withFile(file, async (path) => {
      const plan = await planSalesFile({ path }).catch(() => null)
      if (plan === null || !isPlain(plan)) return
      const one = await fromBytes(plan, chunkBytes)
      const other = await carefully(plan)
      expect(one.lines).toEqual(other.lines)
      expect(one.leftOut).toEqual(other.leftOut)
      expect(one.summary).toEqual(other.summary)
      plain += one.fromBytes
      all += table.rows.length
    })
  }
  await fc.assert(
    fc.asyncProperty(oddTable, fc.nat(asWritten.length - 1), fc.integer({ min: 40, max: 4_000 }), (table, way, bytes) =>
      compare(table, asWritten[way]?.(tableText(namesFor(bytes), table)) ?? Buffer.alloc(0), bytes),
    ),
    { numRuns: 250, seed: 20_240_305 },
  )
  expect(all).toBeGreaterThan(5_000)
  expect(plain / all).toBeGreaterThan(0.25)
}, 120_000)
