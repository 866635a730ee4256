import { locales } from '@vitalfew/contract/locale.ts'
import { recordKinds } from '@vitalfew/contract/record-kinds.ts'
import { sampleFile, sampleNames } from '@vitalfew/samples/sample-files.ts'
import { describe, expect, test } from 'vitest'
import { planRecordFile } from '../reading/plan-record-file.ts'
import { readRecordFile } from '../reading/read-record-file.ts'
import { recordKindDefinitions } from './record-kinds.ts'

const records = sampleNames.filter((name) => name !== 'sales')
const rows = {
  accounts: 478,
  contacts: 1043,
  opportunities: 505,
  tickets: 890,
  contracts: 366,
  products: 57,
  visits: 1516,
}

/** The fields that the columns of a sample are, in the order of the columns. */
const fields = {
  accounts:
    'customer customerName customerType creditCode parent industry region city address phone channel salesperson employees createdOn',
  contacts:
    'contact customer customerName name title buyingRole reportsTo power support relationship wantedRelationship mobile email lastContactOn hasLeft',
  opportunities:
    'opportunity customer customerName opportunityName category stage amount probability createdOn expectedCloseOn closedOn competitor lossReason salesperson',
  tickets: 'ticket customer customerName type subject priority openedAt firstResponseAt resolvedAt status satisfaction',
  contracts:
    'contract customer customerName contractName startOn endOn termMonths yearlyAmount discount paymentDays renews renewalStatus salesperson',
  products: 'product productName category unit listPrice unitCost',
  visits: 'eventId customer customerName contact at event purpose outcome nextStepOn salesperson',
}

describe.each(locales)('the sample company in %s', (locale) => {
  test.each(records)('%s is understood without being told anything, cell by cell', async (name) => {
    const kind = recordKindDefinitions[recordKinds.find((known) => known === name) ?? 'events']
    const plan = await planRecordFile({ kind, path: sampleFile(locale, name) })
    const byColumn = Object.entries(plan.columns).toSorted(([, a], [, b]) => a - b)
    expect(byColumn.map(([field]) => field).join(' ')).toBe(fields[name])
    const nothing = () => Promise.resolve()
    const summary = await readRecordFile(plan, { onRecords: nothing, onLeftOut: nothing })
    expect(summary).toMatchObject({ accepted: rows[name], rejected: 0, setAside: 0, unread: [], unusedHeaders: [] })
  })
})
