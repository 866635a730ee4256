import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { QualityReport, QualityStep } from '@vitalfew/contract/quality.ts'
import { Run } from '@vitalfew/contract/run.ts'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { briefly, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const Changed = z.object({ step: QualityStep, score: z.number() })
const said = ['--author', '王敏', '--reason', '核实过']

async function quality<T>(schema: z.ZodType<T>, ...words: readonly string[]): Promise<T> {
  const { out, err, code } = await runProgram(['quality', ...words, '--workspace', 'ws', '--json'], {
    cwd: folder.path,
  })
  expect({ err, code }).toEqual({ err: '', code: 0 })
  return schema.parse(JSON.parse(out))
}

async function analysed(out: string): Promise<string> {
  const { code } = await runProgram(
    ['analyze', 'sales.csv', '--workspace', 'ws', '--out', out, '--as-of', '2024-04-01', '--quiet', ...briefly],
    { cwd: folder.path },
  )
  expect(code).toBe(0)
  return readFileSync(join(folder.path, out, 'accounts.csv'), 'utf8')
}

test(
  'findings, a figure from elsewhere, a fix and its undoing: the report has the same score',
  { timeout: 300_000 },
  async () => {
    const lines = [
      '订单号,日期,客户编号,客户名称,金额',
      'S1,2024-03-01,C01,云帆科技有限公司,1000',
      'S1,2024-03-01,C01,云帆科技有限公司,1000',
      'S2,2024-03-02,C02,远山食品有限公司,500',
    ]
    writeFileSync(join(folder.path, 'sales.csv'), `${lines.join('\n')}\n`)
    const before = await analysed('before')
    const found = await quality(QualityReport, '--control', 'netRevenue=1500')
    expect(found.checks.find(({ check }) => check === 'controlTotal')).toMatchObject({ state: 'open', amount: 1000 })
    const fixed = await quality(Changed, 'fix', 'duplicateLine', ...said)
    expect(fixed).toMatchObject({ step: { sequence: 2, rows: 1, amount: 1000, author: '王敏' }, score: 1 })
    const after = await analysed('after')
    expect(after).not.toBe(before)
    const run = Run.parse(JSON.parse(readFileSync(join(folder.path, 'after', 'run.json'), 'utf8')))
    expect([run.totals.netRevenue, run.quality.score]).toEqual([1500, 1])
    expect(await quality(Changed, 'undo', '2', ...said)).toMatchObject({ step: { action: 'undo', undoes: 2 } })
  },
)
