import { translator, type Locale } from '@vitalfew/contract/locale.ts'

export interface PageOptions {
  /** The only scripts and styles the content policy lets run are those that carry it. */
  nonce: string
  locale: Locale
}

/** The one page of the app: everything else is drawn by its script. */
export function appHtml(names: { script: string; style: string; preload: readonly string[] }, options: PageOptions) {
  const { nonce, locale } = options
  if (!/^[\w+/=-]+$/.test(nonce)) throw new RangeError(`nonce must be base64, got ${nonce}`)
  const t = translator(locale)
  const preload = names.preload.map((name) => `<link rel="modulepreload" href="/assets/${name}" nonce="${nonce}">`)
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
