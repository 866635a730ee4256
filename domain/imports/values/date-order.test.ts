import { describe, expect, it } from 'vitest'
import { dateOrderVote } from './date-order.ts'

function vote(...texts: string[]) {
  const ballot = dateOrderVote()
  for (const text of texts) ballot.add(text)
  return ballot
}

describe('dateOrderVote', () => {
  it('is settled by a part above twelve', () => {
    expect(vote('3/4/2024', '3/14/2024').order()).toBe('mdy')
    expect(vote('3/4/2024', '14/3/2024').order()).toBe('dmy')
    expect(vote('98-01-02', '99-05-06').order()).toBe('ymd')
  })

  it('goes with the majority where a column contradicts itself', () => {
    expect(vote('13/1/2024', '14/1/2024', '15/1/2024', '1/16/2024').order()).toBe('dmy')
  })

  it('prefers the order under which an open column is sorted by time', () => {
    expect(vote('01/02/2024', '01/03/2024', '02/01/2024', '02/04/2024', '03/01/2024').order()).toBe('mdy')
    expect(vote('01/02/2024', '03/02/2024', '01/03/2024', '04/03/2024', '02/04/2024').order()).toBe('dmy')
  })

  it('is not asked by dates that speak for themselves', () => {
    const ballot = vote('2024-03-05', '2024年3月6日', '45356')
    expect(ballot.order()).toBe('ymd')
    expect(ballot.undecided()).toBe(false)
  })

  it('wants to read on while nothing has settled it', () => {
    expect(vote('3/4/2024').undecided()).toBe(true)
    expect(vote(...Array.from({ length: 60 }, (_, index) => `1/${13 + (index % 18)}/2024`)).undecided()).toBe(false)
  })
})
