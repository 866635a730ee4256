import type { Check } from '../check.ts'
import { isText } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { lineOfText } from '../line-of-text.ts'
import type { Repository } from '../repository.ts'

/** Each pattern is written so that it does not match itself. */
const foreign: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/(?<![\w.)}-])\/(?:work|root|Users|home\/[a-z]\w*)\/[\w.]/, 'a path of one machine'],
  [/(?<![\w.)}-])\/tmp\/spec\b/, 'a path of one machine'],
  [/\b[A-Z]:\\Users\\/, 'a path of one machine'],
  [
    /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|\bnpmmirror\.com|\bnpm\.pkg\.github\b/,
    'the host of a package registry',
  ],
  [
    /\b(?:in|during|from) (?:this|the (?:last|previous|next)|an earlier) (?:coding )?session\b/i,
    'the making, not the product',
  ],
  [/\bas (?:requested|instructed) (?:by|in) the (?:task|brief|prompt|lead)\b/i, 'the making, not the product'],
  [
    /\b(?:generated|written|authored) (?:by|with) (?:an? )?(?:AI|LLM|Claude|Copilot|ChatGPT)\b/i,
    'the making, not the product',
  ],
]

/** Files speak of the product, never of the machine or the hour in which they were written. */
export const ownWordsCheck: Check = {
  name: 'own words',
  run: (repository) => [
    ...repository.files.filter((path) => isText(path)).flatMap((path) => foreignWords(repository, path)),
    ...resolvedHosts(repository),
  ],
}

function foreignWords(repository: Repository, path: string): Finding[] {
  const text = repository.read(path)
  if (!foreign.some(([pattern]) => pattern.test(text))) return []
  return text.split('\n').flatMap((line, index) =>
    foreign.flatMap(([pattern, message]) => {
      const words = pattern.exec(line)?.[0]
      return words === undefined ? [] : [{ path, line: index + 1, message: `${words} is ${message}` }]
    }),
  )
}

/** The lock names versions and checksums; where they come from is the business of whoever installs. */
function resolvedHosts(repository: Repository): Finding[] {
  const path = 'package-lock.json'
  const host = repository.has(path) ? /"resolved": "\w+:\/\/[^"]*"/.exec(repository.read(path))?.[0] : undefined
  if (host === undefined) return []
  return [
    {
      path,
      line: lineOfText(repository.read(path), host),
      message: `the lock names where a package came from: ${host}`,
    },
  ]
}
