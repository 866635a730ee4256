import type { SampleCompany } from '../build-company.ts'
import { isoDate } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import { behaviours } from '../company/behaviours.ts'
import { isSingleThreaded } from '../tables/build-contacts.ts'
import type { AccountFigures } from './account-figures.ts'

/** The truth about every account: what was planted, which customer records are it, and its plain figures. */
export function accountAnswers(company: SampleCompany, figures: readonly AccountFigures[]) {
  const figuresOf = new Map(figures.map((each) => [each.key, each]))
  return company.accounts.map((account) => {
    const figure = figuresOf.get(account.code)
    const days = [...(figure?.saleCentsByDay.keys() ?? [])]
    const [first] = days
    const last = days.at(-1)
    return {
      account: account.code,
      nameChinese: account.name.zh,
      nameEnglish: account.name.en,
      customerCodes: [account.code, ...secondCodes(company, account)],
      group: account.group?.zh ?? null,
      lookAlike: account.lookAlike,
      behaviour: account.plan.behaviour,
      stage: behaviours[account.plan.behaviour].stage,
      demand: account.plan.demand,
      singleThreaded: isSingleThreaded(account),
      netRevenue: (figure?.netCents ?? 0) / 100,
      grossProfit: (figure?.profitCents ?? 0) / 100,
      returns: (figure?.returnsCents ?? 0) / 100,
      orders: figure?.orders ?? 0,
      orderLines: figure?.orderLines ?? 0,
      firstOrder: first === undefined ? null : isoDate(first),
      lastOrder: last === undefined ? null : isoDate(last),
    }
  })
}

/** Second customer records and the account each of them really is. */
export function duplicateAnswers({ duplicates }: SampleCompany, figures: readonly AccountFigures[]) {
  return duplicates.map(({ code, account, misspelling, name, sharesCreditCode, sharesPhone }) => {
    const figure = figures.find(({ key }) => key === code)
    return {
      code,
      account: account.code,
      misspelling,
      nameChinese: name.zh,
      nameEnglish: name.en,
      sharesCreditCode,
      sharesPhone,
      orders: figure?.orders ?? 0,
      netRevenue: (figure?.netCents ?? 0) / 100,
    }
  })
}

/** Companies whose names differ only in the legal form: never the same account. */
export function lookAlikeAnswers({ accounts }: SampleCompany) {
  return accounts.flatMap(({ code, lookAlike, name }) => {
    const other = accounts.find((each) => each.code === lookAlike)
    return other === undefined ? [] : [{ accounts: [other.code, code], names: [other.name, name] }]
  })
}

export function groupAnswers({ accounts }: SampleCompany) {
  const groups = new Map(accounts.flatMap(({ group }) => (group === null ? [] : [[group.zh, group.en] as const])))
  return [...groups].map(([nameChinese, nameEnglish]) => ({
    nameChinese,
    nameEnglish,
    accounts: accounts.filter(({ group }) => group?.zh === nameChinese).map(({ code }) => code),
  }))
}

function secondCodes({ duplicates }: SampleCompany, account: Account): string[] {
  return duplicates.filter((duplicate) => duplicate.account === account).map(({ code }) => code)
}
