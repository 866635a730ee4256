import type { Measure, Run } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountsPerClass, concentration, writeAccountClasses } from './classified-accounts.query.ts'

export interface ClassifyAccounts {
  readonly runId: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
  readonly asOf: string
  /** First day of the data set. */
  readonly dataStart: string
}

export interface AbcReport {
  readonly abc: Run['abc']
  /** Share of the measure held by the first 0 %, 0.5 % … 100 % of the accounts. */
  readonly curve: readonly number[]
}

const topFractions = [0.01, 0.05, 0.1, 0.2] as const

/** Classifies the accounts of a run by ABC and XYZ and says how concentrated the portfolio is. */
export async function classifyAccounts(warehouse: Warehouse, request: ClassifyAccounts): Promise<AbcReport> {
  const { runId, measure, cuts, asOf, dataStart } = request
  const [firstCut, secondCut] = cuts
  await warehouse.run(writeAccountClasses, { runId, measure, firstCut, secondCut, asOf, dataStart })
  const classes = await warehouse.rows(accountsPerClass, { runId, measure })
  const [shape] = await warehouse.rows(concentration, { runId, measure })
  const total = sum(classes.filter((row) => row.abcClass !== '').map((row) => row.amount))
  return {
    abc: {
      measure,
      cuts: [firstCut, secondCut],
      classes: { A: oneClass('A'), B: oneClass('B'), C: oneClass('C') },
      unclassified: {
        accounts: sum(inClass('').map((row) => row.accounts)),
        amount: sum(inClass('').map((row) => row.amount)),
      },
      gini: shape?.gini ?? 0,
      hhi: shape?.hhi ?? 0,
      topShares: topFractions.flatMap((top, index) => {
        const accounts = shape?.topAccounts[index]
        const share = shape?.topShares[index]
        return accounts === undefined || share === undefined ? [] : [{ top, accounts, share }]
      }),
      matrix: (['A', 'B', 'C'] as const).flatMap((abc) =>
        (['X', 'Y', 'Z', 'none'] as const).map((xyz) => {
          const cell = inClass(abc).find((row) => (row.xyzClass === '' ? 'none' : row.xyzClass) === xyz)
          return { abc, xyz, accounts: cell?.accounts ?? 0, amount: cell?.amount ?? 0 }
        }),
      ),
    },
    curve: shape?.curve ?? [],
  }

  function inClass(name: string) {
    return classes.filter((row) => row.abcClass === name)
  }

  function oneClass(name: string) {
    const rows = inClass(name)
    const amount = sum(rows.map((row) => row.amount))
    return { accounts: sum(rows.map((row) => row.accounts)), amount, share: total === 0 ? 0 : amount / total }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
