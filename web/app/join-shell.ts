import { createHash } from 'node:crypto'
import type { BuildOptions, Plugin } from 'esbuild'
import { type BundledScript, scriptsNeededBy } from './bundle-weights.ts'

/** A script as it was bundled, and what others take from it. */
export interface SplitScript extends BundledScript {
  exports: readonly string[]
}

/** Fetching a file costs more than reading what another page would have needed of it. */
const smallestBytes = 4_000

/**
 * Makes one script of all that every page needs. The bundler cuts it into as many pieces as there are ways to share them,
 * and a browser that asks for them one by one waits longer for the sixty answers than for their bytes. Small pieces that
 * several pages share go along. All names are of one folder, which changes with any of them: they refer to each other.
 *
 * @returns the scripts, that of the shell first
 */
export async function joinShell(
  scripts: readonly SplitScript[],
  { entry, settings }: { readonly entry: string; readonly settings: BuildOptions },
): Promise<BundledScript[]> {
  const { build: bundle } = await import('esbuild')
  const inShell = new Set([...scriptsNeededBy(entry, scripts), ...smallShared(scripts, entry)])
  const folder = createHash('sha256')
  for (const { name, body } of scripts) folder.update(name).update(body)
  const place = folder.digest('hex').slice(0, 10)
  const pieces = new Map(scripts.map((script, index) => [script.name, { ...script, prefix: `s${index}_` }]))
  const inner = [...pieces.values()].filter(({ name }) => inShell.has(name))
  const outer = [...pieces.values()].filter(({ name }) => !inShell.has(name))
  const exported = inner.map(
    ({ name, exports, prefix }) =>
      `export { ${exports.map((one) => `${one} as ${prefix}${one}`).join(', ')} } from './${name}'`,
  )
  const text = new TextDecoder()
  const join: Plugin = {
    name: 'joined-shell',
    setup: (build) => {
      build.onResolve({ filter: /./ }, ({ path, kind, importer }) => {
        const name = path.replace(/^\.\//, '')
        if (kind === 'entry-point') return { path: name, namespace: 'piece' }
        if (name === shellName || !inShell.has(name)) return { path: `./${name}`, external: true }
        return { path: name, namespace: importer === shellName || inShell.has(importer) ? 'piece' : 'taken' }
      })
      build.onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => ({
        contents:
          path === shellName ? `import './${entry}'\n${exported.join('\n')}` : text.decode(pieces.get(path)?.body),
        loader: 'js',
      }))
      // What a page takes from a piece of the shell, it takes from the shell.
      build.onLoad({ filter: /./, namespace: 'taken' }, ({ path }) => {
        const { exports = [], prefix = '' } = pieces.get(path) ?? {}
        const names = exports.map((one) => `${prefix}${one} as ${one}`).join(', ')
        return { contents: `export { ${names} } from './${shellName}'`, loader: 'js' }
      })
    },
  }
  const { outputFiles = [] } = await bundle({
    ...settings,
    entryPoints: [shellName, ...outer.map(({ name }) => name)].map((name) => ({ in: name, out: name.slice(0, -3) })),
    entryNames: '[name]',
    splitting: false,
    metafile: false,
    plugins: [join],
  })
  const made = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1) ?? '', file.contents]))
  const placed = (name: string, rest: Pick<BundledScript, 'imports' | 'source'>): BundledScript => ({
    name: `${place}/${name}`,
    body: made.get(name) ?? new Uint8Array(),
    source: rest.source,
    imports: [...new Set(rest.imports.map((other) => `${place}/${inShell.has(other) ? shellName : other}`))],
  })
  const source = pieces.get(entry)?.source ?? null
  return [placed(shellName, { imports: [], source }), ...outer.map((piece) => placed(piece.name, piece))]
}

const shellName = 'shell.js'

/** Small pieces that need nothing but the shell and each other. */
function smallShared(scripts: readonly BundledScript[], entry: string): string[] {
  const shell = scriptsNeededBy(entry, scripts)
  const isSmall = new Map(
    scripts.map(({ name, body, source }) => [name, source === null && body.length < smallestBytes]),
  )
  const isAlone = (name: string): boolean =>
    [...scriptsNeededBy(name, scripts)].every((needed) => shell.has(needed) || isSmall.get(needed) === true)
  return scripts.flatMap(({ name }) => (isSmall.get(name) === true && isAlone(name) ? [name] : []))
}
