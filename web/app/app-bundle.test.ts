import { expect, test } from 'vitest'
import { appBundle } from './app-bundle.ts'

const mostPageBytes = 250_000

test('no page loads more than 250 KB beyond the shell, and no validator travels to the browser', async () => {
  const { weights, files } = await appBundle()
  const heavy = Object.entries(weights.pages).filter(([, bytes]) => bytes > mostPageBytes)
  expect(heavy).toEqual([])
  expect(Object.keys(weights.pages)).toContain('overview/overview-page.tsx')
  const text = new TextDecoder()
  expect([...files].filter(([, { body }]) => text.decode(body).includes('ZodError'))).toEqual([])
}, 120_000)

test('the page names its files and lets only them run', async () => {
  const { html, files } = await appBundle()
  const page = html({ nonce: 'bm9uY2U=', locale: 'en' })
  const named = [...page.matchAll(/\/assets\/([\w.-]+)/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((name) => !files.has(name))).toEqual([])
  expect(page.match(/<script(?![^>]* nonce="bm9uY2U=")/g)).toBeNull()
  expect(() => html({ nonce: '"><script>', locale: 'en' })).toThrow(RangeError)
})
