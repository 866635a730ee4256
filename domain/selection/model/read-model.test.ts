import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { translator } from '@vitalfew/contract/locale.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultModel } from '../default-model.ts'
import { metricRegistry, attributeRegistry } from './metric-registry.ts'
import { nearNames } from './near-names.ts'
import { parseModel, readModel } from './read-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'models '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is said of the default model with some parts of it changed. */
function complaint(change: object): { code: string; details: Record<string, string | number> } {
  try {
    parseModel(JSON.stringify({ ...defaultModel, ...change }), 'mine.json')
  } catch (cause) {
    if (cause instanceof ProductError) return { code: cause.code, details: { ...cause.details } }
    throw cause
  }
  throw new Error('there was no complaint')
}

const [key, strategic, ordinary] = defaultModel.tiers
const [value, profit] = defaultModel.criteria
const half = { figure: 5, value: 0.5 }
const scaled = { id: 'fit', title: { 'zh-CN': '契合', en: 'Fit' } }
const anchor = (score: number) => ({ score, text: { 'zh-CN': '某', en: 'Some' } })

describe('a document that is not right is refused with the place and the remedy', () => {
  test.each([
    [
      'weights that do not add up',
      { weights: { origin: 'hand', values: { value: 0.6, profit: 0.35 } } },
      'model.weights',
      { path: 'weights.values', sum: 0.95 },
    ],
    [
      'weights of a department',
      { weights: { ...defaultModel.weights, byDepartment: { 财务部: { profit: 2 } } } },
      'model.weights',
      { path: 'weights.byDepartment.财务部', sum: 2 },
    ],
    [
      'a weight for nothing',
      { weights: { origin: 'hand', values: { valeu: 1 } } },
      'model.unknownCriterion',
      { path: 'weights.values.valeu' },
    ],
    ['no weights at all', { weights: { origin: 'hand' } }, 'model.weights', { sum: 0 }],
    [
      'an unknown metric',
      { criteria: [{ ...value, metric: 'netRevenu' }, profit] },
      'model.unknownMetric',
      { path: 'criteria[0].metric', near: expect.stringContaining('netRevenue') },
    ],
    [
      'an unknown metric in a condition',
      { population: { all: [{ metric: 'orders' }, { not: { metric: 'size' } }] } },
      'model.unknownMetric',
      { path: 'population.all[1].not.metric' },
    ],
    [
      'an unknown attribute',
      { population: { attribute: 'sector', in: ['A'] } },
      'model.unknownAttribute',
      { path: 'population.attribute' },
    ],
    [
      'a criterion twice',
      { criteria: [value, value] },
      'model.twice',
      { path: 'criteria[1].id', other: 'criteria[0].id' },
    ],
    [
      'a tier nobody can enter',
      { tiers: [{ ...key, rule: { kind: 'top', enter: 0 } }, ordinary] },
      'model.emptyTier',
      { path: 'tiers[0].rule', tier: 'key' },
    ],
    [
      'thresholds that leave nothing between',
      {
        tiers: [
          { ...key, rule: { kind: 'score', enter: 70 } },
          { ...strategic, rule: { kind: 'score', enter: 80 } },
          ordinary,
        ],
      },
      'model.order',
      { path: 'tiers[1].rule', values: '70, 80', order: 'tiers[0].rule.enter > tiers[1].rule.enter' },
    ],
    [
      'caps the wrong way round',
      { criteria: [{ ...value, normalization: { method: 'min-max', caps: { low: 0.9, high: 0.1 } } }, profit] },
      'model.order',
      { path: 'criteria[0].normalization.caps', values: '0.9, 0.1', order: 'low ≤ high' },
    ],
    [
      'a target range turned round',
      { criteria: [{ ...value, normalization: { method: 'target', lowest: 9, from: 5, to: 6, highest: 30 } }, profit] },
      'model.order',
      { path: 'criteria[0].normalization', values: '9, 5, 6, 30', order: 'lowest ≤ from ≤ to ≤ highest' },
    ],
    [
      'points that do not rise',
      { criteria: [{ ...value, normalization: { method: 'piecewise', points: [half, half] } }, profit] },
      'model.order',
      { path: 'criteria[0].normalization', order: 'points[0].figure < points[1].figure' },
    ],
    [
      'bounds the wrong way round',
      { criteria: [value, { ...profit, actionable: { minimum: 3, maximum: 2 } }] },
      'model.order',
      { path: 'criteria[1].actionable', order: 'minimum ≤ maximum' },
    ],
    [
      'two anchors of the same score',
      { criteria: [{ ...scaled, scale: { anchors: [anchor(1), anchor(5), anchor(1)] } }] },
      'model.order',
      { path: 'criteria[0].scale', order: 'anchors[0].score < anchors[2].score < anchors[1].score' },
    ],
    [
      'a name that is left out',
      { criteria: [{ ...value, title: undefined }] },
      'model.leftOut',
      { path: 'criteria[0].title' },
    ],
    ['a version before the first', { version: 0 }, 'model.wrongValue', { path: 'version', expected: '> 0' }],
    [
      'a way of scaling that is not there',
      { criteria: [{ ...value, normalization: { method: 'percentil' } }, profit] },
      'model.wrongValue',
      { path: 'criteria[0].normalization.method', expected: expect.stringContaining('"min-max" | "z-score"') },
    ],
    [
      'a capacity too small for one',
      { tiers: [{ ...key, rule: { kind: 'capacity', enter: 3, needPerAccount: 4 } }, ordinary] },
      'model.emptyTier',
      { tier: 'key' },
    ],
    [
      'tiers that would flap',
      { tiers: [{ ...key, rule: { kind: 'score', enter: 70, exit: 75 } }, ordinary] },
      'model.thresholds',
      { path: 'tiers[0].rule.exit', enter: 70, exit: 75 },
    ],
    ['no tier for the rest', { tiers: [key, strategic] }, 'model.lastTier', { path: 'tiers[1].rule' }],
    ['rest before the end', { tiers: [ordinary, { ...key, id: 'late' }] }, 'model.lastTier', { path: 'tiers[0].rule' }],
    [
      'a shape of its own',
      { tiers: [{ ...key, rule: { kind: 'score', enter: 'high' } }, ordinary] },
      'model.wrongValue',
      { path: 'tiers[0].rule.enter', expected: 'number' },
    ],
    [
      'a misspelt bound',
      { population: { metric: 'orders', atleast: 3 } },
      'model.unknownKey',
      { path: 'population', key: 'atleast' },
    ],
    ['a word nobody knows', { missing: 'guess' }, 'model.wrongValue', { expected: '"neutral" | "rescale" | "worst"' }],
    ['no criteria', { criteria: [] }, 'model.wrongValue', { path: 'criteria', expected: '≥ 1' }],
    [
      'a criterion of nothing',
      { criteria: [{ id: 'x', title: { 'zh-CN': '某', en: 'X' } }] },
      'model.metricOrScale',
      { path: 'criteria[0]' },
    ],
  ])('%s', (_, change, code, details) => {
    expect(complaint(change)).toMatchObject({ code, details: { file: 'mine.json', ...details } })
  })

  test('a file that is no JSON, and one that is not there', async () => {
    writeFileSync(join(folder, 'broken.json'), '{ "name": ')
    await expect(readModel(join(folder, 'broken.json'))).rejects.toMatchObject({ code: 'model.notJson' })
    await expect(readModel(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'input.notFound' })
  })
})

test('a document may leave out what has a default', async () => {
  const { gates: _gates, aggregation: _aggregation, missing: _missing, ...rest } = defaultModel
  writeFileSync(join(folder, 'short.json'), `\uFEFF${JSON.stringify(rest)}`)
  expect(await readModel(join(folder, 'short.json'))).toEqual({ ...defaultModel, gates: [] })
})

test('every metric and attribute has its words in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const t = translator(locale)
    for (const name of Object.keys(metricRegistry)) expect(t(`selection.metric.${name}`)).not.toContain('selection.')
    for (const name of Object.keys(attributeRegistry))
      expect(t(`selection.attribute.${name}`)).not.toContain('selection.')
  }
})

test('names that are alike are found, others are not made up', () => {
  const names = Object.keys(metricRegistry)
  expect(nearNames('revenue', names)).toContain('netRevenue')
  expect(nearNames('groth', names)).toEqual(['growth'])
  expect(nearNames('鹏', names)).toEqual([])
})
