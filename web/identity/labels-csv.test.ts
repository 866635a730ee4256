import { expect, test } from 'vitest'
import { labelsCsv } from './labels-csv.ts'

test('quotes what has to be quoted, and lets nothing become a formula', () => {
  const label = { left: '=1+1', leftName: '甲, 乙', right: '-5', rightName: '"丙"', answer: 'same' as const }
  const rest = { bits: null, author: '王敏', reason: '', at: '2025-01-01T00:00:00Z' }
  const [head, line] = labelsCsv([{ ...label, ...rest }]).split('\r\n')
  expect(head).toBe('\uFEFFleft,leftName,right,rightName,answer,bits,author,reason,at')
  expect(line).toBe(`'=1+1,"甲, 乙",-5,"""丙""",same,,王敏,,2025-01-01T00:00:00Z`)
})
