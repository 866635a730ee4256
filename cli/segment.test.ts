import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const run = (...words: string[]) =>
  runProgram(['segment', ...words], { cwd: folder.path, environment: { LANG: 'zh_CN.UTF-8' } })

async function segmented(...words: string[]): Promise<Segmentation> {
  const { code, out, err } = await run(...words, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return Segmentation.parse(JSON.parse(out))
}

function table(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder.path, name), lines.join('\n'))
  return name
}

if (!hasRealData) console.warn(`SKIPPED: no real data sets at ${realData}`)

describe.skipIf(!hasRealData)('vitalfew segment on the customers of a wholesaler', () => {
  const wholesale = join(realData, 'wholesale', 'wholesale_440.csv')
  const features = ['--features', 'Fresh,Milk,Grocery,Frozen,Detergents_Paper,Delicassen', '--transform', 'log']

  it('comes to the published inertias and silhouettes with k-means', async () => {
    const found = await segmented(wholesale, ...features, '--scale', 'zscore', '--clusters', '2..8')
    const inertias = [1847.9797, 1558.047, 1391.7553, 1271.2786, 1177.0137, 1088.2149, 1025.5267]
    const silhouettes = [0.290039, 0.258094, 0.187776, 0.190854, 0.191482, 0.198807, 0.194738]
    expect(found.evaluations.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8])
    found.evaluations.forEach(({ inertia, silhouette }, i) => {
      const published = inertias[i] ?? 0
      expect(inertia).toBeLessThanOrEqual(published * 1.001)
      expect(silhouette).toBeGreaterThanOrEqual((silhouettes[i] ?? 0) * 0.999)
      // A lower inertia belongs to another partition; the same one has the same silhouette.
      const isPublished = Math.abs((inertia ?? 0) / published - 1) < 1e-6
      expect(isPublished ? silhouette?.toFixed(5) : '').toBe(isPublished ? silhouettes[i]?.toFixed(5) : '')
    })
    expect(found.chosen.k).toBe(2)
    expect(found.clusters.map(({ size }) => size).reduce((sum, size) => sum + size, 0)).toBe(440)
    expect(found.clusters.every(({ verdict }) => verdict === 'stable')).toBe(true)
    expect(found.rules.fidelity).toBeGreaterThan(0.9)
    expect(found.projection.x).toHaveLength(440)
  }, 120_000)

  it('comes to the published silhouettes with Ward, and shows how groups join', async () => {
    const found = await segmented(wholesale, ...features, '--method', 'ward', '--clusters', '2..5')
    const silhouettes = found.evaluations.map(({ silhouette }) => silhouette?.toFixed(6))
    expect([silhouettes[0], silhouettes[1], silhouettes[3]]).toEqual(['0.262925', '0.234999', '0.178017'])
    expect(found.dendrogram?.leaves.reduce((sum, leaf) => sum + leaf.accounts, 0)).toBe(440)
    expect(found.dendrogram?.joins).toHaveLength(29)
  }, 120_000)

  it('is the same again for the same seed, and keeps numbers and names from an earlier grouping', async () => {
    const words = [wholesale, ...features, '--clusters', '3']
    const first = await segmented(...words, '--assignments', 'first.csv')
    expect(await segmented(...words)).toEqual(first)
    const lines = readFileSync(join(folder.path, 'first.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(441)
    expect(lines[0]).toBe('\uFEFFaccount,accountName,cluster,clusterName,strength,x,y')
    // The numbers of two clusters are swapped, the first account is not there yet.
    const swapped = lines
      .toSpliced(1, 1)
      .map((line) =>
        line.replace(/^([^,]*,[^,]*),([12]),/, (_, head: string, id: string) => `${head},${3 - Number(id)},`),
      )
    const again = await segmented(...words, '--earlier', table('swapped.csv', swapped))
    expect(again.movement).toMatchObject({ shared: 439, stayed: 439, arrived: 1, gone: 0 })
    expect(again.clusters.find(({ id }) => id === 1)?.size).toBe(first.clusters.find(({ id }) => id === 2)?.size)
  }, 120_000)

  it('takes codes as categories, by one-hot and by Gower', async () => {
    const coded = await segmented(wholesale, '--features', 'Channel:category,Fresh,Milk', '--clusters', '2')
    expect(coded.features.map(({ kind }) => kind)).toEqual(['category', 'figure', 'figure'])
    expect(coded.clusters[0]?.profile.some(({ feature, value }) => feature === 'Channel' && value === '1')).toBe(true)
    const mixed = await segmented(
      wholesale,
      '--features',
      'Channel:category,Region:category,Fresh',
      '--method',
      'average',
      '--distance',
      'gower',
      '--clusters',
      '2..4',
    )
    expect(mixed.evaluations.every(({ silhouette, inertia }) => silhouette !== null && inertia === null)).toBe(true)
  }, 120_000)
})

describe('vitalfew segment on sales', () => {
  it('measures the accounts, groups them, and writes its files whole', async () => {
    const { code, err, out } = await run(
      sampleFile('zh-CN', 'sales'),
      '--features',
      'netRevenue,recencyDays,mix,region',
      '--clusters',
      '3',
      '--method',
      'gmm',
      '--earlier',
      '2025-01-01',
      '--out',
      'groups',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readdirSync(join(folder.path, 'groups')).toSorted()).toEqual([
      'rejected.csv',
      'segmentation.json',
      'segments.csv',
    ])
    const found = Segmentation.parse(JSON.parse(readFileSync(join(folder.path, 'groups', 'segmentation.json'), 'utf8')))
    expect(found).toMatchObject({ source: 'sales', amount: 'netRevenue', accounts: 449, method: 'gmm' })
    expect(found.features.filter(({ name }) => name.startsWith('mix:'))).toHaveLength(8)
    expect(found.movement).toMatchObject({ shared: 418, arrived: 31, gone: 0 })
    expect(found.clusters.reduce((sum, { amountShare }) => sum + (amountShare ?? 0), 0)).toBeCloseTo(1, 9)
    for (const { name } of found.clusters) expect(out).toContain(name.slice(0, 6))
    expect(out).not.toMatch(/segmentation\.|\{\{/)
  }, 120_000)
})

describe('what cannot be', () => {
  const same = ['客户编号,金额,数量', ...Array.from({ length: 6 }, (_, i) => `K${i},5,7`)]
  const cases: [string, readonly string[], readonly string[], number, RegExp][] = [
    ['one row', ['客户编号,金额', 'K1,5'], [], 3, /至少需要 2 个客户.*只有 1 个/],
    ['all equal', same, [], 3, /没有能区分客户的特征/],
    ['all equal, features named', same, ['--features', '金额'], 3, /没有能区分客户的特征/],
    ['nothing known', ['客户编号,金额', 'K1,NaN', 'K2,', 'K3,NaN'], ['--features', '金额'], 3, /没有能区分客户的特征/],
    [
      'more groups than different rows',
      ['客户编号,金额', 'K1,5', 'K2,5', 'K3,9'],
      ['--clusters', '3'],
      3,
      /分不出 3 个群.*只有 2 个/,
    ],
    [
      'a feature that is not there',
      ['客户编号,金额', 'K1,5', 'K2,9'],
      ['--features', '利润'],
      3,
      /没有特征“利润”.*金额/,
    ],
    ['a method that is not there', ['客户编号,金额', 'K1,5', 'K2,9'], ['--method', 'magic'], 2, /--method/],
    ['a day before without sales', ['客户编号,金额', 'K1,5', 'K2,9'], ['--earlier', '2025-01-01'], 2, /--earlier/],
    ['numbers that are none', ['客户编号,金额', 'K1,5', 'K2,9'], ['--clusters', '8..2'], 2, /--clusters/],
    [
      'an earlier grouping that is none',
      ['客户编号,金额', 'K1,5', 'K2,9'],
      ['--earlier', sampleFile('zh-CN', 'products')],
      3,
      /不像是以前的分群结果/,
    ],
    ['no rows', ['客户编号,金额'], [], 3, /没有数据行|没有/],
  ]
  it.each(cases)(
    '%s is told in words',
    async (_name, lines, words, code, text) => {
      const done = await run(table('客户.csv', lines), ...words)
      expect({ code: done.code, err: done.err }).toEqual({ code, err: expect.stringMatching(text) })
    },
    180_000,
  )

  it('no file and no workspace is told in words', async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringMatching(/FILE/) })
  }, 180_000)

  it('a column of which little is known takes part with the middle value, and says so; hopeless ones are left out', async () => {
    const lines = [
      '客户编号,金额,数量,备注,常数',
      ...Array.from({ length: 30 }, (_, i) => `K${i},${i % 2 === 0 ? 10 : 900 + i},${i === 3 ? '' : i},NaN,1`),
    ]
    const found = await segmented(table('缺.csv', lines), '--features', '金额,数量,备注,常数', '--clusters', '2..40')
    expect(found.notes.map(({ kind }) => kind)).toEqual(['unknown', 'constant', 'filled', 'fewDistinct'])
    expect(found.features.map(({ name, missing }) => [name, missing])).toEqual([
      ['金额', 0],
      ['数量', 1],
    ])
    const dropped = await segmented('缺.csv', '--features', '金额,数量', '--missing', 'drop')
    expect(dropped).toMatchObject({ accounts: 29, leftOut: 1 })
  }, 180_000)

  it('texts that a spreadsheet would take for formulas are kept texts', async () => {
    const lines = ['客户编号,金额', '"=1+1",5', '"-x",6', 'K3,900', 'K4,950']
    await segmented(table('公式.csv', lines), '--clusters', '2', '--assignments', '群.csv')
    expect(readFileSync(join(folder.path, '群.csv'), 'utf8')).toContain("\r\n'=1+1,")
  }, 180_000)

  it('help names every option', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const { out } = await run('--help', '--locale', locale)
      for (const option of ['--features', '--transform', '--scale', '--clusters', '--method', '--earlier', '--json'])
        expect(out).toContain(option)
      expect(out).not.toMatch(/segmentation\.option|cli\.option|\{\{/)
    }
  }, 180_000)
})
