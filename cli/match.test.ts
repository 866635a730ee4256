import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FoundNames, MatchResult } from '@vitalfew/contract/identity.ts'
import { pairwiseAccuracy } from '@vitalfew/methods/record-linkage/pairwise-accuracy.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const minutes = 60_000
const people = 'given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id'

function match(...words: readonly string[]) {
  return runProgram(['match', ...words], { cwd: folder.path })
}

async function clustersOf(...words: readonly string[]): Promise<Map<string, string>> {
  const { out, err, code } = await match(...words, '--csv')
  expect({ err, code }).toEqual({ err: '', code: 0 })
  const [head, ...lines] = out.trimEnd().split('\n')
  expect(head).toBe('id,cluster')
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(',')), line.slice(line.lastIndexOf(',') + 1)]))
}

function put(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder.path, name), `${lines.join('\n')}\n`)
  return name
}

describe.skipIf(!hasRealData)('labelled sets', () => {
  const febrl = (name: string): string => join(realData, 'matching-febrl', `${name}.csv`)

  test.each([
    ['febrl 1', [febrl('dataset1')]],
    ['febrl 3', [febrl('dataset3')]],
    ['febrl 4a and 4b', [febrl('dataset4a'), febrl('dataset4b')]],
  ])(
    '%s: pairwise F1 of at least .995',
    async (_, files) => {
      const clusters = await clustersOf(...files, '--id', 'rec_id', '--columns', people)
      const truth = [...clusters.keys()].map((id) => id.split('-')[1] ?? '')
      expect(pairwiseAccuracy([...clusters.values()], truth).f1).toBeGreaterThanOrEqual(0.995)
    },
    3 * minutes,
  )

  test(
    'fake_1000: pairwise F1 of at least .94',
    async () => {
      const file = join(realData, 'matching-people', 'fake_1000.csv')
      const clusters = await clustersOf(file, '--id', 'unique_id', '--columns', 'first_name,surname,dob,city,email')
      const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
      const truth = new Map(
        rows.map((row) => [row.slice(0, row.indexOf(',')), row.slice(row.lastIndexOf(',') + 1).trim()]),
      )
      const found = [...clusters]
      const accuracy = pairwiseAccuracy(
        found.map(([, cluster]) => cluster),
        found.map(([id]) => truth.get(id) ?? ''),
      )
      expect(accuracy.f1).toBeGreaterThanOrEqual(0.94)
    },
    minutes,
  )

  test(
    'names of Chinese companies: precision of at least .97 with a recall of at least .85',
    async () => {
      const Pairs = z.array(z.object({ a: z.string(), b: z.string(), y: z.int() }))
      const pairs = Pairs.parse(JSON.parse(readFileSync(join(realData, 'matching-companies-zh', 'pairs.json'), 'utf8')))
      const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
      const quoted = names.map((name, index) => `n${index},"${name.replaceAll('"', '""')}"`)
      const clusters = await clustersOf(put('names.csv', ['id,name', ...quoted]), '--id', 'id', '--columns', 'name')
      const clusterOf = new Map(names.map((name, index) => [name, clusters.get(`n${index}`)]))
      const joined = pairs.filter(({ a, b }) => clusterOf.get(a) === clusterOf.get(b))
      const right = joined.filter(({ y }) => y === 1).length
      expect(right / joined.length).toBeGreaterThanOrEqual(0.97)
      expect(right / pairs.filter(({ y }) => y === 1).length).toBeGreaterThanOrEqual(0.85)
    },
    minutes,
  )

  test(
    'at least 95 of 100 short names of listed companies find their full name first',
    async () => {
      const file = join(realData, 'matching-companies-zh', 'company.csv')
      const names = ['--columns', '证券简称', '--against', file, '--against-column', '公司中文名称', '--json']
      const { out, code } = await match(file, ...names)
      expect(code).toBe(0)
      const found = z.array(z.custom<FoundNames>()).parse(JSON.parse(out))
      const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
      const right = found.filter(({ found: [first] }, row) => {
        const whole = rows[row]?.slice(rows[row].indexOf(',') + 1)
        return first !== undefined && first.name === whole?.replace(/^"|"$/g, '')
      })
      expect(found).toHaveLength(rows.length)
      expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95)
    },
    2 * minutes,
  )
})

describe('a table of a few customers', () => {
  const rows = [
    'id,客户名称,统一社会信用代码,电话',
    'A1,东方红星（深圳）科技有限公司,914403001922038216,0755-28780808',
    'A2,深圳市东方红星科技有限公司,914403001922038216,0755 28780808',
    'A3,工行深圳龙华支行,,',
    'A4,中国工商银行股份有限公司龙华支行,,',
    'A5,中国工商银行股份有限公司,,',
    'A6,東方紅星科技有限公司,,0755-28780808',
  ]

  test('joins other ways of writing, keeps a branch and its bank apart, and says why', async () => {
    const file = put('customers.csv', rows)
    const { out, code } = await match(
      file,
      '--id',
      'id',
      '--columns',
      '客户名称,统一社会信用代码,电话',
      '--json',
      '--evidence',
    )
    expect(code).toBe(0)
    const result = MatchResult.parse(JSON.parse(out))
    const cluster = new Map(result.rows.map((row) => [row.id, row.cluster]))
    expect(cluster.get('A1')).toBe(cluster.get('A2'))
    expect(cluster.get('A6')).toBe(cluster.get('A1'))
    expect(cluster.get('A3')).toBe(cluster.get('A4'))
    expect(cluster.get('A5')).not.toBe(cluster.get('A4'))
    const pair = result.pairs?.find(({ left, right }) => left === 'A1' && right === 'A2')
    expect(pair).toMatchObject({ band: 'auto', together: true })
    const bits = pair?.fields.reduce((sum, field) => sum + field.bits, pair.priorBits)
    expect(bits).toBeCloseTo(pair?.bits ?? Number.NaN, 2)
  })

  test('one row, equal rows, and rows that say nothing', async () => {
    const one = await clustersOf(put('one.csv', ['id,name', '1,甲乙丙贸易有限公司']), '--id', 'id', '--columns', 'name')
    expect([...one]).toEqual([['1', '1']])
    const lines = ['id,name', '1,北京甲乙贸易有限公司', '2,北京甲乙贸易有限公司', '3,', '4,无']
    const few = await clustersOf(put('few.csv', lines), '--id', 'id', '--columns', 'name')
    expect([...few.values()]).toEqual(['1', '1', '2', '3'])
  })

  test('records alike in everything are one, however many they are', async () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) => `${i},${i < 900 ? '北京云帆贸易有限公司' : `远山${i}号商贸有限公司`}`,
    )
    const clusters = await clustersOf(put('many.csv', ['id,name', ...many]), '--id', 'id', '--columns', 'name')
    expect(new Set([...clusters.values()].slice(0, 900)).size).toBe(1)
    expect(new Set(clusters.values()).size).toBeGreaterThan(1000)
  })

  test('a column that is not there is refused in one line', async () => {
    const { err, code } = await match(put('customers.csv', rows), '--columns', '税号')
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toContain('税号')
  })
})
