import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ContractChurn } from '@vitalfew/contract/churn.ts'
import { describe, expect, it } from 'vitest'
import { type TextTable, textTable } from '../records/text-table.ts'
import { analysedContracts } from './contract-churn.ts'

const telco = join(import.meta.dirname, '../../../../shared/data/telco/Telco-Customer-Churn.csv')
const request = { horizonMonths: 6, factors: [], listed: 50 }

const table = (headers: string[], rows: string[][]): TextTable => ({
  file: 'x.csv',
  headers,
  rows,
  serialZero: -25_569,
})

describe.skipIf(!existsSync(telco))('Telco, months and outcome', () => {
  it('has the published survival, log-rank and Cox figures', async () => {
    const factors = 'Contract,InternetService,MonthlyCharges,SeniorCitizen,Partner,PaperlessBilling'.split(',')
    const { churn } = analysedContracts(await textTable(telco, {}), { ...request, factors })
    expect(churn).toMatchObject({ shape: 'tenure', contracts: 7043, ended: 1869, running: 5174 })
    const [everybody] = churn.survival
    const at = (month: number) => everybody?.points[month]?.survival
    expect(at(12)).toBeCloseTo(0.84319955, 8)
    expect(at(24)).toBeCloseTo(0.7887364, 8)
    expect(at(48)).toBeCloseTo(0.70884018, 8)
    expect(at(72)).toBeCloseTo(0.59279015, 8)
    expect(everybody?.points[0]?.atRisk).toBe(7043)
    const monthly = churn.survival.find(({ group }) => group === 'Month-to-month')
    expect(monthly).toMatchObject({ dimension: 'Contract', medianMonths: 35, medianLower: 32, medianUpper: 38 })
    const test = churn.logRank.find(({ dimension }) => dimension === 'Contract')
    expect(Math.abs((test?.statistic ?? 0) - 2353)).toBeLessThan(0.5)
    expect(test?.degrees).toBe(2)
    const expected = [-1.836461, -3.615492, 1.458638, -1.184736, -0.029835, -0.041884, -0.586484, 0.189185]
    expected.forEach((value, index) => expect(churn.factors[index]?.coefficient).toBeCloseTo(value, 5))
    expect(churn.concordance).toBeCloseTo(0.841021, 5)
    expect(ContractChurn.parse(churn)).toEqual(churn)
  })

  it('chooses factors itself, and none that only counts the months', async () => {
    const { churn } = analysedContracts(await textTable(telco, {}), request)
    const columns = new Set(churn.factors.map(({ column }) => column))
    expect(columns.has('Contract')).toBe(true)
    expect(columns.has('TotalCharges')).toBe(false)
    expect(churn.concordance).toBeGreaterThan(0.83)
    for (const { risk } of churn.risks) expect(risk > 0 && risk <= 1).toBe(true)
  })

  it('tells risks that hold, also at the end of the table where the effect of the contract has changed', async () => {
    const { churn } = analysedContracts(await textTable(telco, {}), { ...request, listed: 10_000 })
    expect(churn.changing).toBe('Contract')
    const bands = churn.calibration.filter(({ contracts }) => contracts > 1000)
    expect(bands).toHaveLength(5)
    for (const { expected, seen } of bands) expect(Math.abs(expected - seen)).toBeLessThan(0.015)
    // Of those by month that were there for 66 months, 45 % left in the next six.
    const oldest = churn.risks.filter(({ months, factors }) => months >= 66 && factors[0]?.value === 'Month-to-month')
    expect(oldest.length).toBeGreaterThan(5)
    for (const { risk } of oldest) expect(risk).toBeLessThan(0.65)
  })
})

describe('contracts with a start and an end', () => {
  it('are the same in Chinese and English', async () => {
    const asOf = 20_454
    const [chinese, english] = await Promise.all(
      (['zh-CN', 'en'] as const).map(async (locale) => {
        const { churn } = analysedContracts(
          await textTable(join(import.meta.dirname, '../../../samples/data', locale, 'contracts.csv'), {}),
          { ...request, asOf },
        )
        const { survival, renewals, rate, renewalModel } = churn
        return {
          everybody: survival[0],
          renewals,
          rate,
          renewalModel,
          risks: churn.risks.map(({ contract }) => contract),
        }
      }),
    )
    expect(chinese).toEqual(english)
    // 18 of the agreements that came to their end were not renewed, as the file says.
    expect(chinese?.rate).toMatchObject({ left: 18, accounts: 366 - 87 })
  })

  it('are chained by customer; a late successor is a new beginning', () => {
    const rows = [
      ['A', '2022-01-01', '2022-12-31', '100'],
      ['A', '2023-01-01', '2023-12-31', '120'],
      ['B', '2022-01-01', '2022-12-31', '50'],
      ['B', '2023-09-01', '2024-08-31', '50'],
      ['C', '2022-03-01', '', '10'],
    ]
    const { churn, subjects } = analysedContracts(table(['客户', '开始日期', '到期日', '年费'], rows), {
      ...request,
      asOf: 19_723,
    })
    expect(churn).toMatchObject({ contracts: 4, running: 2, ended: 1, customers: 2 })
    expect(churn.renewals.slice(0, 2)).toMatchObject([
      { due: 2, renewed: 1 },
      { due: 0, renewed: 0 },
    ])
    expect(subjects.map(({ customer, ended, renewals }) => [customer, ended, renewals])).toEqual([
      ['A', false, 1],
      ['B', true, 0],
      ['B', false, 0],
    ])
  })

  it('have no risk before their end, however long or short they are, and one for each end that is ahead', () => {
    const asOf = 19_723 // 2024-01-01
    const ended = Array.from({ length: 40 }, (_, i) => [`E${i}`, '2021-01-01', '2021-12-31', '100', 'B'])
    const renewed = Array.from({ length: 60 }, (_, i) => [
      [`R${i}`, '2021-01-01', '2021-12-31', '100', 'B'],
      [`R${i}`, '2022-01-01', '2026-12-31', '100', 'B'],
    ]).flat()
    const due = [
      ['soon', '2023-02-01', '2024-01-31', '100', 'B'],
      ['later', '2023-08-01', '2024-07-31', '100', 'B'],
      ['monthly', '2023-12-15', '2024-01-14', '100', 'B'],
    ]
    const headers = ['客户', '开始日期', '到期日', '年费', '等级']
    const { churn } = analysedContracts(table(headers, [...ended, ...renewed, ...due]), {
      ...request,
      listed: 500,
      asOf,
    })
    const risk = (customer: string) => churn.risks.find(({ account }) => account === customer)?.risk ?? Number.NaN
    expect(risk('R1')).toBe(0)
    expect(risk('later')).toBe(0)
    expect(risk('soon')).toBeCloseTo(0.4, 1)
    expect(risk('monthly')).toBeGreaterThan(risk('soon'))
  })

  it('tell the end from a term, the outcome from a status, and reasons where they are recorded', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [
      `K${index}`,
      '2023/2/1',
      '12',
      index % 3 === 0 ? '未续约' : '已续约',
      index % 3 === 0 ? (index % 2 === 0 ? '价格' : '服务') : '',
    ])
    const { churn } = analysedContracts(table(['客户编号', '生效日期', '期限(月)', '续约状态', '流失原因'], rows), {
      ...request,
      asOf: 20_000,
    })
    expect(churn.rate).toMatchObject({ accounts: 30, left: 10 })
    expect(churn.reasons).toEqual([
      { reason: '价格', accounts: 5, value: null },
      { reason: '服务', accounts: 5, value: null },
    ])
  })

  it('nobody left, everybody left, one row, nonsense: a verdict or a complaint', () => {
    const headers = ['customer', 'start', 'end', 'status']
    const rows = Array.from({ length: 12 }, (_, index) => [`K${index}`, '2023-01-01', '2023-12-31', 'Renewed'])
    const of = (some: string[][]) => analysedContracts(table(headers, some), { ...request, asOf: 20_000 }).churn
    expect(of(rows).renewalModel.verdict).toBe('nobodyLeft')
    const gone = of(rows.map((row) => [...row.slice(0, 3), 'Not renewed']))
    expect(gone).toMatchObject({ ended: 12, risks: [], rate: { rate: 1, left: 12 } })
    expect(of([['K', '2023-01-01', '2023-12-31', 'Lapsed']])).toMatchObject({ ended: 1, contracts: 1 })
    expect(of([['K', 'soon', 'never', '']])).toMatchObject({ contracts: 0, survival: [], factors: [] })
    expect(() => analysedContracts(table(['a', 'b'], [['1', '2']]), request)).toThrow(
      expect.objectContaining({ code: 'mapping.notContracts' }),
    )
    expect(() => analysedContracts(table(headers, rows), { ...request, factors: ['Colour'] })).toThrow(
      expect.objectContaining({ code: 'mapping.headerNotFound' }),
    )
  })
})
