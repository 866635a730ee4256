/** Families of legal forms: different families are different legal persons. */
export type LegalFamily = '' | 'limited' | 'joint-stock' | 'partnership' | 'sole' | 'cooperative' | 'public'

/** Endings of Chinese names that say the legal form, longest first. */
export const legalEndings: readonly (readonly [string, LegalFamily])[] = [
  ['股份有限责任公司', 'joint-stock'],
  ['有限责任总公司', 'limited'],
  ['特殊普通合伙企业', 'partnership'],
  ['特殊普通合伙', 'partnership'],
  ['普通合伙企业', 'partnership'],
  ['有限合伙企业', 'partnership'],
  ['股份有限公司', 'joint-stock'],
  ['有限责任公司', 'limited'],
  ['责任有限公司', 'limited'],
  ['个人独资企业', 'sole'],
  ['股份责任公司', 'joint-stock'],
  ['个体工商户', 'sole'],
  ['股份公司', 'joint-stock'],
  ['有限公司', 'limited'],
  ['责任公司', 'limited'],
  ['合伙企业', 'partnership'],
  ['有限合伙', 'partnership'],
  ['普通合伙', 'partnership'],
  ['个人独资', 'sole'],
  ['股份合作', 'cooperative'],
  ['总公司', ''],
  ['公司', ''],
  ['股份', 'joint-stock'],
]

/** Endings that say an enterprise leads others; without them the name is often still the same enterprise. */
export const groupEndings: readonly string[] = ['企业集团', '集团', '控股']

/** English and other legal forms, as they stand at the end of a name, without dots. */
export const latinLegalForms: ReadonlyMap<string, LegalFamily> = new Map<string, LegalFamily>([
  ['co', ''],
  ['company', ''],
  ['cie', ''],
  ['the', ''],
  ['ltd', 'limited'],
  ['limited', 'limited'],
  ['ltda', 'limited'],
  ['llc', 'limited'],
  ['lc', 'limited'],
  ['gmbh', 'limited'],
  ['mbh', 'limited'],
  ['sarl', 'limited'],
  ['srl', 'limited'],
  ['bv', 'limited'],
  ['oy', 'limited'],
  ['aps', 'limited'],
  ['pte', 'limited'],
  ['pty', 'limited'],
  ['pvt', 'limited'],
  ['private', 'limited'],
  ['sdn', 'limited'],
  ['bhd', 'limited'],
  ['kft', 'limited'],
  ['doo', 'limited'],
  ['ooo', 'limited'],
  ['gk', 'limited'],
  ['yk', 'limited'],
  ['inc', 'joint-stock'],
  ['incorporated', 'joint-stock'],
  ['corp', 'joint-stock'],
  ['corporation', 'joint-stock'],
  ['plc', 'joint-stock'],
  ['ag', 'joint-stock'],
  ['sa', 'joint-stock'],
  ['spa', 'joint-stock'],
  ['nv', 'joint-stock'],
  ['ab', 'joint-stock'],
  ['asa', 'joint-stock'],
  ['oyj', 'joint-stock'],
  ['kk', 'joint-stock'],
  ['se', 'joint-stock'],
  ['lp', 'partnership'],
  ['llp', 'partnership'],
  ['kg', 'partnership'],
  ['ohg', 'partnership'],
  ['gbr', 'partnership'],
  ['ev', 'cooperative'],
  ['eg', 'cooperative'],
])

/** Legal forms and groups that stand within a name, often in brackets: 深圳市振业(集团)股份. */
export const bracketedLegal = /(?:有限合伙|普通合伙|特殊普通合伙|个体工商户)$/

/** Words for a group anywhere in a name. */
export const groupWords = /集团|控股/g
