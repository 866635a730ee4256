import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

interface LibraryLink {
  readonly source: string
  readonly target: string
}

/**
 * The package lists the links among its shared libraries in a file, because a package cannot carry links, and makes
 * them in an install script. Where scripts were not run the links are made here; where the package cannot be written,
 * in a folder of our own, whose path is returned and belongs into the library search path.
 */
export function linkLibraries(root: string, cacheDirectory: string): string | undefined {
  const missing = readLinks(root).filter((link) => !existsSync(join(root, link.target)))
  if (missing.length === 0) return undefined
  try {
    for (const link of missing) place(join(root, link.target), relative(dirname(link.target), link.source))
    return undefined
  } catch {
    return linkElsewhere(root, cacheDirectory)
  }
}

function linkElsewhere(root: string, cacheDirectory: string): string {
  const folder = join(cacheDirectory, 'libraries')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  for (const link of readLinks(root)) place(join(folder, basename(link.target)), join(root, link.source))
  return folder
}

function place(path: string, target: string): void {
  if (linkTarget(path) === target) return
  rmSync(path, { force: true })
  symlinkSync(target, path)
}

function linkTarget(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined
}

function readLinks(root: string): LibraryLink[] {
  const file = join(root, 'native/pg-symlinks.json')
  if (!existsSync(file)) return []
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(value) ? value.filter(isLink) : []
}

function isLink(value: unknown): value is LibraryLink {
  if (typeof value !== 'object' || value === null || !('source' in value && 'target' in value)) return false
  return typeof value.source === 'string' && typeof value.target === 'string'
}
