import { expect, test } from 'vitest'
import { Report } from '@vitalfew/contract/report.ts'
import { exampleReport } from './example-report.fixture.ts'

test('the made-up report keeps the contract and is the same every time', () => {
  expect(Report.safeParse(exampleReport()).error).toBeUndefined()
  expect(exampleReport()).toEqual(exampleReport())
})
