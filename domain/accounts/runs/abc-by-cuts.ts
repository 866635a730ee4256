import type { Measure } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type AmountStep, amountSteps } from './amount-steps.query.ts'
import { besideCut, besideEachCut } from './beside-cut.query.ts'
import { namedAccounts } from './named-accounts.query.ts'
import { type PartAtCut, partAtCut, wholeRange } from './part-at-cut.ts'
import { added, type ClassSums, type RangeAtCut, rangeAtCut, sumsOf } from './range-at-cut.ts'

const columns: Readonly<Record<Measure, string>> = {
  netRevenue: 'a.net_revenue',
  grossProfit: 'a.gross_profit',
  contribution: 'a.contribution',
  orders: 'a.orders',
}

interface AskedCuts {
  readonly runId: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
  /** Ranges of more accounts than `most` are narrowed first, by a sample of so many. */
  readonly narrowing?: { readonly most: number; readonly sample: number }
}

const usualNarrowing = { most: 50_000, sample: 8_000 } as const

/**
 * The ABC classes of a run by a measure and cut-offs, as in methods/ranking/abc-classes.ts. Accounts are added up by about
 * how much they come to, and only those about a cut-off are put in order.
 */
export async function abcByCuts(warehouse: Warehouse, { runId, measure, cuts, narrowing = usualNarrowing }: AskedCuts) {
  const column = columns[measure]
  const steps = await warehouse.rows(amountSteps(column), { runId })
  const above = steps.filter(({ smallest }) => smallest > 0)
  const [all, none] = [sumsOf(above), sumsOf(steps.filter(({ smallest }) => smallest <= 0))]
  const [toA, toB] = await Promise.all([
    upToCut(warehouse, above, { runId, column, cut: cuts[0], narrowing }),
    upToCut(warehouse, above, { runId, column, cut: cuts[1], narrowing }),
  ])
  const [inA, inB, inC] = [toA.sums, between(toA.sums, toB.sums), between(toB.sums, all)]
  const shown = ({ accounts, amount }: ClassSums) => ({
    accounts,
    amount: amount / 1000,
    share: all.amount === 0 ? 0 : amount / all.amount,
  })
  return {
    classes: { A: shown(inA), B: shown(inB), C: shown(inC) },
    unclassified: { accounts: none.accounts, amount: none.amount / 1000 },
    borderline: await namedBeside(warehouse, [...toA.beside, ...toB.beside], {
      runId,
      classOf: (position) => (position <= toA.sums.accounts ? 'A' : position <= toB.sums.accounts ? 'B' : 'C'),
    }),
    moved: inA.accounts - inA.wereA + (inB.accounts - inB.wereB) + (inC.accounts - inC.wereC),
  }
}

type Beside = readonly [position: number, key: string, thousandths: number, cumulativeShare: number]

interface AtCut {
  readonly runId: string
  readonly column: string
  readonly cut: number
  readonly narrowing: NonNullable<AskedCuts['narrowing']>
}

interface UpToCut {
  readonly sums: ClassSums
  readonly beside: readonly Beside[]
}

/** All accounts within a cut-off added up, and those on either side of it. */
async function upToCut(warehouse: Warehouse, steps: readonly AmountStep[], at: AtCut): Promise<UpToCut> {
  if (steps.length === 0) return { sums: sumsOf([]), beside: [] }
  const range = rangeAtCut(steps, { cut: at.cut, beside: besideEachCut })
  const of = { ...at, range, total: sumsOf(steps).amount }
  if (range.accounts > at.narrowing.most) {
    const part = await partAtCut(warehouse, range, { ...at, sample: at.narrowing.sample })
    const found = await upToCutIn(warehouse, part, of)
    if (found !== null) return found
  }
  const found = await upToCutIn(warehouse, wholeRange(range), of)
  if (found === null) throw new Error('a range that does not hold its cut-off')
  return found
}

/** null where the cut-off, with its neighbours, is not surely within the part. */
async function upToCutIn(
  warehouse: Warehouse,
  { part, before: ofRange, isFirst, isLast }: PartAtCut,
  of: AtCut & { readonly range: RangeAtCut; readonly total: number },
): Promise<UpToCut | null> {
  const { runId, column, cut, range, total } = of
  const { smallest, largest } = range
  const before = added(range.before, ofRange)
  const [found] = await warehouse.rows(besideCut(column), {
    ...part,
    runId,
    cut,
    smallest,
    largest,
    total,
    accountsBefore: before.accounts,
    amountBefore: before.amount,
  })
  if (found === undefined) throw new Error('a sum without a row')
  const isSure = (isFirst || found.within.length === besideEachCut) && (isLast || found.beyond.length === besideEachCut)
  return isSure ? { sums: added(before, found), beside: [...found.within, ...found.beyond] } : null
}

function between(one: ClassSums, other: ClassSums): ClassSums {
  return {
    accounts: other.accounts - one.accounts,
    amount: other.amount - one.amount,
    wereA: other.wereA - one.wereA,
    wereB: other.wereB - one.wereB,
    wereC: other.wereC - one.wereC,
  }
}

/** The accounts beside the cut-offs in their order, each once; an account may be near both. */
async function namedBeside(
  warehouse: Warehouse,
  beside: readonly Beside[],
  { runId, classOf }: { readonly runId: string; readonly classOf: (position: number) => 'A' | 'B' | 'C' },
) {
  const known = new Map(beside.map((one) => [one[0], one]))
  const keys = [...known.values()].map(([, key]) => key)
  const rows = keys.length === 0 ? [] : await warehouse.rows(namedAccounts, { runId, keys })
  const named = new Map(rows.map((row) => [row.key, row]))
  return [...known.values()]
    .toSorted((one, other) => one[0] - other[0])
    .flatMap(([position, key, thousandths, cumulativeShare]) => {
      const row = named.get(key)
      if (row === undefined) return []
      const { account, accountName, abcClass } = row
      return [
        {
          key,
          account,
          accountName,
          amount: thousandths / 1000,
          cumulativeShare,
          abcClass: classOf(position),
          abcClassNow: abcClass,
        },
      ]
    })
}
