import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../access/index.ts'
import { verifyAudit } from '../../audit/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../../jobs/company-sales.fixture.ts'
import { startBacktest, startImport, startRun } from '../../jobs/index.ts'
import { defaultModel } from '../default-model.ts'
import {
  accountWays,
  type AnswerStudio,
  decideTier,
  endOverride,
  getVersion,
  keptColumns,
  listBacktests,
  listGivenColumns,
  listOverrides,
  listRatings,
  listVersions,
  modelMetrics,
  previewModel,
  rateAccount,
  runMigration,
  saveVersion,
  type StudioWork,
  studioWork,
  takeGivenFile,
  versionDifference,
} from './index.ts'

const ready = [defaultModel]
const manager: Viewer = { userId: 'mia', name: 'mia', locale: 'en', role: 'manager', scopes: [], hidden: new Set() }
const blind: Viewer = { ...administrator, role: 'analyst', hidden: new Set(['profit']) }

let company: Company
let firstRun = ''
const sources = () => ({ warehouse: company.warehouse, database: company.database, ready })
const kept = () => {
  const columnsOf = keptColumns(company.warehouse)
  const answer: AnswerStudio = (work) => studioWork({ ...sources(), columnsOf }, work)
  return answer
}
let answerStudio: AnswerStudio
const rounds = () => ({ database: company.database, ready })

beforeAll(async () => {
  company = await openCompany()
  answerStudio = kept()
  const upload = await sendFile(company, '销售.csv', salesCsv(madeLines(60)))
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId: upload.id }] })
  firstRun = (await finishJob(company, jobId)).runId ?? ''
}, 120_000)
afterAll(() => company.close())

function weighed(values: Record<string, number>): SelectionModel {
  return { ...defaultModel, weights: { origin: 'hand', values } }
}

const byGrowth = weighed({ value: 0.05, profit: 0.05, growth: 0.8, loyalty: 0.05, breadth: 0.05 })

describe('a model that is edited', () => {
  it('is shown on the run: as it is, nobody moves; with other weights those move that the cells say', async () => {
    const same = await previewModel(administrator, answerStudio, {
      run: 'current',
      model: defaultModel,
      from: 'default@1',
    })
    expect(same).toMatchObject({ moved: 0, differences: [], population: 60 })
    expect(same.accounts.every(({ tier, tierNow }) => tier === tierNow)).toBe(true)
    expect(same.tiers.map(({ id, accounts }) => [id, accounts])).toEqual([
      ['key', 5],
      ['strategic', 10],
      ['ordinary', 45],
    ])
    const other = await previewModel(administrator, answerStudio, {
      run: 'current',
      model: byGrowth,
      from: 'default@1',
    })
    expect(other.moved).toBeGreaterThan(0)
    const moved = other.cells.filter(({ from, to }) => from !== to).reduce((sum, { accounts }) => sum + accounts, 0)
    expect(moved).toBe(other.moved)
    expect(other.differences.join()).toContain('近12个月增长')
    expect(other.accounts[0]?.score).toBeGreaterThanOrEqual(other.accounts[1]?.score ?? 100)
  })

  it('comes to the same whether its columns were read before or not', async () => {
    const narrow: SelectionModel = { ...byGrowth, population: { metric: 'orders', atLeast: 2 } }
    for (const model of [defaultModel, narrow, defaultModel, { ...narrow, weights: defaultModel.weights }]) {
      const work: StudioWork = { about: 'preview', viewer: administrator, wanted: { run: 'current', model } }
      expect(await answerStudio(work)).toEqual(await studioWork(sources(), work))
    }
  })

  it('takes weights from the data where it says so', async () => {
    const model: SelectionModel = { ...defaultModel, weights: { origin: 'entropy' } }
    const { criteria } = await previewModel(administrator, answerStudio, { run: 'current', model })
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5)
  })

  it('is refused with the place of what is wrong', async () => {
    const bad = weighed({ value: 0.5, profit: 0.1, growth: 0.1, loyalty: 0.1, breadth: 0.1 })
    const shown = previewModel(administrator, answerStudio, { run: 'current', model: bad })
    await expect(shown).rejects.toMatchObject({ code: 'model.weights', details: { sum: 0.9 } })
    await expect(saveVersion(administrator, sources(), { model: bad, note: '' })).rejects.toMatchObject({
      code: 'model.weights',
    })
  })

  it('tells nobody of profit who may not see it', async () => {
    const asked = { run: 'current', model: defaultModel }
    await expect(previewModel(blind, answerStudio, asked)).rejects.toMatchObject({ code: 'accounts.fieldHidden' })
    const { metrics } = await modelMetrics(blind, sources())
    expect(metrics.map(({ name }) => name)).not.toContain('grossProfit')
    expect(metrics.map(({ name }) => name)).toContain('growth')
  })

  it('says of one account what would move it up, each way tried by scoring anew', async () => {
    const { accounts } = await previewModel(administrator, answerStudio, { run: 'current', model: defaultModel })
    const below = accounts.find(({ tier }) => tier === 'ordinary')
    const found = await accountWays(administrator, answerStudio, {
      run: 'current',
      model: defaultModel,
      key: below?.key ?? '',
    })
    expect(found).toMatchObject({ account: below?.account, tier: 'ordinary' })
    expect(found.ways.map(({ target }) => target)).toEqual(['strategic', 'key'])
    for (const { ways, needed } of found.ways)
      for (const way of ways) expect(way.score).toBeGreaterThanOrEqual((needed ?? 0) - 0.01)
    const nobody = accountWays(administrator, answerStudio, {
      run: 'current',
      model: defaultModel,
      key: '99999999999999999999',
    })
    await expect(nobody).rejects.toMatchObject({ code: 'accounts.notFound' })
  })

  it('is saved under a name of its own, never changed, and used by the run that asks for it', async () => {
    const taken = saveVersion(administrator, sources(), { model: byGrowth, name: 'default', note: '' })
    await expect(taken).rejects.toMatchObject({ code: 'model.reservedName' })
    const saved = await saveVersion(administrator, sources(), { model: byGrowth, note: '看重增长' })
    expect(saved).toMatchObject({ id: 'default-own@1', savedBy: 'Ada', note: '看重增长', firstUsedAt: null })
    const again = await Promise.all([
      saveVersion(administrator, sources(), { model: { ...byGrowth, name: 'default-own' }, note: '' }),
      saveVersion(administrator, sources(), { model: { ...byGrowth, name: 'default-own' }, note: '' }),
    ])
    expect(again.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([2, 3])
    const { differences } = await versionDifference(administrator, sources(), { first: 'default@1', second: saved.id })
    expect(differences.join()).toContain('提高到')
    const { jobId } = await startRun(administrator, { database: company.database, ready }, { model: saved.id })
    await finishJob(company, jobId)
    const { rows, current } = await listVersions(administrator, sources())
    expect(current).toBe(saved.id)
    expect(rows.find(({ id }) => id === saved.id)).toMatchObject({ isCurrent: true, isReady: false })
    expect((await getVersion(administrator, sources(), saved.id)).firstUsedAt).not.toBeNull()
    const next = await finishJob(company, (await startRun(administrator, rounds(), {})).jobId)
    expect((await listVersions(administrator, sources())).current).toBe(saved.id)
    const migration = await runMigration(administrator, sources(), { from: firstRun, to: next.runId ?? '' })
    expect(migration.cells.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(60)
    expect(migration.tiers.map(({ id }) => id)).toEqual(['key', 'strategic', 'ordinary'])
    const same = runMigration(administrator, sources(), { from: firstRun, to: firstRun })
    await expect(same).rejects.toMatchObject({ code: 'run.oneRun' })
    await expect(startRun(administrator, rounds(), { model: 'nothing@9' })).rejects.toMatchObject({
      code: 'model.notFound',
    })
  }, 60_000)

  it('meets a challenger on the past, in a job', async () => {
    const wanted = { model: 'default@1', challenger: 'default-own@1' }
    const { jobId } = await startBacktest(administrator, rounds(), wanted)
    const { backtestId } = await finishJob(company, jobId)
    const { rows, total } = await listBacktests(administrator, company.database, { page: 1, pageSize: 5 })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ ...wanted, id: backtestId, madeBy: 'Ada', result: { measure: 'grossProfit' } })
    expect(rows[0]?.result?.origins[0]?.captures.map(({ ranking }) => ranking)).toContain('challenger')
    expect((await listBacktests(blind, company.database, { page: 1, pageSize: 5 })).total).toBe(0)
    const itself = startBacktest(administrator, rounds(), { model: 'default@1', challenger: 'default@1' })
    await expect(itself).rejects.toMatchObject({ code: 'backtest.sameModel' })
  }, 60_000)
})

describe('what people decide', () => {
  const scale = {
    anchors: [
      { score: 1, text: { 'zh-CN': '弱', en: 'weak' } },
      { score: 5, text: { 'zh-CN': '强', en: 'strong' } },
    ],
  }
  const rated: SelectionModel = {
    ...weighed({ value: 0.5, influence: 0.5 }),
    criteria: [
      ...defaultModel.criteria.slice(0, 1),
      { id: 'influence', title: { 'zh-CN': '行业影响力', en: 'Influence' }, scale },
    ],
  }

  it('scores are kept with who and why, averaged, and a disagreement is shown; of accounts that one sees', async () => {
    await saveVersion(administrator, sources(), { model: rated, name: 'rated', note: '' })
    const { accounts } = await previewModel(administrator, answerStudio, { run: 'current', model: rated })
    const [account] = accounts
    const wanted = { key: account?.key ?? '', criterion: 'influence', reason: '行业协会理事' }
    await rateAccount(administrator, sources(), { ...wanted, score: 5 })
    const mine: Viewer = { ...administrator, userId: 'bob', name: 'Bob' }
    await rateAccount(mine, sources(), { ...wanted, score: 4 })
    const row = await rateAccount(mine, sources(), { ...wanted, score: 2, reason: '最近退出了' })
    expect(row).toMatchObject({ mean: 3.5, isDisputed: true, criterion: 'influence' })
    expect(row.ratings).toHaveLength(2)
    expect((await listRatings(administrator, sources(), {})).rows).toEqual([row])
    expect((await listRatings(manager, sources(), {})).rows).toEqual([])
    await expect(rateAccount(manager, sources(), { ...wanted, score: 3 })).rejects.toMatchObject({
      code: 'accounts.notFound',
    })
    await expect(rateAccount(mine, sources(), { ...wanted, score: 6 })).rejects.toMatchObject({
      code: 'scores.outsideScale',
    })
    await expect(rateAccount(mine, sources(), { ...wanted, criterion: 'value', score: 3 })).rejects.toMatchObject({
      code: 'scores.notScored',
    })
    const shown = await previewModel(administrator, answerStudio, { run: 'current', model: rated })
    expect(shown.criteria[1]).toMatchObject({ id: 'influence', known: 1 })
  })

  it('files bring scores and figures, which count once, and tell whom nobody knows', async () => {
    const { accounts } = await previewModel(administrator, answerStudio, { run: 'current', model: defaultModel })
    const [first, second] = accounts
    const path = join(await mkdtemp(join(tmpdir(), 'given-')), '授信.csv')
    await writeFile(path, `客户,授信额度\n${first?.account},500\n${second?.account},\n没有这家,80\n`)
    const from = { answerStudio, uploadPath: async () => path }
    const wanted = { upload: 'any', kind: 'figures' as const }
    await expect(takeGivenFile(manager, from, wanted)).rejects.toMatchObject({ code: 'access.notAllowed' })
    const taken = await takeGivenFile(administrator, from, wanted)
    expect(taken).toMatchObject({ file: '授信.csv', values: 2, added: 2, columns: ['授信额度'], accounts: 2 })
    expect(taken).toMatchObject({ strangers: 1, strangersTold: ['没有这家'] })
    expect(await takeGivenFile(administrator, from, wanted)).toMatchObject({ values: 2, added: 0 })
    const { rows } = await listGivenColumns(administrator, sources())
    expect(rows).toMatchObject([{ figure: '授信额度', accounts: 2, files: ['授信.csv'] }])
    const credit = { id: 'credit', title: { 'zh-CN': '授信', en: 'Credit' }, metric: 'given.授信额度' }
    const model = { ...weighed({ value: 0.5, credit: 0.5 }), criteria: [...defaultModel.criteria.slice(0, 1), credit] }
    const shown = await previewModel(administrator, answerStudio, { run: 'current', model })
    expect(shown.criteria[1]).toMatchObject({ id: 'credit', known: 1 })
    await writeFile(path, `客户,行业影响力,评分人\n${second?.account},5,\n${second?.account},1,李雷\n`)
    const scores = await takeGivenFile(administrator, from, { upload: 'any', kind: 'ratings' })
    expect(scores).toMatchObject({ values: 2, added: 2, columns: ['行业影响力'], strangers: 0 })
    await expect(takeGivenFile(administrator, from, wanted)).rejects.toMatchObject({ code: 'figures.notANumber' })
  })

  it('a tier is decided on with a reason and an end, one at a time, and ended again', async () => {
    const { accounts } = await previewModel(administrator, answerStudio, { run: 'current', model: defaultModel })
    const below = accounts.find(({ tier }) => tier === 'ordinary')
    const key = below?.key ?? ''
    const wanted = { model: 'default', key, tier: 'key', reason: '战略签约', from: null, until: '2999-12-31' }
    const both = await Promise.allSettled([
      decideTier(administrator, sources(), wanted),
      decideTier(administrator, sources(), { ...wanted, tier: 'strategic' }),
    ])
    const { rows } = await listOverrides(administrator, sources(), { model: 'default' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ author: 'Ada', reason: '战略签约', accountName: below?.accountName, isOver: false })
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(decideTier(administrator, sources(), wanted)).rejects.toMatchObject({ code: 'overrides.twoAtOnce' })
    const preview = await previewModel(administrator, answerStudio, { run: 'current', model: defaultModel })
    expect(preview.accounts.find((each) => each.key === key)?.tier).toBe(rows[0]?.tier)
    for (const [change, code] of [
      [{ tier: 'gold' }, 'overrides.unknownTier'],
      [{ until: '2001-01-01' }, 'overrides.days'],
      [{ from: '0000-01-01' }, 'overrides.days'],
      [{ model: 'none' }, 'model.notFound'],
    ] as const) {
      await expect(decideTier(administrator, sources(), { ...wanted, ...change })).rejects.toMatchObject({ code })
    }
    await endOverride(administrator, company.database, { id: rows[0]?.id ?? 0 })
    expect((await listOverrides(administrator, sources(), { model: 'default' })).rows).toEqual([])
    await expect(endOverride(administrator, company.database, { id: rows[0]?.id ?? 0 })).rejects.toMatchObject({
      code: 'overrides.notFound',
    })
    expect((await verifyAudit(company.database)).intact).toBe(true)
  })
})
