import { createHash } from 'node:crypto'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { embeddedJson } from './embedded-json.ts'
import { packReport } from './packed-report.ts'
import { reportStyles } from './report-styles.ts'

/**
 * The whole report as one HTML page that needs nothing else: data, program and styles are inside, and its content
 * policy forbids everything but exactly this program and these styles, so that no imported name can ever run.
 */
export function reportHtml(options: { report: Report; locale: Locale; script: string }): string {
  const { report, locale } = options
  const t = translator(locale)
  const script = inlineScript(options.script)
  const styles = reportStyles()
  const policy = [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(styles)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${htmlText(t('report.pageTitle', { asOf: report.run.run.asOf }))}</title>
<style>${styles}</style>
</head>
<body>
<div id="report"><noscript>${htmlText(t('report.needsScript'))}</noscript></div>
<script type="application/json" id="report-data">${embeddedJson({ locale, ...packReport(report) })}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Inside a string or a pattern of the program these mean the same, but the HTML parser no longer sees a tag. */
function inlineScript(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--')
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
