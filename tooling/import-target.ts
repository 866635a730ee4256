import { posix } from 'node:path'

/** Where an import leads: a file of this repository, or a package. Node's own modules are neither. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }

const ownScope = '@vitalfew/'
const ownCommand = 'vitalfew'

export function importTarget(importer: string, specifier: string): ImportTarget {
  if (specifier.startsWith('.')) {
    return { kind: 'file', path: posix.normalize(posix.join(posix.dirname(importer), specifier)) }
  }
  if (specifier.startsWith('node:')) return { kind: 'builtin', name: specifier }
  if (specifier.startsWith(ownScope)) return { kind: 'file', path: specifier.slice(ownScope.length) }
  if (specifier.startsWith(`${ownCommand}/`)) return { kind: 'file', path: `cli/${specifier.slice(9)}` }
  return { kind: 'package', name: packageName(specifier) }
}

/** `@scope/name/file.js` → `@scope/name`, `name/file.js` → `name`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
