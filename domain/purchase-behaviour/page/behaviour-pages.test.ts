import { portfolioAnalyses } from '@vitalfew/contract/api/behaviour.ts'
import { PurchaseCycle, PurchaseWhitespace } from '@vitalfew/contract/purchase-behaviour.ts'
import { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { listAccounts, markAccounts } from '../../accounts/index.ts'
import { listAudit } from '../../audit/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../../jobs/analysed-company.fixture.ts'
import { type MadeLine, madeLines, salesCsv } from '../../jobs/company-sales.fixture.ts'
import { startImport, uploadedFile } from '../../jobs/index.ts'
import { updateSettings } from '../../settings/index.ts'
import { type BehaviourFile, behaviourFile } from './files/behaviour-file.ts'
import { behaviourWork } from './behaviour-work.ts'
import { accountBehaviour } from './account-behaviour.ts'
import { portfolioBehaviour } from './portfolio-behaviour.ts'
import { readFunnel, workspaceFunnel } from './workspace-funnel.ts'

const lines = madeLines(40)
const sam: Viewer = { ...administrator, userId: 'sam', name: '孙小明', role: 'manager', scopes: ['user:sam'] }
const isOfSam = (code: string): boolean => lines.some((line) => line.code === code && line.salesperson === '孙小明')

let company: Company
let worked = 0

function sources() {
  const { warehouse, database, uploadsDirectory } = company
  return {
    ...company.sources,
    productVersion: '0',
    answerBehaviour: async (work: Parameters<typeof behaviourWork>[1]) => {
      worked += 1
      return behaviourWork(warehouse, work)
    },
    uploadPath: (id: string, userId: string) =>
      uploadedFile({ viewer: { ...administrator, role: 'analyst', userId }, database, uploadsDirectory }, id),
  }
}

beforeAll(async () => {
  company = await openCompany()
  const { id: uploadId } = await sendFile(company, 'sales.csv', salesCsv(lines))
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId }] })
  await finishJob(company, jobId)
}, 180_000)
afterAll(() => company.close())

const trends = (viewer: Viewer, choice = {}) =>
  portfolioBehaviour(viewer, sources(), { analysis: 'trends', choice, answer: PurchaseTrends })
const cycle = (viewer: Viewer) =>
  portfolioBehaviour(viewer, sources(), { analysis: 'cycle', choice: {}, answer: PurchaseCycle })

/** Those of whole months. */
const inMonths = (of: readonly MadeLine[], { from, to }: { from: string; to: string }): MadeLine[] =>
  of.filter(({ day }) => day >= from && day.slice(0, 7) <= to.slice(0, 7))
const sum = (of: readonly MadeLine[]): number => of.reduce((total, { amount }) => total + amount, 0)

describe('over the accounts that somebody sees', () => {
  it('counts all of them by the calendar of the company, with the way to each account that it names', async () => {
    const { answer, covers, keys } = await cycle(administrator)
    expect([answer.accounts, covers]).toEqual([40, 'all'])
    expect(answer.listed.length).toBeGreaterThan(5)
    for (const { account } of answer.listed) expect(keys[account]).toMatch(/^\d+$/)
    const own = { name: '盘点', from: answer.calendar.to, to: answer.calendar.to, isWorked: false }
    await updateSettings(administrator, company.sources.database, { version: 0, calendar: [own] })
    expect((await cycle(administrator)).answer.calendar.weekdays).not.toEqual(answer.calendar.weekdays)
  })

  it('is of the own accounts of a manager alone, whatever is asked', async () => {
    const own = lines.filter(({ code }) => isOfSam(code))
    const found = await cycle(sam)
    expect([found.covers, found.answer.accounts]).toEqual(['own', new Set(own.map(({ code }) => code)).size])
    expect(found.answer.listed.every(({ account }) => isOfSam(account))).toBe(true)
    const { answer } = await trends(sam, { first: 'region' })
    const seen = answer.total?.months.reduce((total, month) => total + month, 0) ?? 0
    expect(seen).toBeCloseTo(sum(inMonths(own, answer)), 1)
    const ask = { viewer: sam, sources: sources() }
    const liked = await portfolioBehaviour(ask.viewer, ask.sources, {
      analysis: 'preference',
      choice: {},
      answer: PurchasePreference,
    })
    expect(liked.answer.accounts).toBe(10)
    const offers = await portfolioBehaviour(ask.viewer, ask.sources, {
      analysis: 'whitespace',
      choice: {},
      answer: PurchaseWhitespace,
    })
    expect(offers.answer.offers.every(({ account }) => isOfSam(account))).toBe(true)
    const demand = await portfolioBehaviour(ask.viewer, ask.sources, {
      analysis: 'demand',
      choice: { first: 'product', months: 3 },
      answer: PurchaseForecast,
    })
    expect(demand.answer.keyAccounts).toBeLessThanOrEqual(10)
  }, 60_000)

  it('is worked out once, and again when another account was given to the person', async () => {
    const before = worked
    await cycle(sam)
    await Promise.all([cycle(administrator), trends(administrator), trends(administrator)])
    expect(worked).toBe(before + 1)
    const everything = { page: 1, pageSize: 50, sort: [], withMonths: false }
    const { rows } = await listAccounts(administrator, company.sources, everything)
    const other = rows.find(({ account }) => !isOfSam(account))
    const given = { kind: 'assignment', name: 'sam', action: 'set' } as const
    const accounts = { keys: [other?.key ?? ''] }
    await markAccounts(administrator, company.sources, { ...given, accounts })
    expect((await cycle(sam)).answer.accounts).toBe(11)
    await markAccounts(administrator, company.sources, { ...given, action: 'clear', accounts })
    expect((await cycle(sam)).answer.accounts).toBe(10)
  }, 60_000)

  it('says nothing to a manager without accounts, and does not fail', async () => {
    const nobody: Viewer = { ...sam, scopes: [] }
    for (const analysis of portfolioAnalyses) {
      const question = { analysis, choice: {}, answer: z.looseObject({ currency: z.string() }) }
      const { answer, keys } = await portfolioBehaviour(nobody, sources(), question)
      expect([analysis, JSON.stringify(answer).match(/K\d{3}|[1-9]\d{3,}\.\d/)]).toEqual([analysis, null])
      expect(keys).toEqual({})
    }
  }, 60_000)

  it('is not for those who look after single accounts', async () => {
    for (const role of ['accountManager', 'viewer'] as const) {
      await expect(cycle({ ...sam, role })).rejects.toMatchObject({ code: 'access.notAllowed' })
    }
  })
})

describe('a file', () => {
  const fileOf = (viewer: Viewer, asked: Omit<BehaviourFile, 'subject'>, analysis = 'cycle') =>
    behaviourFile(viewer, sources(), { ...asked, subject: { of: 'accounts', analysis, choice: {} } })

  it('holds what the page tells, harmless to spreadsheets, and that it was given out is written down', async () => {
    const { bytes, file } = await fileOf(administrator, { format: 'csv' })
    const text = bytes.toString('utf8')
    expect([text.codePointAt(0), file]).toEqual([0xfeff, '周期-超期与该下单的客户.csv'])
    const { answer } = await cycle(administrator)
    expect(text.trim().split('\r\n').length).toBe(1 + answer.listed.length)
    expect(text).toContain("'=cmd|calc")
    expect(text).not.toMatch(/(^|,)"?=cmd/m)
    const [entry] = (await listAudit(company.database, { page: 1, pageSize: 1 })).rows
    expect(entry).toMatchObject({ action: 'behaviour.exported', details: { analysis: 'cycle', table: 'due' } })
  })

  it('is of the own accounts of a manager alone, and of nothing that is not there', async () => {
    const { bytes } = await fileOf(sam, { format: 'csv', table: 'preferred' }, 'preference')
    const codes = bytes.toString('utf8').match(/K\d{3}/g) ?? []
    expect(codes.every(isOfSam)).toBe(true)
    await expect(fileOf(administrator, { format: 'csv', table: 'x' })).rejects.toMatchObject({
      code: 'export.notFound',
    })
    await expect(fileOf(administrator, { format: 'csv' }, 'x')).rejects.toMatchObject({ code: 'export.notFound' })
    await expect(fileOf({ ...sam, role: 'viewer' }, { format: 'csv' })).rejects.toMatchObject({
      code: 'access.notAllowed',
    })
  })

  it('is a workbook of every table, for every page', async () => {
    for (const analysis of portfolioAnalyses) {
      const { bytes } = await fileOf({ ...administrator, locale: 'en' }, { format: 'xlsx' }, analysis)
      const { sheets } = await readXlsx(bytes)
      expect(sheets.length).toBeGreaterThan(0)
      for (const { rows } of sheets) expect(String(rows[0]?.[0])).not.toMatch(/habits\.|behaviour\./)
    }
  }, 60_000)
})

describe('one account', () => {
  const manager: Viewer = { ...sam, role: 'accountManager' }
  const keyOf = async (code: string): Promise<string> => {
    const everything = { page: 1, pageSize: 50, sort: [], withMonths: false, search: code }
    return (await listAccounts(administrator, company.sources, everything)).rows[0]?.key ?? ''
  }

  it('has its own days, items and months beside those of all', async () => {
    const own = lines.filter(({ code }) => code === 'K008')
    const days = [...new Set(own.map(({ day }) => day))].toSorted()
    const { habits } = await accountBehaviour(manager, sources(), { key: await keyOf('K008') })
    expect(habits.gaps.map(({ day }) => day)).toEqual(days.slice(1))
    expect(habits.cycle?.gaps).toBe(days.length - 1)
    expect(habits.cycle?.lastOrder).toBe(days.at(-1))
    expect(habits.preference?.accounts).toBe(40)
    const seen = habits.preference?.items.reduce((total, item) => total + item.seen, 0)
    const bought = new Set(own.map(({ day, product }) => `${day} ${product}`))
    expect(seen).toBe(bought.size)
    const expected = habits.preference?.items.reduce((total, item) => total + item.expected, 0)
    expect(expected).toBeCloseTo(bought.size, 6)
    const { sales, from = '' } = habits.forecast ?? {}
    expect(sales?.history.reduce((total, month) => total + month, 0)).toBeCloseTo(
      sum(own.filter(({ day }) => day >= from)),
      1,
    )
    expect(habits.breadth.quarters.map(({ items }) => items).every((items) => items <= 6)).toBe(true)
  })

  it('tells names of other accounts only to those who see them', async () => {
    const question = { analysis: 'whitespace', choice: {}, answer: PurchaseWhitespace } as const
    const { answer, keys } = await portfolioBehaviour(administrator, sources(), question)
    const key = keys[answer.offers.find(({ account }) => isOfSam(account))?.account ?? ''] ?? ''
    const mine = (await accountBehaviour(manager, sources(), { key })).habits.whitespace?.offers ?? []
    const all = (await accountBehaviour(administrator, sources(), { key })).habits.whitespace?.offers ?? []
    expect(mine.map(({ item }) => item)).toEqual(all.map(({ item }) => item))
    expect(mine.flatMap(({ evidence }) => evidence)).toEqual([])
    expect(all.length).toBeGreaterThan(0)
    expect(all.every(({ evidence }) => evidence.length > 0)).toBe(true)
  })

  it('is not there for whoever may not see it', async () => {
    const key = await keyOf('K001')
    await expect(accountBehaviour(manager, sources(), { key })).rejects.toMatchObject({ code: 'accounts.notFound' })
  })
})

describe('the funnel of the workspace', () => {
  const analyst: Viewer = { ...administrator, userId: 'mia', role: 'analyst' }
  const usual = { order: 'ordered' } as const
  const events = [
    ['1', '线索', '2025-01-01'],
    ['1', '报价', '2025-01-05'],
    ['1', '订单', '2025-01-20'],
    ['2', '线索', '2025-01-02'],
    ['2', '订单', '2025-03-20'],
    ['3', '线索', '2025-01-03'],
  ]
  const csv = `商机编号,阶段,时间\n${events.map((row) => row.join(',')).join('\n')}\n`

  it('is nothing before a table was given', async () => {
    expect(await workspaceFunnel(analyst, sources(), usual)).toEqual({
      origin: null,
      happens: null,
      hasTable: false,
      source: null,
      funnel: null,
    })
  })

  it('is taken from a table, and followed in other ways by whoever asks', async () => {
    const { id } = await sendFile(company, '商机.csv', csv)
    const stages = ['线索', '报价', '订单']
    const read = await readFunnel(administrator, sources(), { uploads: [id], by: [], stages })
    expect(read.source).toMatchObject({ files: ['商机.csv'], readBy: 'Ada', stages })
    expect(read.funnel?.steps.map(({ reached }) => reached)).toEqual([3, 1, 1])
    expect(await workspaceFunnel(analyst, sources(), usual)).toEqual(read)
    const windowed = await workspaceFunnel(analyst, sources(), { order: 'strict', windowDays: 7 })
    expect(windowed.funnel?.steps.map(({ reached }) => reached)).toEqual([3, 1, 0])
    await company.database.updateTable('funnel_source').set({ answer: '{"shape":"events"}' }).execute()
    expect(await workspaceFunnel(analyst, sources(), usual)).toEqual(read)
  })

  it('leaves the one before where a table is no funnel', async () => {
    const { id } = await sendFile(company, 'x.csv', 'a,b\n1,2\n')
    await expect(readFunnel(administrator, sources(), { uploads: [id], by: [], stages: [] })).rejects.toMatchObject({
      code: 'mapping.notEvents',
    })
    expect((await workspaceFunnel(analyst, sources(), usual)).source?.files).toEqual(['商机.csv'])
    await expect(workspaceFunnel(sam, sources(), usual)).rejects.toMatchObject({ code: 'access.notAllowed' })
  })

  it('is of the events that were imported once there are any, with what happens for stages and what accounts are for a cut', async () => {
    const rows = [
      ['K001', '拜访', '2025-01-01 09:00'],
      ['K001', '投诉', '2025-01-02 09:00'],
      ['K001', '报价', '2025-01-08 10:00'],
      ['K002', '拜访', '2025-01-03 09:00'],
      ['K003', '报价', '2025-01-04 09:00'],
    ]
    const text = `客户编号,事件,时间\n${rows.map((row) => row.join(',')).join('\n')}\n`
    const { id: uploadId } = await sendFile(company, '事件.csv', text)
    const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId }], kind: 'events' })
    await finishJob(company, jobId)
    const asked = { order: 'strict', windowDays: 7, stages: '拜访\n报价', by: 'region' } as const
    const found = await workspaceFunnel(analyst, sources(), asked)
    expect(found).toMatchObject({ origin: 'events', hasTable: true, source: null })
    expect(found.happens).toEqual([
      { stage: '报价', events: 2 },
      { stage: '拜访', events: 2 },
      { stage: '投诉', events: 1 },
    ])
    expect(found.funnel?.steps.map(({ stage, reached }) => [stage, reached])).toEqual([
      ['拜访', 2],
      ['报价', 0],
    ])
    expect(found.funnel?.cuts.map(({ column }) => column)).toEqual(['地区'])
    const before = worked
    expect(await workspaceFunnel(analyst, sources(), asked)).toEqual(found)
    expect(worked).toBe(before)
    const longer = await workspaceFunnel(analyst, sources(), { ...asked, windowDays: 8 })
    expect(longer.funnel?.steps.map(({ reached }) => reached)).toEqual([2, 1])
    const table = await workspaceFunnel(analyst, sources(), { ...usual, origin: 'table' })
    expect(table).toMatchObject({ origin: 'table', source: { files: ['商机.csv'] } })
    await expect(workspaceFunnel(analyst, sources(), { ...usual, stages: '没有' })).rejects.toMatchObject({
      code: 'argument.invalid',
    })
    await expect(workspaceFunnel(sam, sources(), usual)).rejects.toMatchObject({ code: 'access.notAllowed' })
  })
})
