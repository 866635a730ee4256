/**
 * Share of runs of `size` characters that two texts have in common (Dice: twice the common ones over all), each counted
 * as often as it occurs. A text shorter than the size is one run by itself.
 *
 * @returns 0 … 1; 1 for equal texts, 0 where one is empty and the other not
 * @throws RangeError when the size is not a positive integer
 * Source: Ukkonen 1992, "Approximate string-matching with q-grams and maximal matches"; Dice 1945 for the measure.
 * @example
 * qgramSimilarity('night', 'nacht', { size: 2 }) // 0.25
 * qgramSimilarity('abab', 'abab', { size: 2 }) // 1
 * qgramSimilarity('', 'ab', { size: 2 }) // 0
 */
export function qgramSimilarity(left: string, right: string, { size }: { readonly size: number }): number {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`)
  if (left === right) return 1
  if (left === '' || right === '') return 0
  const [own, others] = [runsIn(left, size), runsIn(right, size)]
  if (taken.length < others) taken = new Uint8Array(others * 2)
  taken.fill(0, 0, others)
  let common = 0
  for (let i = 0; i < own; i++) {
    const match = freeMatch({ left, right, others, size }, i)
    if (match < 0) continue
    taken[match] = 1
    common++
  }
  return (2 * common) / (own + others)
}

let taken = new Uint8Array(64)

function runsIn(text: string, size: number): number {
  return Math.max(1, text.length - size + 1)
}

interface Runs {
  readonly left: string
  readonly right: string
  readonly others: number
  readonly size: number
}

/** The first run of the other text that equals run i of this one and is not taken; −1 for none. */
function freeMatch({ left, right, others, size }: Runs, i: number): number {
  const unit = left.charCodeAt(i)
  for (let j = 0; j < others; j++) {
    if (right.charCodeAt(j) !== unit || taken[j] === 1) continue
    let at = 1
    while (at < size && left.charCodeAt(i + at) === right.charCodeAt(j + at)) at++
    if (at === size || (Number.isNaN(left.charCodeAt(i + at)) && Number.isNaN(right.charCodeAt(j + at)))) return j
  }
  return -1
}

/**
 * The runs of `size` characters of a text, in order, repeats included.
 *
 * @example
 * qgrams('abcd', { size: 2 }) // ['ab', 'bc', 'cd']
 * qgrams('a', { size: 2 }) // ['a']
 * qgrams('', { size: 2 }) // []
 */
export function qgrams(text: string, { size }: { readonly size: number }): string[] {
  if (text === '') return []
  const grams: string[] = []
  for (let i = 0; i + size <= text.length; i++) grams.push(text.slice(i, i + size))
  return grams.length === 0 ? [text] : grams
}
