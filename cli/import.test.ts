import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImportLogEntry, ImportReport } from '@vitalfew/contract/import-log.ts'
import { afterAll, expect, test } from 'vitest'
import { briefly, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

async function run(...words: readonly string[]): Promise<string> {
  const { out, err, code } = await runProgram([...words, '--workspace', 'ws'], { cwd: folder.path })
  expect({ words, err, code }).toEqual({ words, err: '', code: 0 })
  return out
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(folder.path, name), `${lines.join('\n')}\n`)
}

function month(number: number): string[] {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const day = `2025-0${number}-${String((index % 27) + 1).padStart(2, '0')}`
    return `${number}-${index},${day},C${index % 11},客户${index % 11},${100 + index * number},${60 + index}`
  })
  return ['订单号,订单日期,客户编码,客户名称,金额,成本', ...rows]
}

test('a month comes in and is undone: accounts.csv is as before, byte for byte', { timeout: 600_000 }, async () => {
  const { path } = folder
  for (const number of [1, 2, 3]) write(`2025-0${number}.csv`, month(number))
  await run('import', '2025-01.csv', '2025-02.csv', '--source', 'erp', '--currency', 'CNY')
  const analyze = async (out: string): Promise<Buffer> => {
    await run('analyze', '--as-of', '2025-04-01', '--out', out, '--quiet', ...briefly)
    return readFileSync(join(path, out, 'accounts.csv'))
  }
  const before = await analyze('before')
  const preview = ImportReport.parse(
    JSON.parse(await run('import', '2025-03.csv', '--source', 'erp', '--dry-run', '--json')),
  )
  expect(preview).toMatchObject({ isPreview: true, before: { rows: 80 }, after: { rows: 120 } })

  // A folder is watched: the month arrives there, beside a file that is still being written and one that is no table.
  mkdirSync(join(path, 'inbox'))
  write('inbox/2025-03.csv', month(3))
  write('inbox/.partial', month(3))
  for (const name of ['2025-03.csv', '.partial']) utimesSync(join(path, 'inbox', name), 1e9, 1e9)
  const report = ImportReport.parse(JSON.parse(await run('import', '--watch', 'inbox', '--source', 'erp', '--json')))
  expect(report).toMatchObject({ after: preview.after, files: [{ file: '2025-03.csv', state: 'imported' }] })

  const after = await analyze('after')
  expect(after.equals(before)).toBe(false)
  const id = report.files[0]?.id ?? 0
  const undoneEntry = ImportLogEntry.parse(JSON.parse(await run('imports', 'undo', String(id), '--json')))
  expect(undoneEntry).toMatchObject({ file: '2025-03.csv', state: 'undone', source: 'erp' })
  const undone = await analyze('undone')
  expect(undone.equals(before)).toBe(true)

  write('again.csv', month(2).toSpliced(5, 1))
  const overlapping = await runProgram(['import', 'again.csv', '--source', 'erp', '--workspace', 'ws'], { cwd: path })
  expect(overlapping).toMatchObject({ code: 2, out: '' })
  expect(overlapping.err).toContain('--on-overlap')
})
