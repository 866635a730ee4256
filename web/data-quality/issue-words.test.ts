import { expect, test } from 'vitest'
import { translator } from '@vitalfew/contract/locale.ts'
import { issueWords } from './issue-words.ts'

test('a check is called by its words and says what to do', () => {
  const words = issueWords('customerMissing', translator('zh-CN'))
  expect(words.name).not.toBe('customerMissing')
  expect(words.remedy).not.toBe('')
})

test('a check from a newer version is called by its name', () => {
  expect(issueWords('notInvented', translator('en'))).toEqual({ name: 'notInvented', remedy: '' })
})
