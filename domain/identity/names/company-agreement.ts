import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import { jaroWinkler } from '@vitalfew/methods/record-linkage/jaro-winkler.ts'
import { qgramSimilarity } from '@vitalfew/methods/record-linkage/qgram-similarity.ts'
import { shareHalf } from '../comparison/sign-mask.ts'
import type { CompanyName } from './company-name.ts'
import { placesAgree } from './place-lexicon.ts'
import { soundOfName } from './sound-of-name.ts'

/** How far two names of enterprises agree, from best to worst. */
export const companyLevels = [
  'unknown',
  'equal',
  'sameName',
  'sameCore',
  'otherForm',
  'sameBrand',
  'shortName',
  'oneSlip',
  'sounds',
  'similar',
  'otherPlace',
  'otherBranch',
  'different',
] as const

export type CompanyLevel = (typeof companyLevels)[number]

/** Grades two names that are known and not written alike. */
export function companyAgreement(left: CompanyName, right: CompanyName): CompanyLevel {
  if (left.isLatin !== right.isLatin) return acrossLanguages(left, right)
  if (left.branch !== right.branch || !setsAgree(left.branchPlaces, right.branchPlaces)) {
    return left.brand === right.brand || left.core === right.core ? 'otherBranch' : 'different'
  }
  const level = ofHeads(left, right)
  return level === 'sameName' || level === 'sameCore' || level === 'otherForm' || !isKnownFormer(left, right)
    ? level
    : 'sameCore'
}

function ofHeads(left: CompanyName, right: CompanyName): CompanyLevel {
  const placesFit = setsAgree(left.places, right.places)
  if (left.core === right.core) {
    if (!placesFit) return 'otherPlace'
    if (formsDiffer(left, right)) return isConversion(left, right) ? 'otherForm' : 'similar'
    return left.name === right.name ? 'sameName' : 'sameCore'
  }
  if (left.isLatin) return ofLatin(left, right)
  if (placesFit && left.signs === right.signs) return 'sameCore'
  if (left.brand === right.brand) return ofBrand(left, right, placesFit)
  if (!shareHalf(left.mask, right.mask)) return 'different'
  if (
    damerauLevenshtein(left.core, right.core, { limit: 1 }) <= 1 &&
    Math.min(left.core.length, right.core.length) > 2
  ) {
    return placesFit ? 'oneSlip' : 'otherPlace'
  }
  return qgramSimilarity(left.core, right.core, { size: 2 }) >= 0.6 ? 'similar' : 'different'
}

/** Same own name, other words for what it does: a short name may leave them out, a whole name may not. */
function ofBrand(left: CompanyName, right: CompanyName, placesFit: boolean): CompanyLevel {
  if (!placesFit) return 'otherPlace'
  const [fewer, more] = left.industry.length <= right.industry.length ? [left, right] : [right, left]
  const isShortened = !fewer.isWhole && more.industry.startsWith(fewer.industry)
  if (isShortened && more.brand.length >= 2)
    return fewer.brand.length + fewer.industry.length >= 3 ? 'sameBrand' : 'shortName'
  return 'similar'
}

/** Different families of legal forms, both written out: 有限公司 and 合伙企业 are never one legal person. */
export function formsDiffer(left: CompanyName, right: CompanyName): boolean {
  return left.legal !== '' && right.legal !== '' && left.legal !== right.legal
}

/** A limited company that became a joint-stock one is the same legal person, and keeps its credit code. */
function isConversion(left: CompanyName, right: CompanyName): boolean {
  return [left, right].every(({ legal }) => legal === 'limited' || legal === 'joint-stock')
}

function ofLatin(left: CompanyName, right: CompanyName): CompanyLevel {
  const [a, b] = [left.core.replaceAll(' ', ''), right.core.replaceAll(' ', '')]
  if (a === b) return 'sameCore'
  const limit = Math.min(a.length, b.length) > 10 ? 2 : 1
  if (Math.min(a.length, b.length) > 5 && damerauLevenshtein(a, b, { limit }) <= limit) return 'oneSlip'
  if (left.brand === right.brand) return 'shortName'
  if (jaroWinkler(a, b) >= 0.92 || qgramSimilarity(a, b, { size: 2 }) >= 0.7) return 'similar'
  return 'different'
}

function acrossLanguages(left: CompanyName, right: CompanyName): CompanyLevel {
  const sound = soundOfName(left)
  return sound.length > 3 && sound === soundOfName(right) ? 'sounds' : 'different'
}

function isKnownFormer(left: CompanyName, right: CompanyName): boolean {
  return left.formerNames.includes(right.name) || right.formerNames.includes(left.name)
}

/** Every place of one side fits one of the other, or one side names none. */
function setsAgree(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return true
  return (
    left.every((a) => right.some((b) => placesAgree(a, b))) || right.every((b) => left.some((a) => placesAgree(a, b)))
  )
}
