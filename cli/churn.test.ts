import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Churn } from '@vitalfew/contract/churn.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const run = (...words: string[]) =>
  runProgram(['churn', ...words], { cwd: folder.path, environment: { LANG: 'zh_CN.UTF-8' } })

describe('vitalfew churn on the sample company', () => {
  let churn: Churn
  let printed = ''
  let ended = {}

  beforeAll(async () => {
    const records = ['--contracts', sampleFile('zh-CN', 'contracts'), '--tickets', sampleFile('zh-CN', 'tickets')]
    const { code, out, err } = await run(sampleFile('zh-CN', 'sales'), ...records, '--currency', 'CNY', '--out', 'out')
    ended = { code, err }
    printed = out
    churn = Churn.parse(JSON.parse(readFileSync(join(folder.path, 'out', 'churn.json'), 'utf8')))
  }, 180_000)

  it('writes its files whole, and tables that spreadsheets read', () => {
    expect(ended).toEqual({ code: 0, err: '' })
    expect(readdirSync(join(folder.path, 'out')).toSorted()).toEqual([
      'churn.json',
      'rejected.csv',
      'warnings.csv',
      'win-back.csv',
    ])
    const warnings = readFileSync(join(folder.path, 'out', 'warnings.csv'), 'utf8')
    expect(warnings.startsWith('\uFEFFaccount,accountName,level,risk,')).toBe(true)
    expect(warnings.trimEnd().split('\r\n')).toHaveLength(churn.warnings.length + 1)
  })

  it('values what is at stake and shows it', () => {
    expect(churn.valueAtRisk).toBeGreaterThan(0)
    const stakes = churn.warnings.map(({ valueAtRisk }) => valueAtRisk ?? 0)
    expect(stakes).toEqual(stakes.toSorted((one, other) => other - one))
    expect(printed).toContain(churn.verdict)
    expect(printed).toContain(churn.warnings[0]?.signals[0]?.text)
  })

  it('uses complaints and contracts: leaving accounts were made to complain, agreements end', () => {
    const signals = churn.warnings.flatMap((account) => account.signals.map(({ signal }) => signal))
    expect(signals).toContain('complaints')
    expect(signals).toContain('contractEnding')
    expect(churn.contracts).toMatchObject({ shape: 'terms', contracts: 366, running: 87, ended: 18 })
  })
})

describe.skipIf(!existsSync(join(realData, 'telco')))('vitalfew churn --contracts', () => {
  it('gives the published figures without any sales', async () => {
    const { code, out } = await run(
      '--contracts',
      join(realData, 'telco', 'Telco-Customer-Churn.csv'),
      '--json',
      '--locale',
      'en',
    )
    expect(code).toBe(0)
    const churn = Churn.parse(JSON.parse(out))
    expect(churn.basis).toBe('contracts')
    // The table tells months so far and no day: it is of today, not of the first day that can be counted.
    expect(Date.now() - Date.parse(churn.asOf)).toBeLessThan(2 * 86_400_000)
    expect(churn.survival[0]?.points[12]?.survival).toBeCloseTo(0.84319955, 8)
    const test = churn.logRank.find(({ dimension }) => dimension === 'Contract')
    expect(Math.round(test?.statistic ?? 0)).toBe(2353)
    expect(churn.warnings.length).toBeGreaterThan(100)
  }, 60_000)
})

describe('what cannot be', () => {
  it('is told in words', async () => {
    const cases: [string[], number, RegExp][] = [
      [[], 2, /FILE/],
      [['--horizon', 'soon', 'x.csv'], 2, /--horizon/],
      [['--contracts', sampleFile('zh-CN', 'products')], 2, /找不到合同所需的列/],
      [['--contracts', 'nothing.csv'], 3, /nothing\.csv/],
      [[sampleFile('zh-CN', 'sales'), '--tickets', sampleFile('zh-CN', 'products')], 2, /找不到服务单所需的列/],
    ]
    for (const [words, code, text] of cases) {
      const done = await run(...words)
      expect({ code: done.code, err: done.err }).toEqual({ code, err: expect.stringMatching(text) })
    }
    expect(readdirSync(folder.path)).not.toContain('vitalfew-report')
  }, 60_000)

  it('help names every option', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const { out } = await run('--help', '--locale', locale)
      for (const option of ['--horizon', '--contracts', '--tickets', '--factors', '--out', '--as-of', '--json'])
        expect(out).toContain(option)
      expect(out).not.toMatch(/churn\.option|cli\.option|\{\{/)
    }
  }, 30_000)
})
