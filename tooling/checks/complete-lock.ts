import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { lineOfText } from '../line-of-text.ts'

const path = 'package-lock.json'

/**
 * The lock has an entry for every package that another one names, for every platform. `npm install` leaves out what it
 * could not fetch for a foreign platform; `npm ci` then refuses the whole lock.
 */
export const completeLockCheck: Check = {
  name: 'complete lock',
  run: (repository) => {
    if (!repository.has(path)) return []
    const text = repository.read(path)
    const packages = new Map(members(new Map(members(JSON.parse(text))).get('packages')))
    return [...packages].flatMap(([folder, entry]) => missingEntries({ folder, entry, packages, text }))
  },
}

interface LockedPackage {
  /** Where it is installed: `node_modules/zod`, `web` for a workspace, nothing for the root. */
  readonly folder: string
  readonly entry: unknown
  readonly packages: ReadonlyMap<string, unknown>
  readonly text: string
}

function missingEntries({ folder, entry, packages, text }: LockedPackage): Finding[] {
  const kinds = new Map(members(entry))
  const needed = ['dependencies', 'optionalDependencies'].flatMap((kind) => members(kinds.get(kind)))
  return needed
    .filter(([name]) => !placesToLook(folder).some((place) => packages.has(`${place}node_modules/${name}`)))
    .map(([name, version]) => {
      const message = `the lock has no entry for ${name}@${String(version)}, which ${folder || 'the root'} names`
      return { path, line: lineOfText(text, `"${name}": `), message }
    })
}

/** The folders in which Node looks for a package, from the inside out, each with a slash at its end. */
function placesToLook(folder: string): string[] {
  const parts = folder.split('/')
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`), '']
}

function members(value: unknown): [name: string, value: unknown][] {
  return Object.entries(value ?? {})
}
