import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

// Published figures, found through the command line: CDNOW and donations (Fader and Hardie), Online Retail (UCI).

const folder = testFolder()
afterAll(folder.remove)

/** Minutes would be too many; the machine may have other things to do. */
const patience = 180_000

if (!hasRealData) console.warn(`SKIPPED: no real data sets at ${realData}`)

async function valued(words: readonly string[]): Promise<CustomerValue> {
  const { code, out, err } = await runProgram(['value', ...words, '--json', '--locale', 'en'], { cwd: folder.path })
  expect(err).toBe('')
  expect(code).toBe(0)
  return CustomerValue.parse(JSON.parse(out))
}

function modelOf(value: CustomerValue, name: string) {
  const model = value.models.find((each) => each.name === name)
  if (model === undefined) throw new Error(`no ${name}`)
  return model
}

function expectParameters(model: CustomerValue['models'][number], expected: Record<string, number>): void {
  for (const [name, value] of Object.entries(expected)) {
    expect(Math.abs((model.parameters[name] ?? 0) / value - 1)).toBeLessThan(1e-3)
  }
}

/** Cells of a file by a key column. */
function table(path: string, key: string): Map<string, Record<string, string>> {
  const [head = '', ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split(/\r?\n/)
  const names = head.split(',')
  const rows = lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.replaceAll('"', ''))
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
  return new Map(rows.map((row) => [row[key] ?? '', row]))
}

const cdnow = [join(realData, 'cdnow/CDNOW_sample.txt'), '--map', 'customer=B,date=C,amount=E', '--spend-without-first']

describe.skipIf(!hasRealData)('CDNOW', () => {
  test(
    'models, errors and the holdout of 39 weeks',
    async () => {
      const value = await valued([...cdnow, '--calibrate-until', '1997-09-30', '--model', 'all'])
      expect(value).toMatchObject({ holdoutUntil: '1998-06-30', comparedCustomers: 2357, basis: 'netRevenue' })
      expect(modelOf(value, 'nbd').logLikelihood).toBeCloseTo(-9763.657615, 4)
      expect(modelOf(value, 'pareto-nbd').logLikelihood).toBeCloseTo(-9594.9762, 4)
      expect(modelOf(value, 'bg-nbd').logLikelihood).toBeCloseTo(-9582.4292, 4)
      expect(modelOf(value, 'mbg-nbd').logLikelihood).toBeCloseTo(-9582.135716, 4)
      expect(modelOf(value, 'bg-cnbd-k').parameters['k']).toBe(1)
      expect(modelOf(value, 'gamma-gamma').logLikelihood).toBeCloseTo(-4055.917695, 4)
      expectParameters(modelOf(value, 'bg-nbd'), { r: 0.242595, alpha: 4.413602, a: 0.79292, b: 2.425888 })
      expectParameters(modelOf(value, 'gamma-gamma'), { p: 6.249349, q: 3.744256, gamma: 15.444307 })
      expect(modelOf(value, 'bg-nbd').standardErrors['a']).toBeCloseTo(0.185733, 4)
      const totals = ['nbd', 'pareto-nbd', 'bg-nbd', 'mbg-nbd'].map((name) => modelOf(value, name).holdout)
      expect(totals.map((score) => score?.actual)).toEqual([1882, 1882, 1882, 1882])
      const expected = [2929.8, 1665.4, 1653.4, 1576.7]
      totals.forEach((score, i) => expect(score?.expected).toBeCloseTo(expected[i] ?? 0, -0.5))
      expect(value.tracking?.holdoutFrom).toBe('1997-10-01')
      expect(value.calibration).toHaveLength(10)
    },
    patience,
  )

  test.each([
    ['bg-nbd', 'cdnow_clvtools_bgnbd.csv'],
    ['pareto-nbd', 'cdnow_clvtools_pnbd.csv'],
  ])('%s: P(alive), expected purchases and spend of every customer', async (model, file) => {
    await valued([...cdnow, '--as-of', '1997-10-01', '--model', model, '--horizon', '39w', '--out', model])
    const found = table(join(folder.path, model, 'values.csv'), 'account')
    const reference = table(join(realData, 'clv-reference', file), 'Id')
    expect(found.size).toBe(2357)
    for (const [id, row] of reference) {
      const own = found.get(id.padStart(4, '0'))
      const pairs = [
        [own?.['pAlive'], row['PAlive'], 1e-6],
        [own?.['expectedOrders'], row['CET'], 1e-6],
        // Money is rounded to the cent.
        [own?.['valuePerOrder'], row['predicted.mean.spending'], 0.005],
      ] as const
      for (const [ours, theirs, rounding] of pairs) {
        const difference = Math.abs(Number(ours) - Number(theirs))
        expect(difference).toBeLessThan(1e-3 * Number(theirs) + rounding)
      }
    }
  })

  test('a summary of x, t_x and T says the same', async () => {
    const value = await valued(['--summary', join(realData, 'clv-reference/cdnow_btyd.csv')])
    expect(modelOf(value, 'bg-nbd').logLikelihood).toBeCloseTo(-9582.4292, 4)
    expect(modelOf(value, 'mbg-nbd').logLikelihood).toBeCloseTo(-9582.135716, 4)
    const rounded = await valued(['--summary', join(realData, 'cdnow/cdnow_customers_summary.csv')])
    expect(modelOf(rounded, 'bg-nbd').logLikelihood).toBeCloseTo(-9582.43, 1)
  })
})

describe.skipIf(!hasRealData)('donations', () => {
  test('BG/BB of 11,104 donors', async () => {
    const words = ['--summary', join(realData, 'cdnow/donations.csv'), '--horizon', '5y', '--out', 'donations']
    const value = await valued(words)
    expect(value).toMatchObject({ chosen: 'bg-bb', customers: 11_104, equity: null })
    const model = modelOf(value, 'bg-bb')
    expect(model.logLikelihood).toBeCloseTo(-33225.58129, 4)
    expectParameters(model, { alpha: 1.203507, beta: 0.749767, gamma: 0.656757, delta: 2.783887 })
    const found = table(join(folder.path, 'donations/values.csv'), 'account')
    const rows = readFileSync(join(realData, 'cdnow/donations.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
    const reference = readFileSync(join(realData, 'clv-reference/donations_bgbb.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    for (const line of reference) {
      const [x, tx, , , alive = 0, purchases = 0] = line.split(',').map(Number)
      const row = rows.findIndex((each) => each.startsWith(`${x},${tx},6`))
      const own = found.get(String(row + 1))
      expect(Math.abs(Number(own?.['pAlive']) / alive - 1)).toBeLessThan(1e-3)
      expect(Math.abs(Number(own?.['expectedOrders']) / purchases - 1)).toBeLessThan(1e-3)
    }
  })
})

describe.skipIf(!hasRealData)('Online Retail', () => {
  test(
    'nobody is seen to leave at random: regular timing, and an honest score',
    async () => {
      const file = join(realData, 'online-retail/online_retail.csv.gz')
      const value = await valued([file, '--calibrate-until', '2011-08-31', '--positive-only'])
      expect(value).toMatchObject({ comparedCustomers: 3317, chosen: 'bg-cnbd-k', accountsWithoutPurchase: 34 })
      expect(modelOf(value, 'nbd').logLikelihood).toBeCloseTo(-21755.35, 2)
      for (const name of ['pareto-nbd', 'bg-nbd', 'mbg-nbd']) {
        expect(modelOf(value, name).verdict).toBe('noAttritionDetectable')
      }
      const regular = modelOf(value, 'bg-cnbd-k')
      expect(regular.logLikelihood).toBeCloseTo(-21204.8, 2)
      expect(regular.parameters['k']).toBe(2)
      const actual = value.baselines.map((baseline) => baseline.holdout?.actual)
      expect(actual).toEqual([4806, 4806, 4806])
      expect(value.why).toMatch(/BG\/CNBD-k is used: in 2 tests on past data/)
      expect(value.equity?.worthlessAccounts).toBeGreaterThan(0)
    },
    patience,
  )
})
