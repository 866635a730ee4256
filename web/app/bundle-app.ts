import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { minifyContractRouter } from '@orpc/contract'
import { api } from '@vitalfew/contract/api/api.ts'
import type { BuildOptions, BuildResult, PluginBuild } from 'esbuild'
import { appStyles } from './app-styles.ts'
import { singleImports } from './single-imports.ts'
import { bundleWeights, type BundledScript, type BundleWeights, scriptsNeededBy } from './bundle-weights.ts'
import { joinShell, type SplitScript } from './join-shell.ts'

export interface BuiltFile {
  name: string
  type: string
  text: string
  /** The same, packed by brotli, as base64. */
  packed: string
}

export interface BuiltApp {
  /** Files of our own the scripts were made from, relative to this folder. */
  inputs: string[]
  files: BuiltFile[]
  script: string
  style: string
  /** Scripts that the first one asks for anyway. */
  preload: string[]
  /** Address of a page, as the router has it → the scripts that it asks for beyond these. */
  pages: Record<string, string[]>
  weights: BundleWeights
}

const brotli = promisify(brotliCompress)
/** A sixth smaller than gzip; the next better levels take ten times as long. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const here = import.meta.dirname

const settings = {
  entryPoints: { app: join(here, 'main.tsx') },
  absWorkingDir: here,
  outdir: join(here, 'assets'),
  bundle: true,
  splitting: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  charset: 'utf8',
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'silent',
  plugins: [
    { name: 'routes-only', setup: routesOnly },
    { name: 'single-imports', setup: importSingly },
    { name: 'unsaid-messages', setup: leaveOutMessages },
  ],
} satisfies BuildOptions

/** Scripts, one per page and shared part, and the style sheet; names change with their content and may be kept for ever. */
export async function bundleApp(): Promise<BuiltApp> {
  const { build, transform } = await import('esbuild')
  const result = await build(settings)
  const split = scriptsOf(result)
  const first = split.find(({ source }) => source === 'main.tsx')
  if (first === undefined) throw new Error('esbuild made no script for the app')
  const scripts = await joinShell(split, { entry: first.name, settings })
  const entry = scripts[0] ?? first
  const styles = (await transform(appStyles(), { loader: 'css', minify: true })).code
  const style = `app-${createHash('sha256').update(styles).digest('hex').slice(0, 8)}.css`
  const text = new TextDecoder()
  return {
    inputs: Object.keys(result.metafile.inputs).filter((input) => !input.includes('node_modules')),
    files: await Promise.all([
      ...scripts.map(({ name, body }) =>
        packed({ name, type: 'text/javascript; charset=utf-8', text: text.decode(body) }),
      ),
      packed({ name: style, type: 'text/css; charset=utf-8', text: styles }),
    ]),
    script: entry.name,
    style,
    preload: [...scriptsNeededBy(entry.name, scripts)].filter((name) => name !== entry.name),
    pages: scriptsOfPages(scripts, entry.name),
    weights: bundleWeights(scripts, entry.name),
  }
}

async function packed(file: Omit<BuiltFile, 'packed'>): Promise<BuiltFile> {
  return { ...file, packed: (await brotli(file.text, packing)).toString('base64') }
}

function scriptsOf(result: BuildResult<typeof settings>): SplitScript[] {
  const bodies = new Map(result.outputFiles.map(({ path, contents }) => [basename(path), contents]))
  return Object.entries(result.metafile.outputs).map(([path, output]) => ({
    name: basename(path),
    body: bodies.get(basename(path)) ?? new Uint8Array(),
    imports: output.imports.filter(({ kind }) => kind === 'import-statement').map((file) => basename(file.path)),
    exports: output.exports,
    source: output.entryPoint?.replace(/^\.\.\//, '') ?? null,
  }))
}

/** What each page needs, so that the browser asks for it while the shell is still on its way. */
function scriptsOfPages(scripts: readonly BundledScript[], entry: string): Record<string, string[]> {
  const inShell = scriptsNeededBy(entry, scripts)
  const routes = readFileSync(join(here, 'router.ts'), 'utf8')
  const found = routes.matchAll(/path: '([^']+)',[^]*?import\('\.\.\/([^']+)'\)/g)
  return Object.fromEntries(
    [...found].map(([, path = '', source = '']) => {
      const page = scripts.find((script) => script.source === source)
      const needed = page === undefined ? [] : [...scriptsNeededBy(page.name, scripts)]
      return [path, needed.filter((name) => !inShell.has(name))]
    }),
  )
}

/** The browser needs the address of every question, not the schemas that the server checks it with. */
function routesOnly(build: PluginBuild): void {
  build.onLoad({ filter: /[\\/]app[\\/]api-routes\.ts$/ }, () => ({
    contents: `export const apiRoutes = ${JSON.stringify(minifyContractRouter(api))}`,
    loader: 'js',
  }))
}

/** What the app says of subjects it has in common with the command line; of `errors` nothing: the server sends the words. */
export const saidInApp: Record<string, readonly string[]> = {
  cli: [],
  errors: [],
  judgements: ['band', 'pair', 'strength', 'triad', 'verdict'],
  selection: [
    'origin',
    'aggregation',
    'ranking',
    'backtest',
    'below',
    'sensitivity',
    'attribute',
    'difference',
    'given',
    'list',
    'metric',
    'missing',
    'override',
    'rule',
  ],
  value: ['name', 'verdict'],
  churn: ['signal', 'level', 'levelNamed', 'manner', 'dimension', 'text', 'renewalVerdict', 'contracts'],
}

/** Words that are never shown in a browser stay out of it. */
function leaveOutMessages(build: PluginBuild): void {
  const subjects = Object.keys(saidInApp).join('|')
  const files = new RegExp(String.raw`[\\/]messages[\\/][^\\/]+[\\/](${subjects})\.json$`)
  build.onLoad({ filter: files }, ({ path }) => {
    const said = saidInApp[basename(path, '.json')] ?? []
    const messages: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const kept = Object.entries(messages ?? {}).filter(([branch]) => said.includes(branch))
    return { contents: JSON.stringify(Object.fromEntries(kept)), loader: 'json' }
  })
}

function importSingly(build: PluginBuild): void {
  build.onLoad({ filter: /[\\/]web[\\/][\w\\/-]+\.tsx?$/ }, ({ path }) => {
    const program = readFileSync(path, 'utf8')
    if (path.includes('node_modules') || !/from '(antd|@ant-design\/icons)'/.test(program)) return undefined
    return { contents: singleImports(program), loader: path.endsWith('x') ? 'tsx' : 'ts' }
  })
}
