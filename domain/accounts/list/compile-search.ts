/** A search as a condition on `account_row AS a`: part of a code or a name, or of its pinyin or initials. */
export function compileSearch(search: string | undefined): {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string>>
} {
  const text = (search ?? '').normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  if (text === '') return { sql: '1', parameters: {} }
  const spelled = text.replaceAll(/[\s']/g, '')
  const written = 'position(a.search_name, {search:String}) > 0'
  if (!/^[a-z]+$/.test(spelled)) return { sql: written, parameters: { search: text } }
  const named = `if(a.account_name = '', a.account, a.account_name) IN (
    SELECT name FROM account_name_search
    WHERE position(pinyin, {spelled:String}) > 0 OR position(initials, {spelled:String}) > 0)`
  return { sql: `(${written} OR ${named})`, parameters: { search: text, spelled } }
}
