import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Finished, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const published = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
]
const criteria = ['价值', '增长', '关系']

function put(name: string, content: string | object): string {
  const isBytes = typeof content === 'string' || Buffer.isBuffer(content)
  writeFileSync(join(folder.path, name), isBytes ? content : JSON.stringify(content))
  return name
}

function judged(matrix: unknown, name = '王敏', department = '销售部'): object {
  return { criteria, experts: [{ name, department, matrix }] }
}

function ahp(...words: readonly string[]): Promise<Finished> {
  return runProgram(['ahp', ...words], { cwd: folder.path })
}

async function report(...words: readonly string[]): Promise<JudgementReport> {
  const finished = await ahp(...words, '--json')
  expect(finished.err).toBe('')
  expect(finished.code).toBe(0)
  return JudgementReport.parse(JSON.parse(finished.out))
}

async function refused(words: readonly string[], code = 3): Promise<string> {
  const finished = await ahp(...words)
  expect(finished.out).toBe('')
  expect(finished.err.trimEnd().split('\n')).toHaveLength(1)
  expect(finished.err).not.toMatch(/\{\{|undefined|程序内部错误/)
  expect(finished.code).toBe(code)
  return finished.err
}

describe('weights', () => {
  test('of the published 3 × 3, on paper and as JSON', async () => {
    const file = put('three.json', judged(published))
    const found = await report(file)
    const [expert] = found.experts
    expect(expert?.weights.map((weight) => weight.toFixed(3))).toEqual(['0.637', '0.258', '0.105'])
    expect(expert?.consistencyRatio).toBeCloseTo(0.033, 3)
    expect(expert?.worstTriad).toEqual({ criteria, judgements: [3, 3, 5], implied: 9 })
    expect(found.group).toMatchObject({ weights: expert?.weights, consensus: 1 })
    const paper = await ahp(file)
    expect(paper.out).toContain('63.7%')
    expect(paper.out).toContain('照此价值应是关系的 9 倍，实际判断为 5 倍')
    expect((await ahp(file, '--locale', 'en')).out).toContain('consistency ratio 0.033 (acceptable)')
  })

  test('of a consistent 7 × 7: the ratio is 0', async () => {
    const weights = [0.3, 0.2, 0.15, 0.12, 0.1, 0.08, 0.05]
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const matrix = weights.map((one) => weights.map((other) => one / other))
    const found = await report(put('seven.json', { criteria: names, experts: [{ name: 'Ann', matrix }] }))
    expect(found.experts[0]?.consistencyRatio).toBe(0)
    expect(found.experts[0]).toMatchObject({ verdict: 'consistent', worstTriad: null, department: 'seven' })
    for (const [index, weight] of weights.entries()) expect(found.group.weights[index]).toBeCloseTo(weight, 12)
  })

  test('of a hierarchy are products from the goal down', async () => {
    const tree = [
      { name: '目标', parent: null },
      { name: '价值', parent: '目标' },
      { name: '关系', parent: '目标' },
      { name: '收入', parent: '价值' },
      { name: '利润', parent: '价值' },
    ]
    const goal = [
      [1, 4],
      [null, 1],
    ]
    const value = [
      [1, '1/3'],
      [null, 1],
    ]
    const file = put('tree.json', {
      criteria: ['关系', '收入', '利润'],
      tree,
      experts: [{ name: '王敏', department: '销售部', matrices: { 目标: goal, 价值: value } }],
    })
    const found = await report(file)
    for (const [index, weight] of [0.2, 0.2, 0.6].entries()) expect(found.group.weights[index]).toBeCloseTo(weight, 12)
    expect(found.tree?.find(({ name }) => name === '价值')?.weight).toBeCloseTo(0.8, 12)
    expect((await ahp(file)).out).toMatch(/价值 +80.0%[^\n]*\n +收入 +20.0%/)
  })
})

describe('a group', () => {
  const sales = put('销售.json', judged(published))
  const finance = put('财务.json', {
    criteria: ['关系', '价值', '增长'],
    experts: [
      {
        name: '陈静',
        matrix: [
          [1, 2, '1/2'],
          [null, 1, '1/3'],
          [null, null, 1],
        ],
      },
      {
        name: '周涛',
        matrix: [
          [1, 2, '1/2'],
          [null, 1, '1/3'],
          [null, null, 1],
        ],
      },
    ],
  })

  test('does not depend on the order of files, and departments count alike', async () => {
    const [one, other] = [await report(sales, finance), await report(finance, sales)]
    expect(one.departments.map(({ department, share }) => [department, share])).toEqual([
      ['销售部', 0.5],
      ['财务', 0.5],
    ])
    for (const [index, criterion] of one.criteria.entries()) {
      const weight = one.group.weights[index] ?? Number.NaN
      expect(other.group.weights[other.criteria.indexOf(criterion)]).toBeCloseTo(weight, 12)
    }
    expect(other.judgements.sha256).toBe(one.judgements.sha256)
    expect(one.disagreements.departments[0]).toMatchObject({ first: '销售部', second: '财务', criterion: '价值' })
    expect(one.questions.some(({ kind }) => kind === 'opposed')).toBe(true)
  })

  test('by shares, by priorities, by the geometric mean', async () => {
    const alone = await report(sales, finance, '--department-share', '销售部=1,财务=0')
    expect(alone.group.weights[0]).toBeCloseTo(0.637, 3)
    const found = await report(sales, finance, '--aggregate', 'priorities', '--method', 'geometric-mean')
    expect(found.group.weights).toEqual(found.group.weightsByPriorities)
    // With geometric means both ways are the same where nothing is missing.
    for (const [index, weight] of found.group.weightsByJudgements.entries()) {
      expect(found.group.weights[index]).toBeCloseTo(weight, 12)
    }
  })

  test('goes into a model: the first version of a child of one that comes along', async () => {
    const example = fileURLToPath(new URL('../samples/judgements/zh-CN.json', import.meta.url))
    const words = [example, '--model', 'default', '--write', '模型.json', '--out', '权重.json']
    const finished = await ahp(...words)
    expect(finished.code).toBe(0)
    const model = SelectionModel.parse(JSON.parse(readFileSync(join(folder.path, '模型.json'), 'utf8')))
    expect(model).toMatchObject({ name: 'default-own', version: 1, weights: { origin: 'ahp' } })
    expect(Object.keys(model.weights.byDepartment ?? {})).toEqual(['销售部', '财务部', '客服部'])
    const sum = Object.values(model.weights.values ?? {}).reduce((total, weight) => total + weight, 0)
    expect(sum).toBeCloseTo(1, 9)
    const { weights } = z
      .object({ weights: z.unknown() })
      .parse(JSON.parse(readFileSync(join(folder.path, '权重.json'), 'utf8')))
    expect(weights).toEqual(model.weights)
    expect(await refused(words, 4)).toContain('模型.json 已经存在')
    expect(await refused([sales, '--model', 'default'])).toContain('价值, 增长, 关系')
  })

  test('wants shares of all its departments', async () => {
    expect(await refused([sales, finance, '--department-share', '销售部=1'], 2)).toContain('财务=…')
    expect(await refused([sales, finance, '--department-share', '销售部=-1,财务=2'], 2)).toContain('销售部=-1')
  })
})

describe('bad JSON is refused, naming person, place and criteria', () => {
  const flat = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]
  const circle = {
    criteria: ['b'],
    tree: [
      { name: 'a', parent: 'c' },
      { name: 'b', parent: 'a' },
      { name: 'c', parent: 'a' },
    ],
    experts: [{ name: '王敏' }],
  }
  const twisted = [[1, 4, 1], flat[1], flat[2]]
  const apart = [
    [1, 3, null],
    [null, 1, null],
    [null, null, 1],
  ]

  test.each([
    ['a circle', circle, 'a → c → a'],
    ['not reciprocal', judged(twisted), '“价值”比“增长”是 4（experts[0].matrix[0][1]），反过来却是 1'],
    ['criteria apart', judged(apart), '价值, 增长 | 关系'],
    ['a person twice', { criteria, experts: [1, 2].map(() => ({ name: '王敏', matrix: flat })) }, '王敏出现了两次'],
  ])('%s', async (name, content, words) => {
    expect(await refused([put(`${name}.json`, content)])).toContain(words)
  })

  test('other criteria in another file, no JSON, an empty file, none at all', async () => {
    const file = put('first.json', judged(flat))
    const other = put('other.json', { criteria: ['价值', '品牌', '关系'], experts: [{ name: '李强', matrix: flat }] })
    expect(await refused([file, other])).toContain('价值, 品牌, 关系')
    expect(await refused([put('text.json', 'a,b\n1,2\n')])).toContain('既不是')
    expect(await refused([put('empty.json', '')])).toContain('empty.json')
    expect(await refused(['missing.json'])).toContain('missing.json')
    expect(await refused([put('cut.xlsx', Buffer.from('PK\u0003\u0004 nothing'))])).toContain('cut.xlsx')
    expect(await refused([], 2)).toContain('vitalfew ahp FILE')
    expect(await refused([file, '--write', 'x.json'], 2)).toContain('--model')
    expect(await refused([file, '--method', 'magic'], 2)).toContain('geometric-mean')
  })
})
