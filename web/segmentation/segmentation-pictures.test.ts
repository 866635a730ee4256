import type { Segment, SegmentFeature, Segmentation } from '@vitalfew/contract/segmentation.ts'
import { describe, expect, it } from 'vitest'
import { mapColourings } from './map-colourings.ts'
import { prepareEvaluations } from './prepare-evaluations.ts'
import { nearestPoint, prepareMap } from './prepare-map.ts'
import { prepareParallel } from './prepare-parallel.ts'
import { prepareProfiles } from './prepare-profiles.ts'

const projection: Segmentation['projection'] = {
  axes: [],
  accounts: ['a', 'b', 'c', 'd'],
  accountNames: ['', '', '', ''],
  clusters: [1, 1, 2, 2],
  x: [0, 1, 9, 10],
  y: [0, 1, 1, 0],
  u: null,
  v: null,
  ranks: [
    [0.125, 0.375, 0.625, 0.875],
    [0.125, null, 0.625, 0.875],
  ],
  amounts: [5, null, 900, 70],
}

const feature = (name: string, kind: SegmentFeature['kind']): SegmentFeature => ({
  name,
  title: name,
  kind,
  unit: 'number',
  transform: kind === 'figure' ? 'log' : 'oneHot',
  lambda: null,
  scale: 'zscore',
  missing: 0,
  filledWith: null,
})

const trait = (name: string, ...[value, effect]: readonly [string | null, number]): Segment['profile'][number] => ({
  feature: name,
  value,
  mean: 1,
  populationMean: 1,
  median: value === null ? 1 : null,
  lower: null,
  upper: null,
  populationMedian: null,
  effect,
})

const cluster = (id: number, profile: Segment['profile']): Segment => ({
  id,
  name: `${id}`,
  size: 2,
  share: 0.5,
  amount: null,
  amountShare: null,
  stability: 1,
  verdict: 'stable',
  silhouette: 0.5,
  profile,
  typical: [],
  borderline: [],
})

describe('prepareMap', () => {
  it('fills its box, upwards, and knows who is where', () => {
    const map = prepareMap(projection, { layout: 'pca', tones: projection.clusters })
    const [first, , , last] = map.points
    expect([first?.x, first?.y]).toEqual([16, map.height - 16])
    expect(last?.x).toBe(map.width - 16)
    expect(map.layers.map(({ tone }) => tone)).toEqual([1, 2])
    expect(nearestPoint(map, { x: 17, y: map.height - 17 })).toBe(0)
    expect(nearestPoint(map, { x: map.width / 2, y: map.height / 2 })).toBeUndefined()
  })

  it('puts accounts that are all at one place in the middle', () => {
    const map = prepareMap({ ...projection, x: [3, 3, 3, 3] }, { layout: 'pca', tones: projection.clusters })
    expect(new Set(map.points.map(({ x }) => x))).toEqual(new Set([map.width / 2]))
  })
})

describe('mapColourings', () => {
  const words = {
    cluster: 'group',
    amount: 'sales',
    tier: 'tier',
    abc: 'class',
    tiers: [
      { id: 'key', title: 'Key' },
      { id: 'rest', title: 'Rest' },
    ],
    abcClasses: ['A', 'B', 'C'].map((id) => ({ id, title: id })),
  }
  const features = [feature('x', 'figure'), feature('region', 'category')]

  it('offers groups, fifths of money and of each figure, and the classes that occur', () => {
    const standing = new Map([
      ['a', { tier: 'rest', abc: 'C' }],
      ['c', { tier: 'key', abc: null }],
    ])
    const found = mapColourings({ projection, features }, { standing, words })
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['cluster', 'group'],
      ['amount', 'scale'],
      ['tier', 'class'],
      ['abc', 'class'],
      ['feature x', 'scale'],
    ])
    expect(found.map(({ tones }) => tones)).toEqual([
      [1, 1, 2, 2],
      [2, 1, 4, 3],
      [2, 0, 1, 0],
      [3, 0, 0, 0],
      [1, 2, 4, 5],
    ])
    expect(found[3]?.classes).toEqual([{ tone: 3, label: 'C' }])
  })

  it('leaves out what nothing is known of', () => {
    const found = mapColourings(
      { projection: { ...projection, amounts: null, ranks: [[null, null, null, null], []] }, features },
      { standing: new Map(), words },
    )
    expect(found.map(({ id }) => id)).toEqual(['cluster', 'feature x'])
    expect(found[1]?.tones).toEqual([0, 0, 0, 0])
  })
})

describe('prepareParallel', () => {
  it('leaves a gap where a figure is unknown', () => {
    const { lines } = prepareParallel({ features: [feature('x', 'figure'), feature('y', 'figure')], projection })
    expect(lines.map(({ path }) => (path.match(/[ML]/g) ?? []).join(''))).toEqual(['ML', 'M', 'ML', 'ML'])
  })
})

describe('prepareProfiles', () => {
  it('colours by effect, no stronger than two deviations, and shows the values of a category that tell groups apart', () => {
    const values = ['north', 'south', 'east', 'west']
    const profile = [trait('size', null, 3), ...values.map((value, i) => trait('region', value, i / 10))]
    const { columns, rows } = prepareProfiles(
      [feature('size', 'figure'), feature('region', 'category')],
      [cluster(1, profile), cluster(2, [trait('size', null, -0.4)])],
    )
    expect(columns.map(({ value }) => value)).toEqual([null, 'west', 'east', 'south'])
    expect(rows[0]?.cells[0]).toMatchObject({ heat: 1, isDistinctive: true })
    expect(rows[1]?.cells[0]).toMatchObject({ heat: -0.2, isDistinctive: false })
    expect(rows[1]?.cells[1]).toBeNull()
  })
})

describe('prepareEvaluations', () => {
  it('shows measures that say something and marks what each would choose', () => {
    const none = { calinskiHarabasz: null, daviesBouldin: null, gap: null, gapDeviation: null, bic: null }
    const evaluations = [
      { k: 2, inertia: null, silhouette: 0.4, ...none },
      { k: 3, inertia: null, silhouette: 0.3, ...none },
    ]
    const chosen = { k: 2, why: '', votes: [{ measure: 'silhouette' as const, k: 2 }] }
    expect(prepareEvaluations({ evaluations, chosen })).toEqual({
      measures: ['silhouette'],
      hasInertia: false,
      rows: [
        { k: 2, isChosen: true, inertia: null, cells: [{ value: 0.4, isBest: true }] },
        { k: 3, isChosen: false, inertia: null, cells: [{ value: 0.3, isBest: false }] },
      ],
    })
  })
})
