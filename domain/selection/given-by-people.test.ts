import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenStore, openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { defaultModel } from './default-model.ts'
import { keepModelVersion, keptModel } from './model/model-versions.ts'
import { addOverride, overridesOf, removeOverride } from './overrides/override-log.ts'
import { placeOverrides } from './overrides/place-overrides.ts'
import { ratedColumns } from './ratings/rated-columns.ts'
import { addRatings, ratingsBefore } from './ratings/rating-log.ts'
import { readRatings } from './ratings/read-ratings.ts'

const folder = mkdtempSync(join(tmpdir(), 'given '))
const wording = { locale: 'en', currency: 'CNY' } as const
let open: OpenStore

beforeAll(async () => {
  open = await openEmbeddedStore({ directory: join(folder, 'store'), durable: false })
})

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const anchors = [1, 2, 3, 4, 5].map((score) => ({ score, text: { 'zh-CN': `${score} 分`, en: `${score}` } }))
const model: SelectionModel = {
  ...defaultModel,
  criteria: [
    ...defaultModel.criteria,
    { id: 'strategic', title: { 'zh-CN': '战略价值', en: 'Strategic value' }, scale: { anchors } },
    { id: 'fit', title: { 'zh-CN': '契合度', en: 'Fit' }, scale: { anchors } },
  ],
}

describe('a version of a model', () => {
  test('means one content once it has been used, whatever the order of its parts', async () => {
    const { database } = open.store
    await keepModelVersion(database, defaultModel, wording)
    const { name, version, ...rest } = defaultModel
    await keepModelVersion(database, { ...rest, version, name }, wording)
    const other = { ...defaultModel, alwaysFirstFromShare: 0.1 }
    await expect(keepModelVersion(database, other, wording)).rejects.toMatchObject({
      code: 'model.changed',
      details: { next: 2, differences: 'An account is too large to lose from 10% of the revenue; before: 5%.' },
    })
    await keepModelVersion(database, { ...other, version: 2 }, wording)
    expect(await keptModel(database, { name: 'default' })).toMatchObject({ version: 2, alwaysFirstFromShare: 0.1 })
    expect(await keptModel(database, { name: 'default', version: 1 })).toEqual(defaultModel)
    expect(await keptModel(database, { name: 'nobody' })).toBeUndefined()
  })
})

describe('overrides', () => {
  const decided = { model: 'default', tier: 'key', reason: 'signed', author: 'Wang', from: null, until: '2025-12-31' }
  const naming = { tiers: defaultModel.tiers, accountName: '恒达' }

  test('hold for their days, one at a time, and can be taken away', async () => {
    const { database } = open.store
    const first = await addOverride(database, { ...decided, account: 'C1' }, naming)
    await expect(addOverride(database, { ...decided, account: 'C1', author: 'Li' }, naming)).rejects.toMatchObject({
      code: 'overrides.twoAtOnce',
      details: {
        account: 'C1',
        accountName: '恒达',
        'firstTier.zh-CN': '关键',
        firstAuthor: 'Wang',
        'secondTier.en': 'Key',
        secondAuthor: 'Li',
      },
    })
    await addOverride(database, { ...decided, account: 'C1', from: '2026-01-01', until: '2026-06-30' }, naming)
    await addOverride(database, { ...decided, account: 'C2', model: 'other' }, naming)
    expect((await overridesOf(database, 'default')).map(({ account }) => account)).toEqual(['C1', 'C1'])
    await removeOverride(database, first.id)
    await expect(removeOverride(database, first.id)).rejects.toMatchObject({ code: 'overrides.notFound' })
    expect(await overridesOf(database, 'default')).toHaveLength(1)
  })

  test('written down at the same moment, only one holds', async () => {
    const { database } = open.store
    const both = await Promise.allSettled(
      ['Wang', 'Li', 'Zhao', 'Chen'].map((author) =>
        addOverride(database, { ...decided, account: 'C9', author }, naming),
      ),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = both.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'overrides.twoAtOnce' })
    const held = await overridesOf(database, 'default')
    expect(held.filter(({ account }) => account === 'C9')).toHaveLength(1)
    const row = {
      account: 'C9',
      tier: 'key',
      reason: 'r',
      author: 'a',
      valid_from: '2025-12-31',
      valid_until: '2026-01-31',
    }
    const insert = (name: string) =>
      database
        .insertInto('tier_override')
        .values({ ...row, model: name })
        .execute()
    // Not even around the program.
    await expect(insert('default')).rejects.toMatchObject({ code: '23P01' })
    await insert('another')
  })

  test('of one account under two names are two at once', () => {
    const both = ['C1', 'The company'].map((account, id) => ({ ...decided, id, account }))
    const positions = new Map([
      ['C1', 3],
      ['The company', 3],
    ])
    const on = (asOf: string) => placeOverrides(both, { model, asOf, positions })
    expect(() => on('2025-12-31')).toThrow('overrides.twoAtOnce')
    expect(on('2026-01-01').placed).toEqual([])
    const [first] = both
    const alone = first === undefined ? [] : [first]
    expect(placeOverrides(alone, { model, asOf: '2025-01-01', positions: new Map() }).strangers).toHaveLength(1)
    expect(() =>
      placeOverrides([{ ...decided, id: 1, account: 'C1', tier: 'gold' }], { model, asOf: '2025-01-01', positions }),
    ).toThrow('overrides.unknownTier')
  })
})

describe('scores that people gave', () => {
  const read = (name: string) => readRatings({ path: join(folder, name), model, today: '2025-06-01' })

  test('are read from rows, in Chinese or English, and kept once', async () => {
    writeFileSync(
      join(folder, 'rows.csv'),
      '客户编码,指标,分数,评分人,部门,日期,理由\nC1,战略价值,４,王芳,销售部,2025/3/1,龙头\nC1,Strategic Value,2,李强,财务部,2025-03-02,\nC2,fit,,王芳,销售部,,\n',
    )
    const ratings = await read('rows.csv')
    expect(ratings).toEqual([
      {
        account: 'C1',
        criterion: 'strategic',
        score: 4,
        rater: '王芳',
        department: '销售部',
        day: '2025-03-01',
        reason: '龙头',
      },
      {
        account: 'C1',
        criterion: 'strategic',
        score: 2,
        rater: '李强',
        department: '财务部',
        day: '2025-03-02',
        reason: '',
      },
    ])
    const { database } = open.store
    expect(await addRatings(database, { ratings, file: 'rows.csv' })).toBe(2)
    expect(await addRatings(database, { ratings, file: 'rows.csv' })).toBe(0)
    expect(await ratingsBefore(database, '2025-03-02')).toEqual(ratings.slice(0, 1))
    expect(await ratingsBefore(database, undefined)).toEqual(ratings)
  })

  test('are read from a workbook with a column for each criterion', async () => {
    const rows = [
      ['Customer', 'Strategic value', '契合度', 'Rater'],
      ['C1', 5, 1, 'Li'],
      ['C2', null, 3, 'Li'],
    ]
    writeFileSync(join(folder, 'columns.xlsx'), await writeXlsx({ sheets: [{ name: 'scores', rows }] }))
    const ratings = await read('columns.xlsx')
    expect(ratings.map(({ account, criterion, score, day }) => [account, criterion, score, day])).toEqual([
      ['C1', 'strategic', 5, '2025-06-01'],
      ['C1', 'fit', 1, '2025-06-01'],
      ['C2', 'fit', 3, '2025-06-01'],
    ])
  })

  test.each([
    ['客户,指标,分数\nC1,战略,3\n', 'scores.unknownCriterion', { row: 2, criterion: '战略' }],
    ['客户,指标,分数\n\nC1,战略价值,6\n', 'scores.outOfScale', { row: 3, score: '6', lowest: 1, highest: 5 }],
    ['客户,指标,分数\nC1,战略价值,many\n', 'scores.outOfScale', { score: 'many' }],
    ['客户,指标,分数,日期\nC1,战略价值,3,soon\n', 'scores.day', { row: 2, day: 'soon' }],
    ['客户,分数\nC1,3\n', 'scores.columns', { missing: 'criterion' }],
  ])('say what is wrong with %j', async (text, code, details) => {
    writeFileSync(join(folder, 'wrong.csv'), text)
    await expect(read('wrong.csv')).rejects.toMatchObject({ code, details })
  })

  test('are averaged over raters, of each the latest; those far apart are named', () => {
    const rating = { account: 'C1', criterion: 'strategic', department: '', reason: '' }
    const given = [
      { ...rating, rater: 'a', day: '2025-01-01', score: 5 },
      { ...rating, rater: 'a', day: '2025-02-01', score: 1 },
      { ...rating, account: 'One', rater: 'b', day: '2025-01-01', score: 4 },
      { ...rating, account: 'nobody', rater: 'b', day: '2025-01-01', score: 4 },
    ]
    const positions = new Map([
      ['C1', 1],
      ['One', 1],
    ])
    const { columns, disagreements, strangers } = ratedColumns(given, { model, accounts: 3, positions })
    expect([...(columns.get('strategic') ?? [])]).toEqual([Number.NaN, 2.5, Number.NaN])
    expect([...(columns.get('fit') ?? [])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(disagreements).toMatchObject([{ position: 1, lowest: { rater: 'a', score: 1 }, highest: { rater: 'b' } }])
    expect(strangers).toEqual(['nobody'])
  })
})
