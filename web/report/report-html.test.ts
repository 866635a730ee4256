import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exampleReport } from './example-report.fixture.ts'
import { reportHtml } from './report-html.ts'

const report = exampleReport(20)
const page = (script: string) => reportHtml({ report, locale: 'en', script })

describe('reportHtml', () => {
  test('says its language and title', () => {
    const html = page('')
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('<title>Key-account report')
  })

  test('allows exactly the program and the styles that are in it', () => {
    const html = page('console.log("是")')
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? ''
    const styles = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${digest(script)}`)
    expect(policy).toContain(`style-src ${digest(styles)}`)
    expect(policy).not.toContain('unsafe')
  })

  test('neither names nor program can close a script element', () => {
    const html = page('const tags = ["<!--", "<script>", "</script>", "</SCRIPT>"]')
    expect(html.match(/<\/script/gi)).toHaveLength(2)
    expect(html).not.toContain('<svg/onload')
    expect(html.slice(html.lastIndexOf('<script>'))).not.toContain('<!--')
  })

  test('refers to nothing outside itself', () => {
    const html = page('')
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/)
    expect(html).not.toMatch(/url\(|@import/)
  })
})
