import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import {
  type Catalogue,
  cataloguePath,
  type MessageLocale,
  placeholders,
  readCatalogue,
  subjects,
  withoutPlural,
} from '../message-catalogues.ts'
import type { Repository } from '../repository.ts'

/** Both languages say the same things, with the same blanks to fill, each in its own words. */
export const cataloguesCheck: Check = {
  name: 'catalogues',
  run: (repository) => {
    const chinese = readCatalogue(repository, 'zh-CN')
    const english = readCatalogue(repository, 'en')
    return [
      ...missingFiles(repository, 'zh-CN', 'en'),
      ...missingFiles(repository, 'en', 'zh-CN'),
      ...missingKeys(chinese, english, 'en'),
      ...missingKeys(english, chinese, 'zh-CN'),
      ...differingPlaceholders(chinese, english),
      ...wordFaults(chinese, chineseFault),
      ...wordFaults(english, englishFault),
    ]
  },
}

function missingFiles(repository: Repository, from: MessageLocale, to: MessageLocale): Finding[] {
  const there = new Set(subjects(repository, to))
  return subjects(repository, from)
    .filter((subject) => !there.has(subject))
    .map((subject) => ({ path: cataloguePath(from, subject), line: 0, message: `${to} has no ${subject}.json` }))
}

function missingKeys(from: Catalogue, to: Catalogue, locale: MessageLocale): Finding[] {
  const there = new Set([...to.keys()].map((key) => withoutPlural(key, to)))
  return [...from]
    .filter(([key]) => !there.has(withoutPlural(key, from)))
    .map(([key, { path, line }]) => ({ path, line, message: `${locale} has no message ${key}` }))
}

/** Plural forms count together: the form for one thing need not name the number. */
function differingPlaceholders(chinese: Catalogue, english: Catalogue): Finding[] {
  const wanted = placeholdersByKey(english)
  return [...placeholdersByKey(chinese)].flatMap(([key, names]) => {
    const others = wanted.get(key)
    if (others === undefined || list(names) === list(others)) return []
    const { path, line } = chinese.get(key) ?? chinese.get(`${key}_other`) ?? { path: key, line: 0 }
    const message = `${key} fills ${list(names)} in zh-CN, ${list(others)} in en`
    return [{ path, line, message }]
  })
}

function placeholdersByKey(catalogue: Catalogue): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [key, { text }] of catalogue) {
    const base = withoutPlural(key, catalogue)
    names.set(base, new Set([...(names.get(base) ?? []), ...placeholders(text)]))
  }
  return names
}

function list(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'nothing' : [...names].toSorted().join(', ')
}

function wordFaults(catalogue: Catalogue, fault: (text: string) => string | undefined): Finding[] {
  return [...catalogue].flatMap(([key, { path, line, text }]) => {
    const message = text.trim() === '' ? 'says nothing' : fault(text)
    return message === undefined ? [] : [{ path, line, message: `${key} ${message}` }]
  })
}

const han = /\p{Script=Han}/u

/** Names and terms may stay in English; a sentence may not: three words alone, or five in a row. */
function chineseFault(text: string): string | undefined {
  const prose = withoutCode(text)
  const inARow = han.test(prose) ? 5 : 3
  const english = new RegExp(String.raw`\b[A-Za-z]+(?:[ ,'’]+[A-Za-z]+){${inARow - 1},}`)
  return english.test(prose) ? 'is left in English' : undefined
}

function englishFault(text: string): string | undefined {
  const prose = withoutCode(text)
  return han.test(prose) && !/[A-Za-z]{2,}/.test(prose) ? 'is left in Chinese' : undefined
}

/** Without blanks to fill, quoted commands, tags and paths, which are the same in every language. */
function withoutCode(text: string): string {
  return text.replaceAll(/\{\{.*?\}\}|`[^`]*`|<[^>]*>|--?[a-z][\w-]*|\bvitalfew [\w -]+|\S*[/\\]\S*/g, ' ')
}
