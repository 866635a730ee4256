import { translator, type Locale } from '@vitalfew/contract/locale.ts'

export interface PageOptions {
  /** The only scripts and styles the content policy lets run are those that carry it. */
  nonce: string
  locale: Locale
  /** The address that was asked for: what its page needs is named at once. */
  path?: string
  /** Whether somebody seems to be signed in, so that the page's first questions can be asked before it is there. */
  isKnown?: boolean
}

interface Names {
  script: string
  style: string
  preload: readonly string[]
  pages: Readonly<Record<string, readonly string[]>>
}

/** The one page of the app: everything else is drawn by its script. */
export function appHtml(names: Names, options: PageOptions) {
  const { nonce, locale, path = '' } = options
  if (!/^[\w+/=-]+$/.test(nonce)) throw new RangeError(`nonce must be base64, got ${nonce}`)
  const t = translator(locale)
  const scripts = [...names.preload, ...scriptsOf(path, names.pages)]
  const preload = scripts.map((name) => `<link rel="modulepreload" href="/assets/${name}" nonce="${nonce}">`)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t('app.brand')}</title>
<script nonce="${nonce}">${beginning(options)}</script>
<link rel="stylesheet" href="/assets/${names.style}" nonce="${nonce}">
${preload.join('\n')}
</head>
<body>
<div id="app"><noscript>${t('app.needsScript')}</noscript></div>
<script type="module" src="/assets/${names.script}" nonce="${nonce}"></script>
</body>
</html>
`
}

function scriptsOf(path: string, pages: Names['pages']): readonly string[] {
  const route = Object.keys(pages).find((pattern) => isAt(path, pattern))
  return route === undefined ? [] : (pages[route] ?? [])
}

/** Whether an address is that of a route: `/accounts/42` is one of `/accounts/$key`. */
function isAt(path: string, pattern: string): boolean {
  const [parts, wanted] = [path.split('/'), pattern.split('/')]
  return parts.length === wanted.length && wanted.every((part, index) => part.startsWith('$') || part === parts[index])
}

/**
 * Asks the first questions while the scripts are on their way; `begunAnswer` gives the answers out. It stands before the
 * style sheet, for a script after one waits until it is there.
 */
function beginning({ path = '', isKnown = false }: PageOptions): string {
  const addresses = isKnown ? ['/api/start', '/api/session', '/api/settings', ...questionsOf(path)] : ['/api/start']
  return `window.vfBegun=new Map(${JSON.stringify(addresses)}.map(a=>[a,fetch(a).catch(()=>null)]))`
}

/** What the pages that are opened most ask first. */
function questionsOf(path: string): string[] {
  const account = /^\/accounts\/\d+$/.test(path) ? [`/api${path}`] : []
  return path === '/' ? ['/api/overview'] : account
}
