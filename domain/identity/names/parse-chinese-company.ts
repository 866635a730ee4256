import { bankShortForms, mayBeBank } from './bank-lexicon.ts'
import { signMask } from '../comparison/sign-mask.ts'
import { branchOf } from './branch-of.ts'
import type { CompanyName } from './company-name.ts'
import { industryLengths, industryWords } from './industry-lexicon.ts'
import { bracketedLegal, groupEndings, groupWords, legalEndings, type LegalFamily } from './legal-form-lexicon.ts'
import { isPlainText } from '../fields/plain-text.ts'
import { shareMarks } from './name-lexicon.ts'
import { placeAt, wholeCountry } from './place-lexicon.ts'

/** Takes a Chinese name apart: places, own name, what it does, legal form, branch. */
export function parseChineseCompany(text: string): Omit<CompanyName, 'formerNames'> {
  const { plain, places: bracketed } = withoutBrackets(text)
  const marked = /[a-z*]/.test(plain) ? plain.replace(shareMarks, '') : plain
  const spoken = mayBeBank.test(marked)
    ? bankShortForms.reduce((name, [pattern, full]) => name.replace(pattern, full), marked)
    : marked
  const { head, branch, branchPlaces } = branchOf(spoken)
  const { rest, legal, isWhole, isGroup } = withoutLegalForm(head)
  const { core, places, lead } = withoutPlaces(rest)
  const { brand, industry } = brandOf(core)
  return {
    spoken: rest + branch,
    name: lead + core,
    core,
    signs: sortedSigns(core),
    mask: signMask(core),
    brand,
    industry,
    places: narrowest([...places, ...bracketed]),
    legal,
    isWhole,
    isGroup,
    branch,
    branchPlaces,
    isLatin: false,
  }
}

/** Brackets go; a place in them is noted, what else stands in them stays where it is. */
function withoutBrackets(text: string): { readonly plain: string; readonly places: readonly string[] } {
  const places: string[] = []
  if (isPlainText(text) || !/[^\p{L}\p{N}]/u.test(text)) return { plain: text, places }
  const opened = text.replace(/[([{【〔<《]([^)\]}】〕>》]*)[)\]}】〕>》]/g, (_, inner: string) => {
    const words = inner.replace(/[^\p{L}\p{N}]/gu, '')
    if (wholeCountry.has(words)) return ''
    const found = placeAt(words, 0)
    if (found !== undefined && found.length === words.length) {
      places.push(found.place.code)
      return ''
    }
    return words
  })
  return { plain: opened.replace(/[^\p{L}\p{N}*]+/gu, ''), places }
}

function withoutLegalForm(head: string) {
  let rest = head
  let legal: LegalFamily = ''
  let isWhole = false
  let isGroup = false
  for (let round = 0; round < 4; round++) {
    if (!lastSigns.has(rest.charCodeAt(rest.length - 1))) break
    const before = rest
    const ending = legalEndings.find(([words]) => rest.endsWith(words) && rest.length > words.length + 1)
    if (ending !== undefined) {
      rest = rest.slice(0, -ending[0].length)
      isWhole = true
      if (legal === '') legal = ending[1]
    }
    const group = groupEndings.find((words) => rest.endsWith(words) && rest.length > words.length + 1)
    if (group !== undefined) {
      rest = rest.slice(0, -group.length)
      isGroup = true
    }
    if (rest === before) break
  }
  return { rest: rest.replace(bracketedLegal, ''), legal, isWhole, isGroup }
}

const lastSigns: ReadonlySet<number> = new Set(
  [...legalEndings.map(([words]) => words), ...groupEndings].map((words) => words.charCodeAt(words.length - 1)),
)

const nowhere: readonly string[] = []

/** Takes places off the beginning, as long as what remains is more than words for a trade. */
function withoutPlaces(rest: string) {
  const places: string[] = []
  let core = rest
  let lead = ''
  for (let round = 0; round < 3; round++) {
    const found = placeAt(core, 0)
    if (found === undefined || core.length - found.length < 2) break
    const after = core.slice(found.length)
    places.push(found.place.code)
    if (isTradeOnly(after)) {
      places.pop()
      core = found.place.bare + after
      break
    }
    core = after
  }
  lead = places.join('')
  return { core, places, lead }
}

function isTradeOnly(text: string): boolean {
  let rest = text
  for (;;) {
    const length = tradeAtEnd(rest)
    if (length === 0) return rest === ''
    rest = rest.slice(0, -length)
  }
}

/** Length of the longest word for a trade that a text ends with; 0 for none. */
function tradeAtEnd(text: string): number {
  const lengths = industryLengths.get(text.charCodeAt(text.length - 1))
  if (lengths === undefined) return 0
  for (const length of lengths) {
    if (length <= text.length && industryWords.has(text.slice(-length))) return length
  }
  return 0
}

function brandOf(core: string): { readonly brand: string; readonly industry: string } {
  let brand = core
  for (let round = 0; round < 5; round++) {
    const length = tradeAtEnd(brand)
    if (length === 0 || brand.length - length < 2) break
    brand = brand.slice(0, -length)
  }
  return { brand, industry: core.slice(brand.length) }
}

/** Words for a trade are often given in another order, and a group within a name left out. */
function sortedSigns(core: string): string {
  const signs = core.replace(groupWords, '')
  // Number 12 is not number 21.
  return signs.length < 5 || /\d/.test(signs) ? signs : sorted(signs)
}

const room = new Uint16Array(64)

function sorted(signs: string): string {
  const units = signs.length <= room.length ? room.subarray(0, signs.length) : new Uint16Array(signs.length)
  for (let i = 0; i < units.length; i++) units[i] = signs.charCodeAt(i)
  return String.fromCharCode(...units.toSorted())
}

/** Places that lie in one another as the narrowest of them. */
function narrowest(codes: readonly string[]): readonly string[] {
  if (codes.length === 0) return nowhere
  return codes.filter(
    (code, i) => !codes.some((other, j) => i !== j && other.startsWith(code) && (other !== code || j < i)),
  )
}
