import { isPlainText } from '../fields/plain-text.ts'
import type { CompanyName } from './company-name.ts'
import { formerNamesOf } from './name-lexicon.ts'
import { parseChineseCompany } from './parse-chinese-company.ts'
import { parseLatinCompany } from './parse-latin-company.ts'
import { simplifiedText } from './simplified-text.ts'

/** Takes a name of an enterprise apart, in Chinese or another language. */
export function parseCompanyName(written: string): CompanyName {
  const clean = simplifiedText(isPlainText(written) ? written : written.normalize('NFKC').toLowerCase())
  const { text, formerNames } = formerNamesOf(clean)
  const former = formerNames.length === 0 ? formerNames : formerNames.map((name) => parsedName(name).name)
  return { ...parsedName(text), formerNames: former }
}

function parsedName(text: string): Omit<CompanyName, 'formerNames'> {
  const chinese = hanIn(text)
  return chinese >= 2 || (chinese === 1 && text.length < 4) ? parseChineseCompany(text) : parseLatinCompany(text)
}

function hanIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x3400 && unit <= 0x9fff) count++
  }
  return count
}
