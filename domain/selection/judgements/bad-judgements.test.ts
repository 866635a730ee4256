import { ProductError } from '@vitalfew/contract/errors.ts'
import { locales, translator } from '@vitalfew/contract/locale.ts'
import { describe, expect, test } from 'vitest'
import { checkJudgements } from './check-judgements.ts'
import { jsonJudgements } from './json-judgements.ts'
import { mergeJudgements } from './merge-judgements.ts'

const criteria = ['价值', '增长', '关系']

function judged(matrix: unknown): object {
  return { criteria, experts: [{ name: '王敏', department: '销售部', matrix }] }
}

/** What a person is told about a document. */
function complaint(document: object): string {
  try {
    const part = jsonJudgements(JSON.stringify(document), '判断.json')
    checkJudgements(part)
    mergeJudgements([part])
  } catch (error) {
    if (!(error instanceof ProductError)) throw error
    const words = locales.map((locale) => translator(locale)(`errors.${error.code}`, error.details))
    return words.join('\n')
  }
  return ''
}

describe('bad JSON is refused, naming person, place and criteria', () => {
  const flat = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]
  const changed = (row: number, column: number, value: unknown): unknown =>
    flat.map((cells, i) => cells.map((cell, j) => (i === row && j === column ? value : cell)))
  const tree = (second: string): object => ({
    criteria: ['b'],
    tree: [
      { name: 'a', parent: second },
      { name: 'b', parent: 'a' },
      { name: 'c', parent: 'a' },
    ],
    experts: [{ name: '王敏', matrices: {} }],
  })
  const goal = { name: '目标', parent: null }
  const withTree = (nodes: readonly object[], names: readonly string[]): object => ({
    criteria: names,
    tree: nodes,
    experts: [{ name: '王敏', matrices: {} }],
  })

  test.each([
    ['a zero', judged(changed(0, 2, 0)), 'experts[0].matrix[0][2]：“价值”比“关系”写的是“0”'],
    ['a negative', judged(changed(1, 2, -3)), '“增长”比“关系”写的是“-3”'],
    ['a text', judged(changed(0, 1, '很')), '王敏，experts[0].matrix[0][1]：“价值”比“增长”写的是“很”'],
    ['beyond all measure', judged(changed(0, 1, 1e6)), '1000000'],
    ['not reciprocal', judged(changed(0, 1, 4)), '“价值”比“增长”是 4（experts[0].matrix[0][1]），反过来却是 1'],
    ['a diagonal of 2', judged(changed(1, 1, 2)), '“增长”与自己比较应为 1，现为 2'],
    ['a short row', judged([[1, 1], flat[1], flat[2]]), '第 1 行（价值）有 2 个数，应有 3 个'],
    ['too few rows', judged(flat.slice(1)), '2 行，指标却有 3 个'],
    [
      'criteria apart',
      judged([
        [1, 3, null],
        [null, 1, null],
        [null, null, 1],
      ]),
      '价值, 增长 | 关系',
    ],
    [
      'nothing compared',
      judged([
        [1, null, null],
        [null, 1, null],
        [null, null, 1],
      ]),
      '没有任何判断',
    ],
    ['no matrix', { criteria, experts: [{ name: '王敏' }] }, '王敏 缺少判断矩阵'],
    ['nobody', { criteria, experts: [] }, '没有任何判断'],
    ['a key that nothing reads', { ...judged(flat), weight: [1] }, '判断.json 的 { } 里没有“weight”这一项'],
    [
      'a misspelt key of a person',
      { criteria, experts: [{ name: '王敏', dept: '销售部', matrix: flat }] },
      '判断.json 的 experts[0] 里没有“dept”这一项',
    ],
    [
      'a misspelt key of a reason',
      {
        criteria,
        experts: [{ name: '王敏', matrix: flat, reasons: [{ first: '价值', second: '增长', reason: '?', why: '' }] }],
      },
      'There is nothing called "why" at experts[0].reasons[0] of the judgements 判断.json',
    ],
    ['no criteria', { experts: [] }, 'criteria 缺少或写法不对'],
    ['a criterion twice', { criteria: ['a', 'a'], experts: [] }, '“a”出现了两次'],
    ['a person twice', { criteria, experts: [1, 2].map(() => ({ name: '王敏', matrix: flat })) }, '王敏出现了两次'],
    ['too many criteria', { criteria: [...Array(16).keys()].map(String), experts: [] }, '最多 15 个'],
    ['a circle', tree('c'), '绕成了圈'],
    ['an unknown parent', withTree([goal, { name: 'a', parent: 'x' }], ['a']), '“a”的上级“x”不存在'],
    ['two goals', withTree([goal, { name: 'a', parent: null }], ['a']), '有几个目标：目标, a'],
    [
      'a node twice',
      withTree([goal, { name: 'a', parent: '目标' }, { name: 'a', parent: '目标' }], ['a']),
      '“a”出现了两次',
    ],
    ['other leaves', withTree([goal, { name: 'a', parent: '目标' }], ['b']), '不一致的有：a, b'],
    [
      'an unknown reason',
      {
        criteria,
        experts: [{ name: '王敏', matrix: flat, reasons: [{ first: '价值', second: '品牌', reason: '?' }] }],
      },
      '不认识指标“品牌”',
    ],
  ])('%s', (_, document, words) => {
    const told = complaint(document)
    expect(told).toContain(words)
    expect(told).toContain('判断.json')
    expect(told).not.toMatch(/\{\{|undefined/)
  })
})
