import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import { SegmentationDetail, TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { authorise, type Viewer } from '../../access/index.ts'
import { exportAccounts, facetAccounts, getAccount, listAccounts } from '../../accounts/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../../jobs/company-sales.fixture.ts'
import {
  type BehaviourWork,
  behaviourWork,
  namedEventSegments,
  workspaceEvents,
  workspaceFunnel,
} from '../../purchase-behaviour/index.ts'
import { saveTrial, startImport, startTrial } from '../../jobs/index.ts'
import {
  compareSegmentations,
  getSegmentation,
  listSegmentations,
  retireSegmentation,
  segmentationFigures,
  studioFeatures,
} from '../index.ts'

const analyst: Viewer = { ...administrator, userId: 'ann', name: 'Ann', role: 'analyst' }
const withoutProfit: Viewer = { ...analyst, hidden: new Set(['profit']) }
const manager: Viewer = { ...administrator, role: 'manager', scopes: ['user:sam'] }
const everything = { page: 1, pageSize: 200, sort: [], withMonths: false }
let company: Company
let first: string

async function takeIn(name: string, accounts: number): Promise<void> {
  const upload = await sendFile(company, name, salesCsv(madeLines(accounts)))
  const asked = { files: [{ uploadId: upload.id }], onOverlap: 'append' as const }
  const { jobId } = await startImport(administrator, company.sources, asked)
  await finishJob(company, jobId)
}

async function tried(request: z.input<typeof TrialRequest>): Promise<string> {
  const { jobId } = await startTrial(analyst, company.database, TrialRequest.parse(request))
  const { segmentationId = '' } = await finishJob(company, jobId)
  return segmentationId
}

const keep = (id: string, name: string, clusters: { cluster: number; name: string }[] = []) =>
  saveTrial(analyst, company.sources, { id, name, note: '', clusters })

const inSegments = (viewer: Viewer, values: string[]) =>
  listAccounts(viewer, company.sources, {
    ...everything,
    columns: ['segments', 'netRevenue'],
    filter: { field: 'segments', operator: 'in', values },
  })

beforeAll(async () => {
  company = await openCompany()
  await takeIn('销售.csv', 45)
  first = await tried({ features: ['grossRevenue', 'ordersPerYear', 'score'], clusters: { from: 3, to: 3 } })
}, 240_000)
afterAll(() => company.close())

describe('a segmentation', () => {
  it('is tried, told in full, named and kept, and is a filter from then on', async () => {
    const trial = await getSegmentation(analyst, company.sources, first)
    z.strictObject(SegmentationDetail.shape).parse(trial)
    expect(trial.saved).toBeNull()
    expect(trial.agreement).toBe(1)
    const { clusters, accounts } = trial.segmentation
    expect(clusters).toHaveLength(3)
    const newestFor = async (viewer: Viewer) => (await listSegmentations(viewer, company.sources)).newest
    // Jobs of this company are done for its administrator.
    expect(await listSegmentations(administrator, company.sources)).toEqual({
      segmentations: [],
      newest: first,
      running: null,
    })
    expect([await newestFor(analyst), await newestFor(manager)]).toEqual([null, null])

    const saved = await keep(first, '价值', [{ cluster: 1, name: '大客户' }])
    expect(saved).toMatchObject({
      name: '价值',
      version: 1,
      author: 'Ada',
      features: ['销售总额', '年均订单数', '得分'],
    })
    expect(saved.segments.map(({ name }) => name)).toEqual(['大客户', clusters[1]?.name, clusters[2]?.name])
    expect(saved.segments.map((segment) => segment.accounts)).toEqual(clusters.map(({ size }) => size))

    expect([await newestFor(analyst), await newestFor(manager)]).toEqual([first, null])

    const [big] = saved.segments
    const listed = await inSegments(analyst, [big?.segment ?? ''])
    expect(listed.total).toBe(clusters[0]?.size)
    expect(listed.netRevenue).toBeCloseTo(big?.netRevenue ?? 0, 2)
    expect(listed.rows.every((row) => AccountListRow.parse(row).segments?.[0] === big?.segment)).toBe(true)
    const { facets } = await facetAccounts(analyst, company.sources, { fields: ['segments'] })
    expect(facets[0]?.values.reduce((sum, value) => sum + value.accounts, 0)).toBe(accounts)
    const page = await getAccount(analyst, company.sources, { key: listed.rows[0]?.key ?? '' })
    expect(page.segments).toEqual([{ segment: big?.segment, segmentation: '价值 v1', cluster: '大客户' }])

    const path = join(tmpdir(), `segments-${first}.csv`)
    const columns = ['account', 'segments'] as const
    await exportAccounts(analyst, company.sources, { format: 'csv', columns, sort: [], withMonths: false, path })
    const file = await readFile(path, 'utf8')
    await rm(path)
    expect(file.match(/价值 v1: 大客户/g)).toHaveLength(clusters[0]?.size ?? 0)
  }, 60_000)

  it('is something to tell imported events apart by, once it is saved', async () => {
    const upload = await sendFile(
      company,
      '事件.csv',
      '客户编号,事件,时间\nK001,拜访,2025-01-01\nK002,报价,2025-01-04\n',
    )
    const { jobId } = await startImport(administrator, company.sources, {
      files: [{ uploadId: upload.id }],
      kind: 'events',
    })
    await finishJob(company, jobId)
    const sources = {
      ...company.sources,
      productVersion: '0',
      answerBehaviour: (work: BehaviourWork) => behaviourWork(company.warehouse, work),
      uploadPath: () => Promise.resolve(''),
    }
    const cutBy = async (segmentation: string) =>
      (await workspaceFunnel(analyst, sources, { order: 'ordered', segmentation })).funnel?.cuts[0]
    const cut = await cutBy(first)
    const names = (await listSegmentations(analyst, company.sources)).segmentations[0]?.segments.map(({ name }) => name)
    expect(cut?.column).toBe('价值 v1')
    expect(cut?.values.reduce((sum, { outcomes }) => sum + outcomes.cases, 0)).toBe(2)
    for (const { value } of cut?.values ?? []) expect(names).toContain(value)
    await expect(cutBy(randomUUID())).rejects.toMatchObject({ code: 'segmentation.notFound' })

    // The command line calls it by its name.
    const called = (...by: string[]) => namedEventSegments(by, () => Promise.resolve(company.database))
    expect(await called('product', 'Tier')).toBeUndefined()
    expect(await called('价值')).toEqual(await called('价值 v1'))
    const segments = await called('价值')
    if (segments === undefined) throw new Error('the segmentation was not found by its name')
    const told = await workspaceEvents(company.warehouse, {
      by: [],
      stages: [],
      order: 'ordered',
      locale: 'zh-CN',
      segments,
    })
    expect(told.cuts[0]).toEqual(cut)
    const details = { argument: '--by', expected: expect.stringMatching(/^product.*, 价值 v1$/) }
    for (const by of [['价值 v2'], ['价值', 'tier'], ['颜色']]) {
      await expect(called(...by)).rejects.toMatchObject({ code: 'argument.invalid', details })
    }
    expect(await namedEventSegments(['region'], () => Promise.reject(new Error('not asked')))).toBeUndefined()
  }, 60_000)

  it('does not change once it is saved, and the same name is its next version', async () => {
    await expect(keep(first, '别的')).rejects.toMatchObject({ code: 'segmentation.changed' })
    const change = company.database.updateTable('segmentation').set({ name: '别的' }).where('id', '=', first).execute()
    await expect(change).rejects.toThrow('does not change')
    const again = await tried({ features: ['grossRevenue'], clusters: { from: 3, to: 3 }, earlier: first })
    expect(await keep(again, '价值')).toMatchObject({ version: 2 })
    const { segmentation } = await getSegmentation(analyst, company.sources, again)
    expect(segmentation.movement?.shared).toBe(segmentation.accounts)
    expect(segmentation.clusters[0]?.name).toBe('大客户')
    const wrong = keep(await tried({ clusters: { from: 2, to: 2 } }), '错', [{ cluster: 9, name: '没有' }])
    await expect(wrong).rejects.toMatchObject({ code: 'segmentation.noSuchCluster' })

    const compared = await compareSegmentations(analyst, company.sources, { one: { id: first }, other: { id: again } })
    expect(compared.cells.reduce((sum, cell) => sum + cell.accounts, 0)).toBe(compared.shared)
    expect(compared.stayed).toBe(segmentation.movement?.stayed)
    expect(compared.matches).toContainEqual({ one: 1, other: 1 })
  }, 60_000)

  it('goes on with the accounts of the next run, by the nearest centre, and says who moved', async () => {
    await takeIn('更多.csv', 60)
    const asked = await company.database
      .selectFrom('job')
      .select('id')
      .where('kind', '=', 'segments')
      .where('state', '=', 'waiting')
      .execute()
    expect(asked).toHaveLength(1)
    await finishJob(company, asked[0]?.id ?? '')
    const { assignments } = await getSegmentation(analyst, company.sources, first)
    expect(assignments.map(({ way, isCurrent }) => [way, isCurrent])).toContainEqual(['model', true])
    const { total } = await listAccounts(analyst, company.sources, everything)
    const { segmentations } = await listSegmentations(analyst, company.sources)
    const counted = segmentations.find(({ id }) => id === first)?.segments ?? []
    expect(counted.reduce((sum, { accounts }) => sum + (accounts ?? 0), 0)).toBe(total)
    const before = assignments.find(({ way }) => way === 'fitted')?.runId ?? ''
    const moved = await compareSegmentations(analyst, company.sources, {
      one: { id: first, run: before },
      other: { id: first },
    })
    expect(moved.shared).toBeLessThan(total)
    expect(moved.cells.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(total)
  }, 120_000)

  it('colours its accounts by any field', async () => {
    const { keys } = await getSegmentation(analyst, company.sources, first)
    const { values } = await segmentationFigures(analyst, company.sources, { id: first, field: 'tier' })
    expect(values).toHaveLength(keys.length)
    expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true)
  })

  it('is for those who may make one; others see it within what they see', async () => {
    expect(() => authorise(manager, ['analyst'])).toThrow('access.notAllowed')
    for (const ask of [
      getSegmentation(manager, company.sources, first),
      compareSegmentations(manager, company.sources, { one: { id: first }, other: { id: first } }),
      retireSegmentation(manager, company.database, first),
      studioFeatures(manager, company.database),
      startTrial(manager, company.database, TrialRequest.parse({})),
      saveTrial(manager, company.sources, { id: first, name: 'x', note: '', clusters: [] }),
    ]) {
      await expect(ask).rejects.toMatchObject({ code: 'access.notAllowed' })
    }
    const seen = await listAccounts(manager, company.sources, everything)
    const { segmentations } = await listSegmentations(manager, company.sources)
    const segments = segmentations.find(({ id }) => id === first)?.segments ?? []
    expect(segments.reduce((sum, { accounts }) => sum + (accounts ?? 0), 0)).toBe(seen.total)
    const filtered = await inSegments(
      manager,
      segments.map(({ segment }) => segment),
    )
    expect(filtered.total).toBe(seen.total)
  })

  it('that is made of profit is not there for those who do not see profit', async () => {
    const secret = await tried({ features: ['margin', 'grossProfit'], clusters: { from: 2, to: 2 } })
    const saved = await keep(secret, '利润')
    const { segmentations } = await listSegmentations(withoutProfit, company.sources)
    expect(segmentations.map(({ name }) => name)).not.toContain('利润')
    const values = saved.segments.map(({ segment }) => segment)
    expect((await inSegments(analyst, values)).total).toBeGreaterThan(0)
    expect((await inSegments(withoutProfit, values)).total).toBe(0)
    const detail = getSegmentation(withoutProfit, company.sources, secret)
    await expect(detail).rejects.toMatchObject({ code: 'segmentation.notFound' })
    const start = startTrial(withoutProfit, company.database, TrialRequest.parse({ features: ['margin'] }))
    await expect(start).rejects.toMatchObject({ code: 'accounts.fieldHidden' })
    const { features } = await studioFeatures(withoutProfit, company.database)
    expect(features.map(({ name }) => name)).not.toContain('margin')
  }, 60_000)

  it('that is being tried is found again by whoever asked for it', async () => {
    const runningFor = async (viewer: Viewer) => (await listSegmentations(viewer, company.sources)).running
    expect(await runningFor(analyst)).toBeNull()
    const { jobId } = await startTrial(analyst, company.database, TrialRequest.parse({ features: ['netRevenue'] }))
    expect([await runningFor(analyst), await runningFor(administrator)]).toEqual([jobId, null])
    await finishJob(company, jobId)
    expect(await runningFor(analyst)).toBeNull()
  }, 60_000)

  it('that is retired is no filter any more, and what it said stays', async () => {
    const segments = [`${first}:1`]
    await retireSegmentation(analyst, company.database, first)
    expect((await inSegments(analyst, segments)).total).toBe(0)
    expect((await getSegmentation(analyst, company.sources, first)).saved).toMatchObject({ isRetired: true })
  })

  it('is refused where it cannot be', async () => {
    const start = (request: z.input<typeof TrialRequest>) =>
      startTrial(analyst, company.database, TrialRequest.parse(request))
    await expect(start({ features: ['nothing'] })).rejects.toMatchObject({ code: 'segmentation.unknownFeature' })
    const unknown = start({ earlier: '00000000-0000-4000-8000-000000000000' })
    await expect(unknown).rejects.toMatchObject({ code: 'segmentation.notFound' })
    await expect(tried({ features: ['mix', 'region'], method: 'gmm', missing: 'drop' })).resolves.toHaveLength(36)
  }, 60_000)

  it('compares accounts by figures and classes as they are, where the method can', async () => {
    const features = ['tier', 'abcClass', 'netRevenue']
    const wanted = { features, method: 'average' as const, clusters: { from: 3, to: 3 } }
    expect(TrialRequest.safeParse({ ...wanted, method: 'kmeans', distance: 'gower' }).success).toBe(false)
    const id = await tried({ ...wanted, distance: 'gower' })
    const { segmentation, agreement } = await getSegmentation(analyst, company.sources, id)
    expect(segmentation).toMatchObject({ distance: 'gower', method: 'average' })
    const [cluster] = segmentation.clusters
    const tiers = cluster?.profile.filter(({ feature }) => feature === 'tier') ?? []
    expect(tiers.length).toBeGreaterThan(0)
    // Shares of a class add up within the cluster, and so do those of all accounts.
    expect(tiers.reduce((sum, { mean }) => sum + (mean ?? 0), 0)).toBeCloseTo(1, 9)
    expect(tiers.reduce((sum, { populationMean }) => sum + (populationMean ?? 0), 0)).toBeCloseTo(1, 9)
    expect(agreement).toBeGreaterThan(0.5)
  }, 60_000)
})
