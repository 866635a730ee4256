import type { ChurnAccount } from '@vitalfew/contract/churn.ts'
import { raisedByWords } from './contracts/raised-by-words.ts'

const columns = [
  'account',
  'accountName',
  'level',
  'risk',
  'clv',
  'valueAtRisk',
  'revenueLast12Months',
  'netRevenue',
  'lastOrder',
  'recencyDays',
  'usualDaysBetweenOrders',
  'leftOn',
  'manner',
  'reason',
] as const
const signalColumns = [0, 1, 2] as const

const byteOrderMark = '\uFEFF'

/**
 * Accounts as a table for spreadsheets: UTF-8 with a byte order mark, at the end the strongest signals in words, then what
 * raises the risk of a contract.
 */
export function churnCsv(accounts: readonly ChurnAccount[]): string {
  const head = [...columns, ...signalColumns.map((index) => `signal${index + 1}`)]
  const rows = accounts.map((account) => {
    const signs = [...account.signals.map(({ text }) => text), ...(account.factors ?? []).map(raisedByWords)]
    return [...columns.map((name) => account[name]), ...signalColumns.map((index) => signs[index] ?? null)]
  })
  return `${byteOrderMark}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
