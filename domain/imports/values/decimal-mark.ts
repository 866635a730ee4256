import type { DecimalMark } from './parse-amount.ts'

/** A vote over a whole column on whether `1.234` is a thousand or a little more than one. */
export interface DecimalMarkVote {
  add(text: string): void
  /** True while values were seen that could be read both ways and nothing has settled it. */
  undecided(): boolean
  mark(): DecimalMark
}

/** Where nothing speaks for the comma the point is the decimal mark, as in Chinese and English files. */
export function decimalMarkVote(): DecimalMarkVote {
  let point = 0
  let comma = 0
  let open = 0

  function add(text: string): void {
    const evidence = markEvidence(text)
    if (evidence === '.') point += 1
    else if (evidence === ',') comma += 1
    else if (evidence === 'either') open += 1
  }

  return {
    add,
    undecided: () => open > 0 && point === 0 && comma === 0,
    mark: () => (comma > point ? ',' : '.'),
  }
}

/** Which mark one value shows to be the decimal one; `either` for `1,234` and `1.234`, null when it has no mark. */
export function markEvidence(text: string): DecimalMark | 'either' | null {
  const marks = text.normalize('NFKC').replace(/[^\d.,]/g, '')
  const lastPoint = marks.lastIndexOf('.')
  const lastComma = marks.lastIndexOf(',')
  if (lastPoint === -1 && lastComma === -1) return null
  if (lastPoint !== -1 && lastComma !== -1) return lastPoint > lastComma ? '.' : ','
  const own: DecimalMark = lastPoint === -1 ? ',' : '.'
  const last = Math.max(lastPoint, lastComma)
  if (marks.indexOf(own) !== last) return own === '.' ? ',' : '.'
  const decimals = marks.length - last - 1
  const leadingZero = /^0[.,]/.test(marks)
  return decimals !== 3 || leadingZero || last > 3 || last === 0 ? own : 'either'
}
