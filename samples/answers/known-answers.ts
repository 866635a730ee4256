import type { SampleCompany } from '../build-company.ts'
import { asOfDay, isoDate } from '../calendar.ts'
import { behaviourNames, behaviours } from '../company/behaviours.ts'
import type { SalesRow } from '../orders/messy-sales.ts'
import { accountAnswers, duplicateAnswers, groupAnswers, lookAlikeAnswers } from './account-answers.ts'
import type { AccountFigures } from './account-figures.ts'
import { figuresBy } from './account-figures.ts'
import { viewAnswers } from './view-answers.ts'

export type KnownAnswers = ReturnType<typeof knownAnswers>

/** Everything the analysis must find in the sales file, worked out from the truth the file was written from. */
export function knownAnswers(company: SampleCompany) {
  const { seed, ledger, salesRows } = company
  const byCode = figuresBy(ledger, ({ key }) => key)
  const byAccount = figuresBy(ledger, ({ account }) => account.code)
  const byCodeInGroups = figuresBy(ledger, ({ account, key }) => account.group?.zh ?? key)
  const byAccountInGroups = figuresBy(ledger, ({ account }) => account.group?.zh ?? account.code)
  return {
    schemaVersion: 1,
    seed,
    currency: 'CNY',
    asOf: isoDate(asOfDay),
    rows: rowAnswers(salesRows),
    totals: totalAnswers(company, { byCode, byAccount }),
    planted: plantedAnswers(company),
    views: {
      /** The file as it stands, nothing merged. */
      customerCode: viewAnswers(byCode),
      /** Members of a group counted as one, second records outside groups still apart. Keys of groups are Chinese. */
      customerCodeInGroups: viewAnswers(byCodeInGroups),
      /** Second records merged into the account they are. */
      account: viewAnswers(byAccount),
      accountInGroups: viewAnswers(byAccountInGroups),
    },
    groups: groupAnswers(company),
    lookAlikes: lookAlikeAnswers(company),
    duplicates: duplicateAnswers(company, byCode),
    accounts: accountAnswers(company, byAccount),
  }
}

/** What becomes of every row below the header. */
function rowAnswers(rows: readonly SalesRow[]) {
  const count = (fate: SalesRow['fate']) => rows.filter((row) => row.fate === fate).length
  const repeated = rows.filter((row) => row.fate === 'duplicateRow')
  const rejected = {
    dateInvalid: count('dateInvalid'),
    customerMissing: count('customerMissing'),
    amountInvalid: count('amountInvalid'),
    duplicateRow: repeated.length,
  }
  return {
    rows: rows.length + 1,
    accepted: count('accepted'),
    rejected: rows.length - count('accepted'),
    setAside: 1,
    rejectedByReason: rejected,
    setAsideByReason: { totalRow: 1 },
    /** What the repeated rows would add to net revenue and gross profit if somebody let them in. */
    repeated: {
      netRevenue: repeated.reduce((sum, { line }) => sum + line.amountCents, 0) / 100,
      grossProfit: repeated.reduce((sum, { line }) => sum + line.amountCents - line.costCents, 0) / 100,
    },
  }
}

interface Views {
  readonly byCode: readonly AccountFigures[]
  readonly byAccount: readonly AccountFigures[]
}

/** Totals are the same in every view; only the number of accounts differs. */
function totalAnswers({ ledger }: SampleCompany, { byCode, byAccount }: Views) {
  const add = (figure: (each: AccountFigures) => number) => byCode.reduce((sum, each) => sum + figure(each), 0)
  const saleDays = ledger.filter(({ kind }) => kind === 'sale').map(({ day }) => day)
  return {
    customerCodes: byCode.length,
    accounts: byAccount.length,
    orders: add(({ orders }) => orders),
    orderLines: add(({ orderLines }) => orderLines),
    returnLines: add(({ returnLines }) => returnLines),
    cancelledLines: add(({ cancelledLines }) => cancelledLines),
    netRevenue: add(({ netCents }) => netCents) / 100,
    grossRevenue: add(({ grossCents }) => grossCents) / 100,
    grossProfit: add(({ profitCents }) => profitCents) / 100,
    returns: add(({ returnsCents }) => returnsCents) / 100,
    firstOrder: isoDate(saleDays.reduce((a, b) => Math.min(a, b))),
    lastOrder: isoDate(saleDays.reduce((a, b) => Math.max(a, b))),
  }
}

function plantedAnswers({ accounts }: SampleCompany) {
  const stages: Record<string, number> = {}
  for (const { plan } of accounts) {
    const { stage } = behaviours[plan.behaviour]
    stages[stage] = (stages[stage] ?? 0) + 1
  }
  const demand = { X: 0, Y: 0, Z: 0 }
  for (const { plan } of accounts) if (plan.demand !== null) demand[plan.demand] += 1
  return {
    accounts: accounts.length,
    behaviours: Object.fromEntries(behaviourNames.map((name) => [name, behaviours[name].accounts])),
    stages,
    demand,
  }
}
