/**
 * What is left of a header when spelling is taken away: NFKC, lower case, no blanks or signs. `Order_Date`,
 * `orderDate` and `ORDER DATE` are one key, `客户 名称*` is 客户名称.
 *
 * @example
 * headerKey('Order_Date') // 'orderdate'
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '')
    .replace(/#$/, 'no')
    .replaceAll('#', '')
}

/** Words of a header: blanks, signs and inner capitals part them, and Chinese from Latin. */
export function headerTokens(header: string): string[] {
  return header
    .normalize('NFKC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Script=Han})(?=[a-z])|([a-z])(?=\p{Script=Han})/giu, '$1$2 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
}
