import { posix } from 'node:path'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import type { Repository } from '../repository.ts'

/** What the documents name is there, and every capability has its page. */
export const docPathsCheck: Check = {
  name: 'doc paths',
  run: (repository) => {
    const documents = repository.files.filter((path) =>
      /^(README[^/]*|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(path),
    )
    return [...documents.flatMap((path) => deadPaths(repository, path)), ...missingPages(repository)]
  },
}

function deadPaths(repository: Repository, document: string): Finding[] {
  let fenced = false
  return repository
    .read(document)
    .split('\n')
    .flatMap((text, index) => {
      if (/^\s*(```|~~~)/.test(text)) fenced = !fenced
      const dead = fenced ? deadInListing(repository, text) : deadInProse(repository, document, text)
      return dead.map((path) => ({ path: document, line: index + 1, message: `${path} does not exist` }))
    })
}

function deadInProse(repository: Repository, document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, target = '']) => decodeURI(target.split('#')[0] ?? ''))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target))
    .filter((target) => !repository.has(resolve(document, target)))
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !exists(repository, document, name))
  return [...links, ...named]
}

/** In a listing only paths from the top of the tree are meant; the rest are commands and their output. */
function deadInListing(repository: Repository, text: string): string[] {
  return [...text.matchAll(/(?<![\w./@-])[a-z]+\/[\w./-]*/g)]
    .map(([path]) => path)
    .filter((path) => isFromTheTop(repository, path) && !repository.has(path.replace(/[/.]+$/, '')))
}

/** True unless a name means a file or folder of the tree which is not there. */
function exists(repository: Repository, document: string, name: string): boolean {
  // A pattern such as <capability> or *.test.ts, a package, an address or a command's option names no one file.
  if (/[<>*{}()$…=@|]|NNNN|:\/\/|^-/.test(name)) return true
  const path = name.replace(/\/$/, '').replace(/:\d+$/, '')
  const candidates = [resolve(document, path), path.replace(/^\.?\//, '')]
  if (candidates.some((candidate) => repository.has(candidate))) return true
  if (name.includes('/')) return !(isFromTheTop(repository, name) || /^\.\.?\//.test(name) || isSourceName(name))
  return !isSourceName(name) || repository.files.some((file) => file.endsWith(`/${name}`))
}

function isFromTheTop(repository: Repository, path: string): boolean {
  const known = /^(methods|contract|warehouse|store|domain|api|web|cli|samples|bench|docs|tooling)\//
  return known.test(path) || repository.has(path.split('/')[0] ?? '')
}

function isSourceName(name: string): boolean {
  return (
    /^[\w./-]+\.(ts|tsx|mjs|sql|md|sh|ya?ml)$/.test(name) ||
    /^(package|tsconfig|knip|size-exceptions)\.json$/.test(name)
  )
}

function resolve(document: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(document), target)
  return posix.normalize(path).replace(/\/$/, '')
}

function missingPages(repository: Repository): Finding[] {
  const capabilities = new Set(
    repository.files.filter((path) => /^domain\/[^/]+\//.test(path)).map((path) => path.split('/')[1] ?? ''),
  )
  return [...capabilities]
    .filter((capability) => !repository.has(`docs/guide/${capability}.md`))
    .map((capability) => {
      const message = `the capability has no page docs/guide/${capability}.md`
      return { path: `domain/${capability}`, line: 0, message }
    })
}
