import { expect, test } from 'vitest'
import { errorInWords } from './error-in-words.ts'
import { translator } from './locale.ts'

const said = (field: string) => errorInWords({ code: 'accounts.fieldHidden', details: { field } }, translator('zh-CN'))

test('a field that is kept from somebody is called what lists call it', () => {
  expect(said('grossProfit')).toContain('“毛利”')
  expect(said('revenueLast12Months')).toContain('“近 12 个月净销售额”')
  expect(said('revenuePrior12Months')).toContain('“前 12 个月销售额”')
  expect(said('given.授信额度')).toContain('“授信额度”')
  expect(said('given.dots.in.it')).toContain('“dots.in.it”')
})

test('so is a way to compare', () => {
  const details = { field: 'tags', operator: 'gte' }
  expect(errorInWords({ code: 'accounts.filterValue', details }, translator('en'))).toBe(
    '“Tags” cannot be compared like that (at least).',
  )
})

test('other errors say what their catalogue says', () => {
  expect(errorInWords({ code: 'run.none', details: {} }, translator('en'))).toBe(translator('en')('errors.run.none'))
})
