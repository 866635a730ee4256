import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  PurchaseAffinity,
  PurchaseCohorts,
  PurchaseCycle,
  PurchaseWhitespace,
} from '@vitalfew/contract/purchase-behaviour.ts'
import { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const run = (...words: string[]) =>
  runProgram(['behaviour', ...words], { cwd: folder.path, environment: { LANG: 'zh_CN.UTF-8' } })

/** What an analysis prints with --json, as its promise says. */
async function answered<Schema extends z.ZodType>(schema: Schema, words: readonly string[]): Promise<z.output<Schema>> {
  const { code, out, err } = await run(...words, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return schema.parse(JSON.parse(out))
}

describe('vitalfew behaviour on the sample company', () => {
  const sales = sampleFile('zh-CN', 'sales')
  const workspace = ['--workspace', 'kept']

  it('answers every question with what its promise says', async () => {
    const cohorts = await answered(PurchaseCohorts, ['cohorts', sales, ...workspace, '--period', 'quarter'])
    expect(cohorts.cohorts[0]).toMatchObject({ cohort: '2023-01-01', accounts: 269 })
    const cycle = await answered(PurchaseCycle, ['cycle', ...workspace])
    expect(cycle.statuses.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(cycle.accounts)
    expect(cycle.calendar.weekdays[6]?.orders).toBe(0)
    const affinity = await answered(PurchaseAffinity, ['affinity', ...workspace, '--level', 'category'])
    expect(affinity.rules.every(({ lift, qValue }) => lift > 1 && qValue < 0.05)).toBe(true)
    const whitespace = await answered(PurchaseWhitespace, ['whitespace', ...workspace, '--top', '7'])
    expect(whitespace.offers).toHaveLength(7)
    const preference = await answered(PurchasePreference, ['preference', ...workspace])
    expect(preference.preferred.every(({ lower }) => lower > 1)).toBe(true)
    const funnel = await answered(PurchaseFunnel, ['funnel', ...workspace, '--by', 'region', '--window', '180d'])
    expect(funnel).toMatchObject({ shape: 'orders', windowDays: 180, withoutAccount: null })
    expect(funnel.cuts[0]?.values.reduce((sum, { outcomes }) => sum + outcomes.cases, 0)).toBe(funnel.cases)
    const trends = await answered(PurchaseTrends, ['trends', ...workspace, '--by', 'region,category'])
    expect(trends).toMatchObject({ cuts: ['region', 'category'], from: '2023-01-01', to: '2025-12-01' })
  }, 240_000)

  it('forecasts units of key accounts for planning, as a table', async () => {
    const { code } = await run('demand', sales, '--horizon', '3m', '--out', 'plan', '--quiet')
    expect(code).toBe(0)
    expect(readdirSync(join(folder.path, 'plan')).toSorted()).toEqual(['demand.csv', 'demand.json', 'rejected.csv'])
    const found = PurchaseForecast.parse(JSON.parse(readFileSync(join(folder.path, 'plan/demand.json'), 'utf8')))
    expect(found).toMatchObject({ measure: 'units', keyAccounts: 72, horizonMonths: 3 })
    const lines = readFileSync(join(folder.path, 'plan/demand.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 3 * found.series.length)
    expect(found.series.every(({ forecast }) => forecast.every(({ lower95 }) => lower95 >= 0))).toBe(true)
  }, 120_000)

  it('forecasts better than repeating last year', async () => {
    const { comparison } = await answered(PurchaseForecast, ['forecast', sales, '--by', 'category'])
    expect(comparison.series).toBe(10)
    expect(comparison.error).toBeLessThan(comparison.seasonalNaiveError)
  }, 120_000)

  it('shows tables without a word left out, in both languages', async () => {
    const analyses = ['cohorts', 'cycle', 'affinity', 'whitespace', 'trends', 'forecast', 'preference', 'funnel']
    for (const [index, analysis] of analyses.entries()) {
      const { code, out } = await run(analysis, ...workspace, '--locale', index % 2 === 0 ? 'zh-CN' : 'en')
      expect(code).toBe(0)
      expect(out).not.toMatch(/behaviour\.|cli\.|\{\{|NaN|undefined/)
    }
    for (const locale of ['zh-CN', 'en'] as const) {
      const { out } = await run('funnel', sampleFile(locale, 'opportunities'), '--locale', locale)
      expect(out).not.toMatch(/behaviour\.|cli\.|\{\{|NaN|undefined/)
    }
  }, 240_000)
})

const superstore = join(realData, 'superstore', 'Sample - Superstore.csv')
describe.skipIf(!existsSync(superstore))('Superstore', () => {
  it('is forecast by category better than by repeating last year, and it is said where not', async () => {
    const { comparison } = await answered(PurchaseForecast, ['forecast', superstore, '--by', 'category'])
    expect(comparison.error).toBeLessThanOrEqual(comparison.seasonalNaiveError)
    expect(comparison.losing).toHaveLength(comparison.series - comparison.better)
  }, 120_000)
})

const maven = join(realData, 'maven-crm')
describe.skipIf(!existsSync(maven))('the opportunities of Maven', () => {
  it('are told apart by what other tables say', async () => {
    const joined = ['accounts', 'sales_teams'].flatMap((name) => ['--with', join(maven, `${name}.csv`)])
    const words = ['funnel', join(maven, 'sales_pipeline.csv'), ...joined, '--by', 'sector,manager']
    const funnel = await answered(PurchaseFunnel, words)
    expect(funnel).toMatchObject({ cases: 8800, withoutAccount: 1425, outcomes: { won: 4238, wonValue: 10_005_534 } })
  }, 180_000)
})

describe('what cannot be', () => {
  it('is told in words', async () => {
    const cases: [string[], number, RegExp][] = [
      [[], 2, /cohorts, cycle/],
      [['guess', 'x.csv'], 2, /guess/],
      [['cohorts'], 2, /FILE/],
      [['cohorts', 'x.csv', '--period', 'day'], 2, /--period/],
      [['affinity', 'x.csv', '--min-support', '2'], 2, /--min-support/],
      [['trends', sampleFile('en', 'sales'), '--by', 'colour'], 2, /--by/],
      [['funnel', sampleFile('zh-CN', 'products')], 2, /找不到阶段所需的列/],
      [['funnel', 'nothing.csv'], 3, /nothing\.csv/],
    ]
    for (const [words, code, text] of cases) {
      const done = await run(...words)
      expect({ code: done.code, err: done.err }).toEqual({ code, err: expect.stringMatching(text) })
    }
  }, 180_000)

  it('help names every option', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const { out } = await run('--help', '--locale', locale)
      for (const word of ['--period', '--basket', '--by', '--with', '--stages', 'whitespace', 'demand', '--as-of'])
        expect(out).toContain(word)
      expect(out).not.toMatch(/behaviour\.|cli\.option|\{\{/)
    }
  }, 30_000)
})
