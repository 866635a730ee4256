import { expect, test } from 'vitest'
import { readChoices, writeChoices } from './reading-choices.ts'

test('choices survive the address', () => {
  const choices = { locale: 'en', scale: 'large' } as const
  expect(writeChoices(choices)).toBe('#lang=en&unit=large')
  expect(readChoices(writeChoices(choices))).toEqual(choices)
})

test('an address of another making chooses nothing', () => {
  expect(readChoices('#key-accounts')).toEqual({ locale: undefined, scale: undefined })
  expect(readChoices('#lang=fr&unit=<script>')).toEqual({ locale: undefined, scale: undefined })
  expect(writeChoices({})).toBe('')
})
