import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Churn, ChurnAccount } from '@vitalfew/contract/churn.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { packHistory, unpackHistory, type PackedHistory } from '../customer-value/packed-history.ts'

/** A report whose accounts are stored as columns names + rows of cells: the names are not repeated per account. */
export interface PackedReport {
  report: Omit<Report, 'accounts' | 'aliveHistories'>
  histories: PackedHistory[]
  columns: string[]
  rows: unknown[][]
}

export function packReport(report: Report): PackedReport {
  const { accounts, aliveHistories, ...rest } = report
  const columns = Object.keys(accounts[0] ?? {})
  const rows = accounts.map((account) => {
    const cells = new Map(Object.entries({ ...account, monthlyRevenue: wholeUnits(account.monthlyRevenue) }))
    return columns.map((column) => shortened(cells.get(column)))
  })
  const concentrationCurve = rest.concentrationCurve.map((point) => ({
    accounts: sixDecimals(point.accounts),
    measure: sixDecimals(point.measure),
  }))
  return {
    report: {
      ...rest,
      run: {
        ...rest.run,
        churn: rest.run.churn && withoutSentences(rest.run.churn),
        selection: rest.run.selection && withoutIntervals(rest.run.selection),
      },
      concentrationCurve,
    },
    histories: aliveHistories.map(packHistory),
    columns,
    rows,
  }
}

export function unpackReport(packed: PackedReport): Report {
  return {
    ...packed.report,
    accounts: packed.rows.map((row) => accountOf(packed.columns, row)),
    aliveHistories: packed.histories.map(unpackHistory),
  }
}

/** The page says signals in the language of its reader, from their figures. */
function withoutSentences(churn: Churn): Churn {
  const short = (account: ChurnAccount) => ({
    ...account,
    risk: sixDecimals(account.risk),
    signals: account.signals.map((signal) => ({ ...signal, strength: sixDecimals(signal.strength), text: '' })),
  })
  return { ...churn, warnings: churn.warnings.map(short), winBack: churn.winBack.map(short) }
}

/** Between which weights each account keeps its tier fills a third of a selection and is not drawn. */
function withoutIntervals(selection: Selection): Selection {
  return { ...selection, accounts: selection.accounts.map((account) => ({ ...account, weightIntervals: null })) }
}

/** Fractions carry up to 17 digits of which a page shows four; amounts have at most six decimals already. */
function shortened(cell: unknown): unknown {
  return typeof cell === 'number' ? sixDecimals(cell) : cell
}

function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Months of an account are only ever drawn as a small line: cents would double the size of the page. */
function wholeUnits(amounts: readonly number[]): number[] {
  const largest = Math.max(0, ...amounts.map(Math.abs))
  return largest < 1000 ? [...amounts] : amounts.map(Math.round)
}

/** The cast holds because `packReport` wrote these very cells from an AccountRow, under these very names. */
function accountOf(columns: readonly string[], row: readonly unknown[]): AccountRow {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]])) as AccountRow
}
