import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { filledQuestionnaire, typedWorkbook } from '@vitalfew/domain/selection/judgements/workbook.fixture.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { type Finished, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const criteria = ['价值', '增长', '关系']
type Cell = string | number | Date | null

function put(name: string, content: object): string {
  const isBytes = content instanceof Uint8Array
  writeFileSync(join(folder.path, name), isBytes ? content : JSON.stringify(content))
  return name
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

async function filledIn(file: string, answers: readonly (readonly Cell[])[]): Promise<string> {
  return put(`填好-${file}`, await filledQuestionnaire(readFileSync(join(folder.path, file)), answers))
}

describe('a questionnaire', () => {
  test('comes back as it was answered, however it was written', async () => {
    const asked = await ahp(
      'questionnaire',
      '--criteria',
      '价值，增长、关系,品牌',
      '--name',
      '王敏',
      '--department',
      '销售部',
      '--out',
      '问卷.xlsx',
    )
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toContain('4 个指标，6 对比较')
    const file = await filledIn('问卷.xlsx', [
      ['价值', '3 稍微重要', '规模决定投入'],
      ['关系', '０．３３'],
      ['甲', '明显重要'],
      [null, '1/3'],
      [null, 1],
      ['品牌', null],
    ])
    const found = await report(file)
    const [expert] = found.experts
    expect(expert).toMatchObject({ name: '王敏', department: '销售部', missing: [{ first: '关系', second: '品牌' }] })
    expect(found.questions).toContainEqual({
      kind: 'halfAnswered',
      to: { name: '王敏', department: '销售部' },
      first: '关系',
      second: '品牌',
      place: 'E13',
    })
    const same = await report(
      put('same.json', {
        criteria: ['价值', '增长', '关系', '品牌'],
        experts: [
          {
            name: '王敏',
            department: '销售部',
            matrix: [
              [1, 3, 1 / 3, 5],
              [null, 1, 1 / 3, 1],
              [null, null, 1, null],
              [null, null, null, 1],
            ],
          },
        ],
      }),
    )
    expect(found.judgements.sha256).toBe(same.judgements.sha256)
  })

  test('of a model speaks its titles and keeps its codes', async () => {
    await ahp('questionnaire', '--model', 'default', '--locale', 'en', '--out', 'q.xlsx')
    const file = await filledIn('q.xlsx', [
      ['Net revenue', 3],
      ['Net revenue', 'very strong'],
      ['A', '5 strongly more important'],
      ['left', '9'],
    ])
    const found = await report(file, '--model', 'default', '--locale', 'en')
    expect(found.criteria).toEqual(['value', 'profit', 'growth', 'loyalty', 'breadth'])
    expect(found.titles[0]).toBe('Net revenue')
    expect(found.experts[0]).toMatchObject({ name: '填好-q', consistencyRatio: 0, isApproximate: true })
    expect(found.group.weights[0]).toBeCloseTo(1 / (1 + 1 / 3 + 1 / 7 + 1 / 5 + 1 / 9), 9)
  })

  test('is not written over', async () => {
    await ahp('questionnaire', '--criteria', 'a,b', '--out', 'twice.xlsx')
    expect(await refused(['questionnaire', '--criteria', 'a,b', '--out', 'twice.xlsx'], 4)).toContain('twice.xlsx')
  })

  test('names the cell of what cannot be read', async () => {
    await ahp('questionnaire', '--criteria', '价值,增长,关系', '--out', 'bad.xlsx')
    const empty = await filledIn('bad.xlsx', [])
    expect(await refused([empty])).toContain('没有任何判断')
    const cases = [
      [['价值', '很多'], 'E8：“价值”比“增长”写的是“很多”'],
      [['价格', 3], 'D8：“价格”既不是“价值”也不是“增长”'],
      [['价值', '1/3'], 'E8：“价值”与“增长”相比选了“价值”，程度却是“1/3”'],
      [['价值', -3], 'E8：“价值”比“增长”写的是“-3”'],
      [['价值', 0], 'E8：“价值”比“增长”写的是“0”'],
      [['价值', 3], '几组指标之间没有任何比较，算不出权重：价值, 增长 | 关系'],
    ] as const
    for (const [answer, words] of cases) expect(await refused([await filledIn('bad.xlsx', [answer])])).toContain(words)
  })
})

describe('a matrix typed by hand', () => {
  const rows = (third: Cell, mirror: Cell = null): Cell[][] => [
    ['姓名', '陈静', null, '部门', '财务部'],
    [],
    ['', ...criteria],
    ['增长', mirror, 1, 3],
    ['价值', 1, 3, third],
    ['关系', null, null, 1],
  ]
  const sheet = (third: Cell, mirror?: Cell): Promise<Uint8Array> => typedWorkbook(rows(third, mirror))

  test('is found wherever it stands, rows in any order', async () => {
    const found = await report(put('矩阵.xlsx', await sheet(5, 0.33)))
    expect(found.experts[0]).toMatchObject({ name: '陈静', department: '财务部' })
    expect(found.experts[0]?.weights[0]).toBeCloseTo(0.637, 3)
  })

  test('a typed 1/3 that the spreadsheet took for a day is a third', async () => {
    const found = await report(put('日期.xlsx', await sheet(5, new Date(Date.UTC(2026, 0, 3)))))
    expect(found.experts[0]?.weights[0]).toBeCloseTo(0.637, 3)
  })

  test('is refused with cell and criteria', async () => {
    const twisted = await refused([put('反.xlsx', await sheet(5, 3))])
    expect(twisted).toContain('陈静：“价值”比“增长”是 3（C5），反过来却是 3（B4），应为 1/3')
    expect(await refused([put('词.xlsx', await sheet('重'))])).toContain('D5：“价值”比“关系”写的是“重”')
    const misspelt = rows(5).map((row) => row.map((cell) => (cell === '关系' ? '客情' : cell)))
    misspelt[2] = ['', ...criteria]
    const odd = put('错名.xlsx', await typedWorkbook(misspelt))
    expect(await refused([odd])).toContain('D3）：不认识指标“关系”')
    const nothing = put('无.xlsx', await typedWorkbook([['a', 1]], '表一'))
    expect(await refused([nothing])).toContain('没有问卷，也没有判断矩阵。工作表有：表一')
  })
})
