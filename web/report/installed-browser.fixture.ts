import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium this machine has, for tests that need a real page; undefined (and said aloud) where there is none. */
export function installedBrowser(): string | undefined {
  const found = places.find((place) => existsSync(place))
  if (found === undefined)
    console.warn(`No Chromium found, tests of the page are SKIPPED. Looked at: ${places.join(', ')}`)
  return found
}
