import { ProductError } from '@vitalfew/contract/errors.ts'
import { headerKey } from '../../imports/index.ts'
import { complaintWords, ticketAliases } from './ticket-lexicon.ts'
import { daysOf, textsOf, type TextTable } from './text-table.ts'

/** A complaint, or why a customer left. Days since 1970-01-01. */
export interface TicketRecord {
  readonly customer: string
  readonly customerName: string
  readonly day: number
  readonly isComplaint: boolean
  /** '' where none is on record. */
  readonly reason: string
}

/**
 * Complaints and reasons of a table of tickets. Where no column says what kind a ticket is, all are complaints.
 *
 * @throws ProductError `mapping.notTickets`
 */
export function ticketRecords(table: TextTable): TicketRecord[] {
  const keys = table.headers.map(headerKey)
  const column = (field: keyof typeof ticketAliases): number | undefined => {
    const found = ticketAliases[field]
      .split(' ')
      .map((name) => keys.indexOf(name))
      .find((index) => index >= 0)
    return found
  }
  const [customer, opened, type] = [column('customer'), column('opened'), column('type')]
  if (customer === undefined || opened === undefined) {
    throw new ProductError('mapping.notTickets', { file: table.file, headers: table.headers.join(', ') })
  }
  const customers = textsOf(table, customer)
  const names = textsOf(table, column('customerName'))
  const days = daysOf(table, opened)
  const types = textsOf(table, type)
  const reasons = textsOf(table, column('reason'))
  return customers.flatMap((name, row): TicketRecord[] => {
    const day = days[row] ?? Number.NaN
    if (name === '' || Number.isNaN(day)) return []
    return [
      {
        customer: name,
        customerName: names[row] ?? '',
        day,
        isComplaint: type === undefined || complaintWords.test(types[row] ?? ''),
        reason: reasons[row] ?? '',
      },
    ]
  })
}
