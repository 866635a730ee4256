import { signMask } from '../comparison/sign-mask.ts'
import type { CompanyName } from './company-name.ts'
import { industryTranslations } from './industry-lexicon.ts'
import { latinLegalForms, type LegalFamily } from './legal-form-lexicon.ts'

const accents = /\p{M}+/gu

/** Takes a name in Latin letters apart: legal forms at its end and in it, words for what it does. */
export function parseLatinCompany(text: string): Omit<CompanyName, 'formerNames'> {
  const plain = text
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/&|\+/g, ' and ')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`.]/g, '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const { kept, legal, isWhole } = withoutLegalForms(words)
  const brand = [...kept]
  while (brand.length > 1 && industryTranslations.has(brand.at(-1) ?? '')) brand.pop()
  const industry = kept.slice(brand.length)
  return {
    spoken: kept.join(' '),
    name: kept.join(' '),
    core: kept.join(' '),
    signs: kept.toSorted().join(' '),
    mask: signMask(kept.join('')),
    brand: brand.join(' '),
    industry: industry.map((word) => industryTranslations.get(word) ?? word).join(''),
    places: [],
    legal,
    isWhole,
    isGroup: industry.some((word) => /^(group|holdings?)$/.test(word)),
    branch: '',
    branchPlaces: [],
    isLatin: true,
  }
}

function withoutLegalForms(words: readonly string[]) {
  const kept = words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words]
  let legal: LegalFamily = ''
  let isWhole = false
  while (kept.length > 1) {
    const last = kept.at(-1) ?? ''
    const form = latinLegalForms.get(last)
    if (form === undefined && !(last === 'and' && isWhole)) break
    isWhole = true
    if (legal === '' && form !== undefined) legal = form
    kept.pop()
  }
  return { kept, legal, isWhole }
}
