import { expect, test } from 'vitest'
import { emptyWizard, importOf, moveWizard, readingOf, type Wizard, type WizardMove } from './wizard.ts'

const upload = { id: 'u1', file: 'a.csv', bytes: 10 }
const walk = (...moves: WizardMove[]): Wizard => moves.reduce(moveWizard, emptyWizard)
const first = (wizard: Wizard) => {
  const [file] = wizard.files
  if (file === undefined) throw new Error('no file')
  return file
}

test('a file that nobody touched is read as the server finds', () => {
  expect(readingOf(first(walk({ kind: 'sent', upload })))).toEqual({ uploadId: 'u1', dropDuplicates: false })
})

test('mappings and fixes are told, the last word on a cell counts', () => {
  const wizard = walk(
    { kind: 'sent', upload },
    { kind: 'mapped', field: 'customer', header: '姓名' },
    { kind: 'mapped', field: 'amount', header: '总计' },
    { kind: 'fixed', fix: { row: 4, column: '日期', value: '2025-01-0' } },
    { kind: 'fixed', fix: { row: 4, column: '日期', value: '2025-01-05' } },
    { kind: 'fixed', fix: { row: 9, column: '总计', value: '12' } },
    { kind: 'unfixed', fix: { row: 9, column: '总计' } },
    { kind: 'duplicates', isDropped: true },
  )
  expect(readingOf(first(wizard))).toEqual({
    uploadId: 'u1',
    dropDuplicates: true,
    mapping: { customer: '姓名', amount: '总计' },
    fixes: [{ row: 4, column: '日期', value: '2025-01-05' }],
  })
})

test('a column means one thing at a time', () => {
  const wizard = walk(
    { kind: 'sent', upload },
    { kind: 'mapped', field: 'amount', header: '金额' },
    { kind: 'mapped', field: 'cost', header: '金额' },
  )
  expect(first(wizard).mapping).toEqual({ cost: '金额' })
})

test('another sheet begins anew; without a file there is no next step', () => {
  const wizard = walk(
    { kind: 'sent', upload },
    { kind: 'mapped', field: 'amount', header: '金额' },
    { kind: 'sheet', sheet: '二月' },
  )
  expect(first(wizard)).toMatchObject({ sheet: '二月', mapping: {}, fixes: [] })
  expect(walk({ kind: 'went', step: 'preview' }).step).toBe('choose')
  expect(walk({ kind: 'sent', upload }, { kind: 'removed', id: 'u1' }).files).toEqual([])
})

test('another kind of records begins anew with the same files; what was decided is told', () => {
  const wizard = walk(
    { kind: 'sent', upload },
    { kind: 'mapped', field: 'amount', header: '金额' },
    { kind: 'sourceNamed', source: 'erp' },
    { kind: 'kindChosen', of: 'contacts' },
    { kind: 'sourceNamed', source: ' crm ' },
    { kind: 'overlapDecided', policy: 'skip' },
    { kind: 'driftAccepted', isAccepted: true },
  )
  expect(importOf(wizard)).toEqual({
    kind: 'contacts',
    source: 'crm',
    settings: {},
    onOverlap: 'skip',
    acceptDrift: true,
    files: [{ uploadId: 'u1', dropDuplicates: false }],
  })
  expect(importOf(moveWizard(wizard, { kind: 'sourceNamed', source: 'hr' }))).not.toHaveProperty('onOverlap')
})
