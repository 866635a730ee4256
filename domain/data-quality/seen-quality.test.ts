import type { QualityReport } from '@vitalfew/contract/quality.ts'
import { expect, it } from 'vitest'
import type { Viewer } from '../access/index.ts'
import { seenQuality } from './seen-quality.ts'

const ann: Viewer = { userId: 'ann', name: 'Ann', locale: 'en', role: 'analyst', scopes: 'all', hidden: new Set() }
const check = (name: string, example: string): QualityReport['checks'][number] => ({
  check: name,
  severity: 'medium',
  rows: 1,
  amount: 0,
  examples: [example],
  state: 'open',
  isListed: false,
  imports: [],
  proposals: [],
  steps: [],
})
const total = (measure: 'grossProfit' | 'netRevenue', value: number) => ({ month: '2025-01-01', measure, value })
const controls = [total('grossProfit', 77.7), total('netRevenue', 88.8)].map((one) => ({ ...one, department: '' }))
const report: QualityReport = {
  score: 1,
  amount: 0,
  affected: 0,
  asOf: '2025-02-01',
  checks: [check('contactInvalid', '1380013800'), check('controlTotal', '77.7 ≠ 77.5'), check('stale', '2025-01-01')],
  imports: [],
  controls: controls.map((control) => ({ ...control, found: 77.5, difference: -0.2 })),
  steps: [
    {
      sequence: 1,
      at: '2025-02-01T00:00:00Z',
      author: 'Ann',
      reason: '',
      action: 'control',
      check: 'controlTotal',
      source: '',
      rule: { controls },
      undoes: 0,
      isUndone: false,
      rows: 0,
      amount: 0,
    },
  ],
  history: [],
}

it('says nothing of telephone numbers and profit to those who may not see them, and all to the others', () => {
  expect(seenQuality(ann, report)).toEqual(report)
  const withoutPhone = seenQuality({ ...ann, hidden: new Set(['phone']) }, report)
  expect(JSON.stringify(withoutPhone)).not.toContain('1380013800')
  expect(withoutPhone.controls).toEqual(report.controls)
  const withoutProfit = seenQuality({ ...ann, hidden: new Set(['profit']) }, report)
  expect(JSON.stringify(withoutProfit)).not.toMatch(/77\.7|grossProfit/)
  expect(JSON.stringify(withoutProfit)).toContain('88.8')
  expect(withoutProfit.checks.map(({ rows, examples }) => [rows, examples.length])).toEqual([
    [1, 1],
    [1, 0],
    [1, 1],
  ])
})
