import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../access/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../../jobs/company-sales.fixture.ts'
import { startImport } from '../../jobs/index.ts'
import { defaultModel } from '../default-model.ts'
import { filledQuestionnaire } from '../judgements/workbook.fixture.ts'
import { keptModel } from '../model/model-versions.ts'
import { type AnswerStudio, studioWork } from '../studio/studio-work.ts'
import {
  adoptRound,
  createRound,
  getRound,
  judgePair,
  judgementSheet,
  listRounds,
  removeRound,
  roundLists,
  roundQuestionnaire,
  roundResult,
  setRoundOpen,
  setShares,
  submitSheet,
  takeQuestionnaire,
} from './index.ts'

const ready = [defaultModel]
const manager: Viewer = { userId: 'mia', name: 'mia', locale: 'en', role: 'manager', scopes: [], hidden: new Set() }
const salesman: Viewer = { ...manager, userId: 'sam', name: '孙小明', role: 'accountManager', scopes: ['user:sam'] }

let company: Company
const opened = (): Company => company
const inStudio: AnswerStudio = (work) => studioWork({ ...opened().sources, ready }, work)

beforeAll(async () => {
  company = await openCompany()
  const upload = await sendFile(company, '销售.csv', salesCsv(madeLines(60)))
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId: upload.id }] })
  await finishJob(company, jobId)
}, 120_000)
afterAll(() => company.close())

describe('a round of judging', () => {
  const pairs = [
    ['value', 'profit'],
    ['value', 'growth'],
    ['value', 'loyalty'],
    ['value', 'breadth'],
    ['profit', 'growth'],
    ['profit', 'loyalty'],
    ['profit', 'breadth'],
    ['growth', 'loyalty'],
    ['growth', 'breadth'],
    ['loyalty', 'breadth'],
  ] as const

  it('is there for those invited, hidden from others, and comes to weights that become a version', async () => {
    const { database } = opened()
    const round = await createRound(
      administrator,
      { database: opened().database, ready },
      {
        title: '2025 权重',
        model: 'default@1',
        raters: [
          { personId: 'ada', department: '总部' },
          { personId: 'mia', department: '财务部' },
          { personId: null, name: '王敏', department: '市场部' },
        ],
      },
    )
    expect(round).toMatchObject({ pairs: 10, isOpen: true, mayEdit: true })
    expect((await listRounds(manager, database)).rows[0]).toMatchObject({ mayEdit: false, raters: [{ isMe: true }] })
    expect((await listRounds(salesman, database)).rows).toEqual([])
    await expect(getRound(salesman, database, round.id)).rejects.toMatchObject({ code: 'rounds.notFound' })
    const other = round.raters.find(({ personId }) => personId === 'ada')?.id
    const foreign = judgementSheet(manager, database, { id: round.id, rater: other })
    await expect(foreign).rejects.toMatchObject({ code: 'rounds.notInvited' })
    await expect(submitSheet(manager, database, { id: round.id, isSubmitted: true })).rejects.toMatchObject({
      code: 'rounds.tooFew',
    })
    for (const [first, second] of pairs) {
      await judgePair(administrator, database, { id: round.id, first, second, judgement: 3, reason: '' })
      // The other way round is the same pair.
      await judgePair(manager, database, { id: round.id, first: second, second: first, judgement: 2, reason: '经验' })
    }
    const sheet = await submitSheet(manager, database, { id: round.id, isSubmitted: true })
    expect(sheet.judgements).toHaveLength(10)
    expect(sheet.judgements[0]?.judgement).toBe(0.5)
    expect(sheet.result?.weights.indexOf(Math.max(...sheet.result.weights))).toBe(4)
    const { report, waiting } = await roundResult(administrator, opened().sources, round.id)
    expect(waiting).toEqual([{ name: '王敏', department: '市场部' }])
    expect(report?.departments.map(({ department }) => department).toSorted()).toEqual(['总部', '财务部'].toSorted())
    expect(report?.group.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    expect(report?.disagreements.judgements[0]).toMatchObject({ isOpposed: true })
    const lists = await roundLists(administrator, { ...opened().sources, ready, answerStudio: inStudio }, round.id)
    expect(lists.departments).toHaveLength(2)
    const adopted = await adoptRound(administrator, { database: opened().database, ready }, { id: round.id, note: '' })
    const kept = await keptModel(database, { name: adopted.name, version: adopted.version })
    expect(kept?.weights).toMatchObject({ origin: 'ahp', judgements: { experts: ['ada', 'mia'] } })
    expect(Object.keys(kept?.weights.byDepartment ?? {})).toHaveLength(2)
    expect((await getRound(administrator, database, round.id)).adopted).toBe(adopted.id)
    await setRoundOpen(administrator, database, { id: round.id, isOpen: false })
    const late = judgePair(manager, database, {
      id: round.id,
      first: 'value',
      second: 'profit',
      judgement: 1,
      reason: '',
    })
    await expect(late).rejects.toMatchObject({ code: 'rounds.closed' })
    await expect(roundResult(manager, opened().sources, round.id)).rejects.toMatchObject({
      code: 'access.notAllowed',
    })
  })

  it('counts departments as was set, and leaves alone what was handed in until it is taken back', async () => {
    const { database } = opened()
    const raters = [
      { personId: 'ada', department: '总部' },
      { personId: 'mia', department: '财务部' },
      { personId: null, name: '王敏', department: '市场部' },
    ]
    const wanted = { title: '份量', model: 'default@1', raters }
    const round = await createRound(administrator, { database, ready }, wanted)
    for (const [first, second] of pairs.slice(0, 4)) {
      await judgePair(administrator, database, { id: round.id, first, second, judgement: 3, reason: '' })
      await judgePair(manager, database, { id: round.id, first, second, judgement: 0.5, reason: '' })
    }
    await submitSheet(manager, database, { id: round.id, isSubmitted: true })
    const behind = judgePair(manager, database, {
      id: round.id,
      first: 'value',
      second: 'profit',
      judgement: 1,
      reason: '',
    })
    await expect(behind).rejects.toMatchObject({ code: 'rounds.handedIn' })
    expect((await submitSheet(manager, database, { id: round.id, isSubmitted: false })).rater.submittedAt).toBeNull()
    const alike = (await roundResult(administrator, opened().sources, round.id)).report
    expect(alike?.departments.map(({ share }) => share)).toEqual([0.5, 0.5])
    const shares = [
      { department: '总部', share: 60 },
      { department: '财务部', share: 20 },
    ]
    const missing = setShares(administrator, database, { id: round.id, shares })
    await expect(missing).rejects.toMatchObject({ code: 'rounds.shares' })
    const all = [...shares, { department: '市场部', share: 40 }]
    const shared = await setShares(administrator, database, { id: round.id, shares: all })
    expect(new Map(shared.shares.map(({ department, share }) => [department, share])).get('总部')).toBe(0.5)
    expect((await getRound(manager, database, round.id)).shares).toEqual([])
    const { report } = await roundResult(administrator, opened().sources, round.id)
    // Who has not judged does not count: the others share what is left as they do.
    expect(report?.departments.find(({ department }) => department === '总部')?.share).toBeCloseTo(0.75, 12)
    expect(report?.group.weights[0]).toBeGreaterThan(alike?.group.weights[0] ?? 1)
  })

  it('asks in groups where criteria have groups, and the groups hold each criterion once', async () => {
    const { database } = opened()
    const wanted = { title: '分组', model: 'default@1', raters: [{ personId: 'ada', department: '总部' }] }
    const groups = [
      { title: '现在', criteria: ['value', 'profit'] },
      { title: '将来', criteria: ['growth', 'loyalty', 'breadth'] },
    ]
    const round = await createRound(administrator, { database: opened().database, ready }, { ...wanted, groups })
    expect(round.pairs).toBe(1 + 1 + 3)
    const judge = (first: string, second: string) =>
      judgePair(administrator, database, { id: round.id, first, second, judgement: 4, reason: '' })
    await judge('group:1', 'group:2')
    await judge('value', 'profit')
    await judge('growth', 'loyalty')
    const { result } = await judge('growth', 'breadth')
    expect(result?.weights.slice(0, 2).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.8, 9)
    await expect(judge('value', 'growth')).rejects.toMatchObject({ code: 'rounds.unknownPair' })
    await expect(judge('value', 'value')).rejects.toMatchObject({ code: 'rounds.unknownPair' })
    const file = roundQuestionnaire(administrator, database, { id: round.id })
    await expect(file).rejects.toMatchObject({ code: 'rounds.hierarchyFile' })
    const half = createRound(
      administrator,
      { database: opened().database, ready },
      { ...wanted, groups: [...groups, ...groups] },
    )
    await expect(half).rejects.toMatchObject({ code: 'judgements.nodeTwice' })
    const twice = createRound(
      administrator,
      { database: opened().database, ready },
      { ...wanted, raters: [...wanted.raters, ...wanted.raters] },
    )
    await expect(twice).rejects.toMatchObject({ code: 'rounds.invitedTwice' })
    await removeRound(administrator, database, round.id)
    await expect(getRound(administrator, database, round.id)).rejects.toMatchObject({ code: 'rounds.notFound' })
  })

  it('is asked and answered by a workbook just as well', async () => {
    const { database } = opened()
    const raters = [{ personId: null, name: '王敏', department: '市场部' }]
    const round = await createRound(
      administrator,
      { database: opened().database, ready },
      { title: '问卷', model: 'default@1', raters },
    )
    const rater = round.raters[0]?.id
    const { content, file } = await roundQuestionnaire(administrator, database, { id: round.id, rater })
    expect(file).toBe('问卷-市场部-王敏.xlsx')
    const empty = takeQuestionnaire(administrator, database, { id: round.id, rater, content })
    await expect(empty).rejects.toMatchObject({ code: 'judgements.empty' })
    const answers = pairs.map(([first]) => [
      defaultModel.criteria.find(({ id }) => id === first)?.title['zh-CN'] ?? '',
      1,
    ])
    const bytes = await filledQuestionnaire(Buffer.from(content, 'base64'), answers)
    const filled = Buffer.from(bytes).toString('base64')
    const sheet = await takeQuestionnaire(administrator, database, { id: round.id, rater, content: filled })
    expect(sheet.judgements).toHaveLength(10)
    expect(sheet.rater.submittedAt).not.toBeNull()
    expect(sheet.result?.consistencyRatio).toBeCloseTo(0, 9)
    const junk = takeQuestionnaire(administrator, database, { id: round.id, rater, content: 'AAAA' })
    await expect(junk).rejects.toMatchObject({ code: 'input.damaged' })
  })
})
