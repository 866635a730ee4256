import { answersText } from './answers/answers-text.ts'
import { knownAnswers } from './answers/known-answers.ts'
import { sampleLocales } from './bilingual.ts'
import type { SampleCompany } from './build-company.ts'
import type { Table } from './csv.ts'
import { csvText } from './csv.ts'
import type { SampleName } from './sample-files.ts'
import { sampleNames } from './sample-files.ts'
import { accountsTable } from './tables/accounts-table.ts'
import { buildContacts } from './tables/build-contacts.ts'
import { contactsTable } from './tables/contacts-table.ts'
import { contractsTable } from './tables/contracts-table.ts'
import { opportunitiesTable } from './tables/opportunities-table.ts'
import { productsTable } from './tables/products-table.ts'
import { salesTable } from './tables/sales-table.ts'
import { ticketsTable } from './tables/tickets-table.ts'
import { visitsTable } from './tables/visits-table.ts'

/** Path under samples/data → text of every committed file. */
export function buildSampleFiles(company: SampleCompany): Map<string, string> {
  const tables = sampleTables(company)
  const files = sampleLocales.flatMap((locale) =>
    sampleNames.map((name) => [`${locale}/${name}.csv`, csvText(tables[name], locale)] as const),
  )
  return new Map([...files, ['known-answers.json', answersText(knownAnswers(company))]])
}

export function sampleTables(company: SampleCompany): Record<SampleName, Table> {
  const contacts = buildContacts(company)
  return {
    sales: salesTable(company.salesRows),
    accounts: accountsTable(company),
    contacts: contactsTable(contacts),
    opportunities: opportunitiesTable(company),
    tickets: ticketsTable(company),
    contracts: contractsTable(company),
    products: productsTable(),
    visits: visitsTable(company, contacts),
  }
}
