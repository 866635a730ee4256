import { expect, test } from 'vitest'
import { joinShell, type SplitScript } from './join-shell.ts'

const piece = (name: string, text: string, rest: Partial<SplitScript> = {}): SplitScript => ({
  name,
  body: new TextEncoder().encode(text),
  imports: [],
  exports: [],
  source: null,
  ...rest,
})
/** Too large to go along with the shell. */
const padding = `export const long = '${'x'.repeat(5_000)}';`

const scripts = [
  piece(
    'app.js',
    `import { a } from './one.js'; globalThis.begun = a + 1; export const open = () => import('./page.js')`,
    {
      imports: ['one.js'],
      exports: ['open'],
      source: 'main.tsx',
    },
  ),
  piece('one.js', 'const a = 1; export { a }', { exports: ['a'] }),
  piece(
    'page.js',
    `import { a as b } from './one.js'; import { c } from './small.js'; import { d } from './large.js'; export const sum = b + c + d`,
    {
      imports: ['one.js', 'small.js', 'large.js'],
      exports: ['sum'],
      source: 'page.tsx',
    },
  ),
  piece('small.js', 'const a = 10; export { a as c }', { exports: ['c'] }),
  piece('large.js', `${padding} export const d = 100`, { exports: ['d', 'long'] }),
]
const settings = { bundle: true, format: 'esm', minify: true, write: false, outdir: import.meta.dirname } as const

test('what every page needs, and small pieces beside it, are one script; pages take from it what they took before', async () => {
  const joined = await joinShell(scripts, { entry: 'app.js', settings })
  const [shell, ...others] = joined
  const [folder = ''] = shell?.name.split('/') ?? []
  expect(joined.map(({ name }) => name)).toEqual([`${folder}/shell.js`, `${folder}/page.js`, `${folder}/large.js`])
  expect(shell?.source).toBe('main.tsx')
  expect(others[0]?.imports.toSorted()).toEqual([`${folder}/large.js`, `${folder}/shell.js`])
  const text = joined.map(({ body }) => new TextDecoder().decode(body))
  expect(text[0]).toContain('import("./page.js")')
  const urls = new Map<string, string>()
  // Run as a browser would: every file by its address.
  for (const at of [0, 2, 1]) {
    const linked = (text[at] ?? '').replaceAll(/"\.\/(\w+\.js)"/g, (whole, name: string) =>
      JSON.stringify(urls.get(name) ?? whole),
    )
    urls.set(['shell.js', 'page.js', 'large.js'][at] ?? '', `data:text/javascript,${encodeURIComponent(linked)}`)
  }
  const page: unknown = await import(/* @vite-ignore */ urls.get('page.js') ?? '')
  expect(page).toMatchObject({ sum: 111 })
  expect(Reflect.get(globalThis, 'begun')).toBe(2)
})

test('the folder changes with what any of them says', async () => {
  const places = await Promise.all(
    [scripts, scripts.with(4, piece('large.js', `${padding} export const d = 101`, { exports: ['d', 'long'] }))].map(
      async (all) => (await joinShell(all, { entry: 'app.js', settings }))[0]?.name,
    ),
  )
  expect(places[0]).not.toBe(places[1])
})
