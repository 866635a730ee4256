import { expect, test } from 'vitest'
import { errorInWords } from './error-in-words.ts'
import { translator } from './locale.ts'

const said = (field: string) => errorInWords({ code: 'accounts.fieldHidden', details: { field } }, 'zh-CN')

test('a field that is kept from somebody is called what lists call it', () => {
  expect(said('grossProfit')).toContain('“毛利”')
  expect(said('revenueLast12Months')).toContain('“近 12 个月净销售额”')
  expect(said('revenuePrior12Months')).toContain('“前 12 个月销售额”')
  expect(said('given.授信额度')).toContain('“授信额度”')
  expect(said('given.dots.in.it')).toContain('“dots.in.it”')
})

test('so is a way to compare', () => {
  const details = { field: 'tags', operator: 'gte' }
  expect(errorInWords({ code: 'accounts.filterValue', details }, 'en')).toBe(
    '“Tags” cannot be compared like that (at least).',
  )
})

test('other errors say what their catalogue says', () => {
  expect(errorInWords({ code: 'run.none', details: {} }, 'en')).toBe(translator('en')('errors.run.none'))
})

test('so are the fields that a file lacks, the kind of a file and what a key may not do', () => {
  const [zh, en] = ['zh-CN', 'en'] as const
  const missing = {
    file: 'a.csv',
    field: 'date',
    fields: 'date, amount',
    headers: '甲, 乙',
    suggestion: '--map date=…',
  }
  const lacks = { code: 'mapping.fieldMissing', details: missing } as const
  expect(errorInWords(lacks, zh)).toBe('在 a.csv 中找不到日期、金额。表头：甲, 乙。请试试：--map date=…')
  expect(errorInWords(lacks, en)).toContain('Date, Amount')
  expect(errorInWords({ code: 'mapping.fieldMissing', details: { fields: 'odd' } }, zh)).toContain('odd')
  expect(errorInWords({ code: 'import.notAppendable', details: { kind: 'contacts' } }, zh)).toContain('“联系人”')
  expect(errorInWords({ code: 'access.keyScope', details: { scope: 'write' } }, zh)).toContain('“修改”')
  expect(errorInWords({ code: 'accounts.notSortable', details: { field: 'tags' } }, zh)).toContain('“标签”')
})

test('two tiers decided on for the same days are told by their names', () => {
  const details = {
    account: 'C1',
    accountName: '恒达',
    firstId: 7,
    firstTier: 'key',
    'firstTier.zh-CN': '关键客户',
    'firstTier.en': 'Key',
    firstAuthor: '王芳',
    firstUntil: '2027-12-31',
    secondTier: 'gone',
    secondAuthor: 'Li',
    secondFrom: '2027-01-01',
    secondUntil: '2027-06-30',
  }
  const twice = { code: 'overrides.twoAtOnce', details } as const
  expect(errorInWords(twice, 'zh-CN')).toContain(
    '客户“恒达（C1）”同时会有两条人工指定：#7 关键客户（王芳，至 2027-12-31）和gone（Li，2027-01-01 至 2027-06-30）',
  )
  expect(errorInWords(twice, 'en')).toContain(
    'The account 恒达 (C1) would have two overrides at the same time: #7 Key (王芳, until 2027-12-31) and gone (Li, 2027-01-01 to 2027-06-30)',
  )
  expect(errorInWords({ ...twice, details: { ...details, accountName: '' } }, 'en')).toContain('The account C1 would')
})

test('so are the tiers of a model', () => {
  const details = { model: 'default', tier: 'gold', tiers: 'key', 'tiers.zh-CN': 'key (关键客户)' }
  const unknown = { code: 'overrides.unknownTier', details } as const
  expect(errorInWords(unknown, 'zh-CN')).toContain('key (关键客户)')
  expect(errorInWords(unknown, 'en')).toContain('Its tiers are: key.')
})
