import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a working tree that belong to it: what git tracks, and what it would track next. */
export interface Repository {
  readonly root: string
  /** Relative to the root, with forward slashes, in order. */
  readonly files: readonly string[]
  readonly read: (path: string) => string
  /** True for a file and for a folder that holds one. */
  readonly has: (path: string) => boolean
}

export function openRepository(root: string): Repository {
  const files = listFiles(root)
  const known = new Set(files.flatMap((path) => [path, ...foldersAbove(path)]))
  const texts = new Map<string, string>()
  return {
    root,
    files,
    has: (path) => known.has(path),
    read: (path) => {
      const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
      texts.set(path, text)
      return text
    },
  }
}

/** `a/b/c.ts` lies in `a/b` and in `a`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function listFiles(root: string): string[] {
  const listed = gitFiles(root, ['--cached', '--others', '--exclude-standard']) ?? walk(root, '')
  return [...new Set(listed)].filter((path) => existsSync(join(root, path))).toSorted()
}

/** What `git ls-files` lists, or nothing where the root is not a work tree of its own. */
function gitFiles(root: string, options: readonly string[]): string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined
  const git = spawnSync('git', ['ls-files', '-z', ...options], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  return git.status === 0 ? git.stdout.split('\0').filter((path) => path !== '') : undefined
}

const neverOurs: ReadonlySet<string> = new Set(['node_modules', '.git', '.cache'])

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (neverOurs.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? walk(root, path) : [path]
  })
}
