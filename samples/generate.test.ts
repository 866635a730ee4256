import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { knownAnswers } from './answers/known-answers.ts'
import type { SampleLocale } from './bilingual.ts'
import { inLocale, sampleLocales } from './bilingual.ts'
import { buildCompany } from './build-company.ts'
import { buildSampleFiles } from './build-sample-files.ts'
import { famousBrands } from './names/famous-brands.ts'
import type { SampleName } from './sample-files.ts'
import { sampleFile, sampleNames } from './sample-files.ts'
import { sampleSeed } from './sample-seed.ts'

const company = buildCompany(sampleSeed)
const answers = knownAnswers(company)

describe('the committed files', () => {
  test.each([...buildSampleFiles(company)])('%s is what the generator writes', (path, text) => {
    const committed = readFileSync(new URL(`data/${path}`, import.meta.url))
    expect(committed.equals(Buffer.from(text))).toBe(true)
  })

  test('no source asks the clock, chance, the locale or functions that engines round differently', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
    )
    expect(sources.length).toBeGreaterThan(40)
    const forbidden =
      /Math\.(random|exp|log\d*|pow|sin|cos|tan|cbrt|hypot)\(|Date\.now\(|new Date\(\)|localeCompare|Intl\.|\w\)? \*\* \d/
    expect(sources.filter((path) => forbidden.test(readFileSync(folder + path, 'utf8')))).toEqual([])
  })

  test('a second run draws the same company', () => {
    expect(JSON.stringify(knownAnswers(buildCompany(sampleSeed)))).toBe(JSON.stringify(answers))
  })
})

describe('the two languages', () => {
  test.each(sampleNames)('%s has the same numbers and codes', (name) => {
    const chinese = rowsOf('zh-CN', name)
    const english = rowsOf('en', name)
    expect(chinese.length).toBe(english.length)
    const compared = chinese.slice(1).map((row) => languageFree(row).split('|').length)
    expect(Math.min(...compared)).toBeGreaterThan(1)
    const differing = chinese.filter((row, index) => {
      const other = english[index] ?? []
      return row.length !== other.length || languageFree(row) !== languageFree(other)
    })
    expect(differing.slice(0, 3)).toEqual([])
  })

  test('only second records carry the other language', () => {
    const mixed = company.ledger.filter(({ keyName }) => /[\u4e00-\u9fff]/.test(keyName.en)).map(({ key }) => key)
    const planted = company.duplicates
      .filter(({ misspelling }) => misspelling === 'otherLanguage')
      .map(({ code }) => code)
    expect(new Set(mixed)).toEqual(new Set(planted))
    for (const name of sampleNames) {
      const headers = readFileSync(sampleFile('en', name), 'utf8').split('\r\n')[0]
      expect(headers).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})

describe('the answers', () => {
  test.each(sampleLocales)('agree with the rows of the %s file', (locale) => {
    const rows = rowsOf(locale, 'sales').slice(1)
    expect(rows.length).toBe(answers.rows.rows)
    expect(rows.at(-1)?.[0]).toBe(locale === 'en' ? 'Total' : '合计')
    const distinct = new Map(rows.slice(0, -1).map((row) => [row.join('\t'), row]))
    const cancelled = locale === 'en' ? 'Cancelled' : '已取消'
    const readable = [...distinct.values()].filter(
      (row) => row[2] !== '' && isDay(row[1]) && /^-?[\d.]+$/.test(row[10] ?? '') && !row[10]?.includes('..'),
    )
    expect(readable.length).toBe(answers.rows.accepted)
    const counted = readable.filter((row) => row[17] !== cancelled)
    expect(counted.length).toBe(answers.totals.orderLines)
    const sum = (column: number) => counted.reduce((cents, row) => cents + Math.round(Number(row[column]) * 100), 0)
    expect(sum(10) / 100).toBe(answers.totals.netRevenue)
    expect((sum(10) - sum(11)) / 100).toBe(answers.totals.grossProfit)
    expect(counted.filter((row) => Number(row[10]) < 0).length).toBe(answers.totals.returnLines)
    expect(new Set(readable.map((row) => row[2])).size).toBe(answers.totals.customerCodes)
  })

  test('a fifth of the accounts makes about four fifths of the revenue', () => {
    for (const view of [answers.views.customerCode, answers.views.account]) {
      const share = view.topShares.find(({ top }) => top === 0.2)?.share
      expect(share).toBeGreaterThan(0.78)
      expect(share).toBeLessThan(0.82)
    }
  })

  test('the definitions find every stage that was planted once second records are merged', () => {
    const withSales = { ...answers.planted.stages, prospect: answers.planted.behaviours['cancelledOnly'] }
    expect(answers.views.account.lifecycle.stages).toEqual(withSales)
    expect(answers.views.customerCode.lifecycle.stages).not.toEqual(withSales)
  })

  test('money of the classes adds up to net revenue', () => {
    for (const { abc } of Object.values(answers.views)) {
      const amount = abc.A.amount + abc.B.amount + abc.C.amount + abc.unclassified.amount
      expect(amount).toBeCloseTo(answers.totals.netRevenue, 4)
    }
  })
})

describe('the company', () => {
  test('credit codes have right check digits and belong to nobody', () => {
    const codes = company.accounts.map(({ creditCode }) => creditCode)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !hasRightCheck(code) || !/^9199\d{4}XN/.test(code))).toEqual([])
  })

  test('no account has a name of another or of a well-known company', () => {
    const famous = famousBrands.map((brand) => brand.toLowerCase())
    for (const locale of sampleLocales) {
      const names = company.accounts.map(({ name }) => inLocale(name, locale))
      expect(new Set(names).size).toBe(names.length)
    }
    const known = company.accounts.filter(({ name, nameParts }) => {
      const words = name.en.toLowerCase().split(/[^\p{L}]+/u)
      return famous.some((brand) => nameParts.brand.zh.includes(brand) || words.includes(brand))
    })
    expect(known.map(({ name }) => name)).toEqual([])
  })

  test.each(sampleNames.filter((name) => name !== 'products'))('%s names accounts and products that exist', (name) => {
    const codes = new Set(
      rowsOf('zh-CN', 'accounts')
        .slice(1)
        .map(([code]) => code),
    )
    const [headers = [], ...rows] = rowsOf('zh-CN', name)
    const column = headers.indexOf('客户编码')
    const body = name === 'sales' ? rows.slice(0, -1).filter((row) => row[column] !== '') : rows
    expect(body.length).toBeGreaterThan(100)
    expect(body.filter((row) => !codes.has(row[column] ?? ''))).toEqual([])
  })

  test('lines name products of the catalogue, people report to and are visited as contacts of their own account', () => {
    const products = new Set(rowsOf('en', 'products').map(([code]) => code))
    const lines = rowsOf('en', 'sales').slice(1, -1)
    expect(lines.filter((row) => !products.has(row[5] ?? ''))).toEqual([])
    const contacts = rowsOf('en', 'contacts').slice(1)
    const accountOf = new Map(contacts.map((row) => [row[0], row[1]]))
    expect(contacts.filter((row) => row[6] !== '' && accountOf.get(row[6]) !== row[1])).toEqual([])
    const visits = rowsOf('en', 'visits').slice(1)
    expect(visits.filter((row) => accountOf.get(row[3]) !== row[1])).toEqual([])
  })
})

/** Rows of a committed file, quotes resolved. */
function rowsOf(locale: SampleLocale, name: SampleName): string[][] {
  const text = readFileSync(sampleFile(locale, name), 'utf8').replace(/^\uFEFF/, '')
  const lines = text.split('\r\n').slice(0, -1)
  return lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
      .slice(0, line.endsWith(',') ? undefined : -1),
  )
}

/** Codes, numbers and days of a row; words dropped, days written one way. */
function languageFree(row: readonly string[]): string {
  const days = row.map((cell) =>
    cell.replace(/^(\d{4})-(\d{2})-(\d{2})$/, (_, y, m, d) => `${y}/${Number(m)}/${Number(d)}`),
  )
  return days.filter((cell) => /^[A-Z]{0,2}[\d/:.% -]+[A-Z\d]*$/.test(cell)).join('|')
}

function isDay(text = ''): boolean {
  const [year = 0, month = 0, day = 0] = text.split(/[/-]/).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** GB 32100-2015 with the powers of three written out, unlike the generator. */
function hasRightCheck(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const values = [...code].map((character) => alphabet.indexOf(character))
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0)
  return code.length === 18 && !values.includes(-1) && values[17] === (31 - (sum % 31)) % 31
}
