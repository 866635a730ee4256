/**
 * Order of two texts by Unicode code point, which is the order of their UTF-8 bytes and so the order of the database.
 *
 * JavaScript's `<` compares UTF-16 units and puts characters beyond U+FFFF (rare Chinese characters, for one) before
 * U+E000..U+FFFF (full-width forms); here they come after.
 *
 * @returns negative when `left` comes first, positive when `right` does, 0 when they are the same
 * Source: Unicode Standard, section 5.17, "Binary Order".
 * @example
 * Math.sign(compareNames('a', 'b')) // -1
 * Math.sign(compareNames('Ａ', '𠮷')) // -1
 * compareNames('x', 'x') // 0
 */
export function compareNames(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const difference = codePointWeight(left.charCodeAt(i)) - codePointWeight(right.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Lifts surrogates, the halves of characters beyond U+FFFF, above every other unit. */
function codePointWeight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
