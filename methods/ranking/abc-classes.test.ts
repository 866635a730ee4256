import { describe, expect, it } from 'vitest'
import { abcClasses } from './abc-classes.ts'
import { cumulativeShare } from './cumulative-share.ts'

describe('abcClasses', () => {
  it('keeps an account that lands on a cut, whatever doubles make of the sum', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const values = [0.5, 0.2, 0.1, 0.15, 0.05] // 0.5 + 0.2 + 0.15 = 0.85 in ranked order; cut there
    expect(abcClasses(names, values, { firstCut: 0.85, secondCut: 0.95 }).classes).toEqual(['A', 'A', 'B', 'A', 'C'])
    expect(abcClasses(['a', 'b', 'c'], [0.7, 0.1, 0.2], { firstCut: 0.7, secondCut: 0.9 }).classes).toEqual([
      'A',
      'C',
      'B',
    ])
  })

  it('keeps on its side of the cut what doubles carry over it', () => {
    expect(abcClasses(['a', 'b', 'c'], [0.42, 0.14, 0.14]).classes).toEqual(['A', 'A', 'C']) // 0.8000000000000002
    expect(abcClasses(['a', 'b', 'c'], [0.8, 0.15, 0.05]).classes).toEqual(['A', 'B', 'C']) // 0.9500000000000001
  })

  it('puts the classic example of ten articles in order', () => {
    const values = [45, 1, 25, 10, 2, 6, 5, 3, 2, 1]
    const names = values.map((_, i) => `article ${i}`)
    expect(abcClasses(names, values).classes.join('')).toBe('ACAACBBBCC')
  })

  it('breaks ties by name', () => {
    expect(abcClasses(['b', 'a'], [1, 1], { firstCut: 0.5, secondCut: 0.9 }).classes).toEqual(['C', 'A'])
  })

  it('takes null and NaN for unknown', () => {
    expect(abcClasses(['a', 'b', 'c'], [null, Number.NaN, 2]).classes).toEqual([null, null, 'A'])
    expect(abcClasses([], [])).toEqual({ classes: [], cumulativeShares: [], ranking: new Uint32Array() })
  })

  it('names what it cannot work with', () => {
    const cut = (firstCut: number, secondCut: number) => () => abcClasses(['a'], [1], { firstCut, secondCut })
    expect(cut(0.8, 0.8)).toThrow('cuts must ascend strictly between 0 and 1, got 0.8 and 0.8')
    expect(cut(0, 0.8)).toThrow(RangeError)
    expect(cut(0.8, 1)).toThrow(RangeError)
    expect(cut(Number.NaN, 0.9)).toThrow(RangeError)
    expect(() => abcClasses(['a'], [1, 2])).toThrow('values.length must be 1, got 2')
    expect(() => abcClasses(['a'], [Infinity])).toThrow('values[0] must be finite, got Infinity')
    expect(() => cumulativeShare([1, -2])).toThrow('values[1] must not be below 0, got -2')
  })
})
