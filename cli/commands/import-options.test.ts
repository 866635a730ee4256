import { expect, test } from 'vitest'
import { importOptions } from './import-options.ts'

test('--group names the column of the group, beside other columns, for rows about customers', () => {
  const words = ['sales.csv', '--workspace', 'ours', '--map', 'customer=购货单位', '--group', '所属集团']
  expect(importOptions(words).settings.map).toEqual({ customer: '购货单位', parent: '所属集团' })
  expect(importOptions([...words, '--kind', 'accounts']).settings.map).toHaveProperty('parent', '所属集团')
  expect(importOptions(words.slice(0, 3)).settings).toEqual({})
  expect(() => importOptions([...words, '--kind', 'costs'])).toThrow(
    expect.objectContaining({ code: 'argument.invalid', details: expect.objectContaining({ argument: '--group' }) }),
  )
})
