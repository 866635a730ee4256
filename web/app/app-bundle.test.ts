import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { appBundle } from './app-bundle.ts'
import { saidInApp } from './bundle-app.ts'

const mostPageBytes = 250_000

test('no page loads more than 250 KB beyond the shell, and no validator travels to the browser', async () => {
  const { weights, files } = await appBundle()
  const heavy = Object.entries(weights.pages).filter(([, bytes]) => bytes > mostPageBytes)
  expect(heavy).toEqual([])
  expect(Object.keys(weights.pages)).toContain('overview/overview-page.tsx')
  const text = new TextDecoder()
  expect([...files].filter(([, { body }]) => text.decode(body).includes('ZodError'))).toEqual([])
  for (const { body, packed } of files.values()) expect(brotliDecompressSync(packed).equals(body)).toBe(true)
}, 120_000)

test('the page names its files and lets only them run', async () => {
  const { html, files } = await appBundle()
  const page = html({ nonce: 'bm9uY2U=', locale: 'en' })
  const named = [...page.matchAll(/\/assets\/([\w./-]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((name) => !files.has(name))).toEqual([])
  expect(page.match(/<script(?![^>]* nonce="bm9uY2U=")/g)).toBeNull()
  expect(() => html({ nonce: '"><script>', locale: 'en' })).toThrow(RangeError)
})

test('an address names the scripts of its page, and its first questions are asked at once', async () => {
  const { html } = await appBundle()
  const at = (path: string, isKnown = true) => html({ nonce: 'bm9uY2U=', locale: 'en', path, isKnown })
  expect(at('/')).toMatch(/modulepreload" href="\/assets\/\w+\/overview-page-/)
  expect(at('/')).not.toContain('account-page-')
  expect(at('/')).toContain('"/api/settings","/api/overview"]')
  expect(at('/accounts/42')).toMatch(/modulepreload" href="\/assets\/\w+\/account-page-/)
  expect(at('/accounts/42')).toContain('"/api/accounts/42"]')
  expect(at('/', false)).toContain('Map(["/api/start"]')
  expect(at('/accounts/<script>"x')).not.toContain('<script>"x')
  expect(at('/accounts/<script>"x')).toMatch(/account-page-/)
})

test('words of the command line that the app says too have come with it', async () => {
  const { files } = await appBundle()
  const text = new TextDecoder()
  const scripts = [...files].filter(([name]) => name.endsWith('.js')).map(([, { body }]) => text.decode(body))
  const asked = scripts.flatMap((script) => [...script.matchAll(/[`"'](\w+)\.([A-Za-z]+)/g)])
  const missing = asked
    .filter(
      ([, subject = '', branch = '']) => saidInApp[subject]?.includes(branch) === false && isBranch(subject, branch),
    )
    .map(([, subject, branch]) => `${subject}.${branch}`)
  expect([...new Set(missing)]).toEqual([])
})

/** Whether the catalogue has words of that name at all: other programs have dots in their texts too. */
function isBranch(subject: string, branch: string): boolean {
  const catalogue = new URL(`../../contract/messages/en/${subject}.json`, import.meta.url)
  const words: unknown = JSON.parse(readFileSync(catalogue, 'utf8'))
  return typeof words === 'object' && words !== null && Object.hasOwn(words, branch)
}
