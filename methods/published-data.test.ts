import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AbcClass } from './ranking/abc-classes.ts'
import { abcClasses } from './ranking/abc-classes.ts'
import { gini } from './ranking/gini.ts'
import { herfindahl } from './ranking/herfindahl.ts'
import { positiveValues } from './ranking/positive-values.ts'

// Known answers on two data sets everybody has; they lie beside the repository, never in it.

const folder = join(import.meta.dirname, '../../shared/data')
const superstore = join(folder, 'superstore/Sample - Superstore.csv')
const northwind = join(folder, 'northwind/orders.csv')

describe.skipIf(!existsSync(superstore))('Superstore, sales per customer', () => {
  let accounts = new Map<string, number>()
  beforeAll(() => {
    accounts = sumBy(rowsOf(superstore), (row) => ({
      account: row.get('Customer ID') ?? '',
      amount: Number(row.get('Sales')),
    }))
  })

  it('is spread over 793 customers with a Gini of 0.441309', () => {
    expect(accounts.size).toBe(793)
    expect(gini(positiveValues([...accounts.values()]))).toBeCloseTo(0.441309, 6)
  })

  it('has 395, 209 and 189 customers in A, B and C', () => {
    expect(classSizes(accounts)).toEqual([395, 209, 189])
  })
})

describe.skipIf(!existsSync(northwind))('Northwind, order value per customer', () => {
  let accounts = new Map<string, number>()
  beforeAll(() => {
    accounts = sumBy(rowsOf(northwind), (row) => ({
      account: row.get('CustomerID') ?? '',
      amount: Number(row.get('UnitPrice')) * Number(row.get('Quantity')) * (1 - Number(row.get('Discount'))),
    }))
  })

  it('is spread over 89 customers with an HHI of 0.033691', () => {
    expect(accounts.size).toBe(89)
    expect(herfindahl(positiveValues([...accounts.values()]))).toBeCloseTo(0.033691, 6)
  })

  it('has 33, 27 and 29 customers in A, B and C', () => {
    expect(classSizes(accounts)).toEqual([33, 27, 29])
  })
})

function classSizes(accounts: ReadonlyMap<string, number>): number[] {
  const { classes } = abcClasses([...accounts.keys()], [...accounts.values()])
  const letters: AbcClass[] = ['A', 'B', 'C']
  return letters.map((letter) => classes.filter((each) => each === letter).length)
}

function sumBy(
  rows: readonly ReadonlyMap<string, string>[],
  read: (row: ReadonlyMap<string, string>) => { account: string; amount: number },
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const { account, amount } = read(row)
    sums.set(account, (sums.get(account) ?? 0) + amount)
  }
  return sums
}

/** Rows by header; a header that stands twice keeps its last column, and quotes are honoured within a line. */
function rowsOf(file: string): Map<string, string>[] {
  const [headerLine = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const headers = cellsOf(headerLine)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return new Map(headers.map((header, i) => [header, cells[i] ?? '']))
  })
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
