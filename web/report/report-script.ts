import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PluginBuild } from 'esbuild'

interface Bundle {
  /** Files of our own the script was made from, relative to this folder. */
  inputs: string[]
  key: string
  script: string
}

const here = import.meta.dirname
const entry = fileURLToPath(new URL('./main.tsx', import.meta.url))
/** The folder that holds the packages, wherever this one is installed. */
const packages = resolve(fileURLToPath(import.meta.resolve('esbuild')), '../../..')
const cacheFile = join(packages, '.cache', 'vitalfew', 'report-script.json')
let remembered: Bundle | undefined

/**
 * The program of the report page, bundled and minified. Bundling takes about a second; the result is kept beside the
 * installed packages (or in memory where that folder cannot be written) for as long as its sources stay the same.
 */
export async function reportScript(): Promise<string> {
  const known = remembered ?? readCache()
  if (known !== undefined && known.key === keyOf(known.inputs)) {
    remembered = known
    return known.script
  }
  const bundle = await bundleScript()
  remembered = bundle
  await writeCache(bundle)
  return bundle.script
}

async function bundleScript(): Promise<Bundle> {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'eof',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    plugins: [{ name: 'unsaid-messages', setup: leaveOutMessages }],
  })
  const inputs = Object.keys(result.metafile.inputs).filter((input) => !input.includes('node_modules'))
  const [output] = result.outputFiles
  if (output === undefined) throw new Error('esbuild made no output for the report page')
  return { inputs, key: keyOf(inputs), script: output.text }
}

/** Subjects that the command line and the page share: what the page says of them. Of all others it may say everything. */
const saidOnPage: Record<string, readonly string[]> = {
  accounts: [],
  app: [],
  cli: [],
  errors: [],
  habits: [],
  identity: [],
  jobs: [],
  judgements: [],
  segments: [],
  server: [],
  studio: [],
  workspace: [],
  behaviour: [
    'column',
    'direction',
    'empty',
    'festival',
    'month',
    'note',
    'reading',
    'report',
    'status',
    'whole',
    'window',
  ],
  segmentation: ['list', 'measure', 'section', 'table', 'value', 'verdict'],
  selection: ['origin', 'aggregation', 'ranking', 'backtest', 'below', 'sensitivity'],
  value: ['name', 'verdict'],
  churn: ['signal', 'level', 'manner', 'dimension', 'text', 'renewalVerdict', 'contracts'],
}

/** Words that are never shown on the page stay out of it: they would be a tenth of what is its own. */
function leaveOutMessages(build: PluginBuild): void {
  const subjects = Object.keys(saidOnPage).join('|')
  const filter = new RegExp(String.raw`[\\/]messages[\\/][^\\/]+[\\/](${subjects})\.json$`)
  build.onLoad({ filter }, ({ path }) => {
    const said = saidOnPage[basename(path, '.json')] ?? []
    const messages: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const kept = Object.entries(messages ?? {}).filter(([branch]) => said.includes(branch))
    return { contents: JSON.stringify(Object.fromEntries(kept)), loader: 'json' }
  })
}

/** Changes when a source, the bundler or a bundled package changes. */
function keyOf(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const name of ['esbuild', 'react', 'react-dom', 'echarts', 'i18next'])
    hash.update(`${name}@${versionOf(name)}\n`)
  for (const input of inputs) {
    const path = join(here, input)
    hash.update(`${input}\n`).update(existsSync(path) ? readFileSync(path) : '')
  }
  return hash.digest('hex')
}

function versionOf(name: string): string {
  const manifest = join(packages, name, 'package.json')
  if (!existsSync(manifest)) return 'elsewhere'
  return readFileSync(manifest, 'utf8').match(/"version":\s*"([^"]+)"/)?.[1] ?? 'unknown'
}

function readCache(): Bundle | undefined {
  try {
    return asBundle(JSON.parse(readFileSync(cacheFile, 'utf8')))
  } catch {
    return undefined
  }
}

function asBundle(value: unknown): Bundle | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('inputs' in value && 'key' in value && 'script' in value)) return undefined
  const { inputs, key, script } = value
  if (!Array.isArray(inputs) || typeof key !== 'string' || typeof script !== 'string') return undefined
  return { inputs: inputs.map(String), key, script }
}

/** A cache that cannot be written costs a second per process, never a report. */
async function writeCache(bundle: Bundle): Promise<void> {
  const draft = `${cacheFile}.${process.pid}`
  try {
    await mkdir(dirname(cacheFile), { recursive: true })
    await writeFile(draft, JSON.stringify(bundle))
    await rename(draft, cacheFile)
  } catch {
    // Kept in memory by the caller.
  }
}
