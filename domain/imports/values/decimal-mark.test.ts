import { describe, expect, it } from 'vitest'
import { decimalMarkVote, markEvidence } from './decimal-mark.ts'

describe('markEvidence', () => {
  it.each([
    ['1,234.50', '.'],
    ['1.234,56', ','],
    ['12,5', ','],
    ['12.5', '.'],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['0.123', '.'],
    ['1,234', 'either'],
    ['1.234', 'either'],
    ['1234.567', '.'],
    ['1234', null],
    ['￥1，234．50', '.'],
  ] as const)('of %s is %s', (text, expected) => {
    expect(markEvidence(text)).toBe(expected)
  })
})

describe('decimalMarkVote', () => {
  it('lets the decided values speak for the open ones', () => {
    const ballot = decimalMarkVote()
    ballot.add('1.234')
    expect(ballot.undecided()).toBe(true)
    ballot.add('99,95')
    expect(ballot.undecided()).toBe(false)
    expect(ballot.mark()).toBe(',')
  })

  it('takes the point where nothing speaks', () => {
    const ballot = decimalMarkVote()
    ballot.add('1,234')
    expect(ballot.mark()).toBe('.')
  })
})
