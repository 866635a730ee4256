import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccountValue, CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const run = (words: readonly string[]) => runProgram(['value', ...words], { cwd: folder.path })

/** A file of sales: one line per customer, day and amount. */
function salesFile(name: string, lines: readonly (readonly [string, string, number])[]): string {
  const path = join(folder.path, name)
  const rows = lines.map((cells) => cells.join(','))
  writeFileSync(path, ['customer,date,amount', ...rows].join('\n'))
  return path
}

async function valued(words: readonly string[]): Promise<CustomerValue> {
  const { code, out, err } = await run([...words, '--json', '--locale', 'en'])
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out).not.toMatch(/NaN|Infinity/)
  expect(JSON.parse(out)).toMatchObject({ horizon: expect.stringMatching(/^\d+m$/) })
  return CustomerValue.parse(JSON.parse(out))
}

function csvRows(out: string): Record<string, string>[] {
  const text = readFileSync(join(folder.path, out, 'values.csv'), 'utf8')
  expect(text).not.toMatch(/nan|inf/i)
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const names = head.replace('\uFEFF', '').split(',')
  expect(names).toEqual(Object.keys(AccountValue.shape))
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.replaceAll('"', ''))
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const everyCustomer = Array.from({ length: 40 }, (_, i) => `客户${i + 1}`)

describe('what cannot be modelled', () => {
  test('one customer who bought once', async () => {
    const value = await valued([salesFile('one.csv', [['A', '2024-01-05', 100]]), '--out', 'one'])
    expect(value).toMatchObject({ chosen: 'lastYear', customers: 1, repeaters: 0, calibrateUntil: null })
    expect(value.models.map((model) => model.verdict)).toContain('tooFewRepeaters')
    expect(value.why).toMatch(/No model suits these data/)
    expect(value.equity).toMatchObject({ total: 0, lower: null, upper: null })
    expect(csvRows('one')).toMatchObject([{ account: 'A', purchases: '0', pAlive: '', expectedOrders: '0', clv: '0' }])
  })

  test('everybody bought once, on the last day known', async () => {
    const path = salesFile(
      'same-day.csv',
      everyCustomer.map((name, i) => [name, '2024-03-11', 10 + i]),
    )
    const value = await valued([path])
    expect(value).toMatchObject({ chosen: 'lastYear', customers: 40, repeaters: 0, matrix: null })
    expect(value.why).toMatch(/too few customers bought again/)
  })

  test('everybody spends the same, as often', async () => {
    const lines = everyCustomer.flatMap((name) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((month) => [name, `2024-0${month}-10`, 50] as const),
    )
    const value = await valued([salesFile('constant.csv', lines)])
    const spend = value.finalModels.find((model) => model.name === 'gamma-gamma')
    expect(['notIdentified', 'notConverged']).toContain(spend?.verdict)
    expect(spend?.verdictText).not.toBe('')
    expect(value.equity?.total).toBeGreaterThan(40 * 50 * 10)
    expect(value.equity?.total).toBeLessThan(40 * 50 * 14)
  })

  test('only returns', async () => {
    const lines = everyCustomer.map((name) => [name, '2024-03-11', -10] as const)
    const value = await valued([salesFile('returns.csv', lines), '--out', 'returns'])
    expect(value).toMatchObject({ chosen: 'none', customers: 0, accountsWithoutPurchase: 40, equity: null })
    expect(value.why).toMatch(/no purchase/)
    expect(csvRows('returns')).toHaveLength(40)
  })

  test('a line of a day to come is not looked at, and said', async () => {
    const lines = everyCustomer.flatMap((name, i) =>
      [1, 3, 5, 8].map((month) => [name, `2024-0${month}-1${i % 10}`, month * (i + 1)] as const),
    )
    const path = salesFile('future.csv', [...lines, ['early', '2099-01-01', 10]])
    const { code, out } = await run([path, '--locale', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/Later lines, not counted\s+1\n/)
    expect(out).not.toContain('2099')
  })
})

describe('the command line', () => {
  test('a split that leaves nothing on one side is refused', async () => {
    const path = salesFile('split.csv', [['A', '2024-01-05', 100]])
    const { code, err } = await run([path, '--calibrate-until', '2025-01-01', '--locale', 'en'])
    expect(code).toBe(2)
    expect(err).toContain('--calibrate-until')
  })

  test.each([
    ['--horizon', '0m'],
    ['--horizon', 'soon'],
    ['--model', 'arima'],
    ['--discount', '-1'],
    ['--margin', '30'],
    ['--unit', 'year'],
  ])('%s %s is refused', async (option, word) => {
    const { code, err } = await run(['x.csv', `${option}=${word}`, '--locale', 'en'])
    expect(code).toBe(2)
    expect(err).toContain(option)
  })

  test.each(['zh-CN', 'en'])('its help names every option in %s', async (locale) => {
    const { out } = await run(['--help', '--locale', locale])
    for (const option of [
      '--summary',
      '--calibrate-until',
      '--positive-only',
      '--spend-without-first',
      '--workspace',
    ]) {
      expect(out).toContain(option)
    }
    expect(out).not.toMatch(/value\.option|cli\.option/)
  })
})

describe('a table of summaries', () => {
  test('needs its columns', async () => {
    const path = join(folder.path, 'half.csv')
    writeFileSync(path, 'id,x,amount\n1,2,3\n')
    const { code, err } = await run(['--summary', path, '--locale', 'en'])
    expect(code).toBe(3)
    expect(err).toContain('t_x, T')
  })

  test('names the row that cannot be', async () => {
    const path = join(folder.path, 'late.csv')
    writeFileSync(path, 'id;x;t_x;T\n1;2;3;9\n2;1;12;9\n')
    const { code, err } = await run(['--summary', path, '--locale', 'en'])
    expect(code).toBe(3)
    expect(err).toContain('Row 3')
    expect(err).toContain('t_x = 12')
  })

  test('may have Chinese headers and a delimiter of its own', async () => {
    const path = join(folder.path, '汇总.csv')
    const rows = everyCustomer.map((name, i) => `${name};${i % 4};${i % 4 === 0 ? 0 : 5 + (i % 20)};${30 + (i % 3)}`)
    writeFileSync(path, `客户;复购次数;末次购买;观察期\n${rows.join('\n')}\n`)
    const value = await valued(['--summary', path, '--out', 'summary'])
    expect(value).toMatchObject({ customers: 40, repeaters: 30, basis: 'purchases', equity: null })
    expect(csvRows('summary')[0]).toMatchObject({ account: '客户1', purchases: '0', clv: '' })
  })
})
