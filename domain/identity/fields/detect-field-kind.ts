import type { FieldKind } from './field-kind.ts'
import { companyEndings, headerKinds, someName, writtenDay } from './field-lexicon.ts'

const sampleSize = 2000

/** What a column holds, by its values where they leave no doubt, else by its header, else as plain text. */
export function detectFieldKind(header: string, values: readonly string[]): FieldKind {
  const sample = spread(values.filter((value) => value !== ''))
  if (sample.length === 0) return 'text'
  const share = (pattern: RegExp): number => sample.filter((value) => pattern.test(value)).length / sample.length
  if (share(/^[^@\s]+@[^@\s]+$/) > 0.6) return 'email'
  if (share(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i) > 0.6) return 'creditCode'
  if (share(writtenDay) > 0.6) return 'date'
  const named = kindOfHeader(header)
  if (named === 'date' && share(/\d/) > 0.5) return 'date'
  if (named === 'person' || named === 'company') return nameKind(named, share)
  if (named !== undefined && named !== 'date') return named
  if (share(/^(?:\+?86)?1[3-9]\d{9}$/) > 0.6) return 'phone'
  if (share(companyEndings) > 0.3) return 'company'
  if (share(/^[\d\s./-]+$/) > 0.8) return 'number'
  if (share(/^[A-Za-z]{0,3}[\d-]{3,}[A-Za-z]?$/) > 0.8) return 'number'
  if (someName.test(header)) {
    return share(companyEndings) > 0.1 || share(/^\p{Script=Han}{5,}/u) > 0.2 ? 'company' : 'person'
  }
  if (share(/^\p{Script=Han}{6,}/u) > 0.5 && share(companyEndings) > 0.1) return 'company'
  return 'text'
}

function nameKind(named: 'person' | 'company', share: (pattern: RegExp) => number): FieldKind {
  if (share(/^[\d\s.-]+$/) > 0.8) return 'number'
  if (named === 'person' && share(companyEndings) > 0.3) return 'company'
  return named
}

function kindOfHeader(header: string): FieldKind | undefined {
  const words = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-.]+/g, ' ')
    .trim()
  return headerKinds.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Values from all over a column, always the same. */
function spread(values: readonly string[]): readonly string[] {
  if (values.length <= sampleSize) return values
  const step = values.length / sampleSize
  return Array.from({ length: sampleSize }, (_, i) => values[Math.floor(i * step)] ?? '')
}
