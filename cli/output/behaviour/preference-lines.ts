import type { PreferredItem, PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import pc from 'picocolors'
import type { BehaviourFormats } from './behaviour-formats.ts'

const shown = 12

/** What accounts prefer and leave out, how prices matter, how broad they buy, what they begin and go on with. */
export function preferenceLines(preference: PurchasePreference, formats: BehaviourFormats): string[] {
  const { t, whole, decimal, percent, money, section, table, name } = formats
  const prices = preference.prices
    .slice(0, shown)
    .map((row) => [
      name(row.item, row.itemName),
      decimal(row.elasticity),
      `${decimal(row.lower)} – ${decimal(row.upper)}`,
      t(`behaviour.reading.${row.reading}`),
      money(row.revenue),
    ])
  const breadth = preference.breadth.map((row) => [
    row.quarter.slice(0, 7),
    whole(row.accounts),
    decimal(row.mean),
    decimal(row.median),
  ])
  const first = preference.first
    .slice(0, shown)
    .map((row) => [name(row.item, row.itemName), whole(row.accounts), percent(row.share), percent(row.returned)])
  const next = preference.next
    .slice(0, shown)
    .map((row) => [
      name(row.from, row.fromName),
      name(row.to, row.toName),
      whole(row.accounts),
      percent(row.share),
      decimal(row.lift),
    ])
  return [
    pc.bold(t(`behaviour.title.preference.${preference.level}`, { asOf: preference.asOf })),
    t('behaviour.note.preference', {
      accounts: whole(preference.accounts),
      items: whole(preference.items),
      deviation: decimal(Math.sqrt(preference.variance)),
    }),
    ...section(t('behaviour.table.preferred'), itemLines(preference.preferred, formats)),
    ...section(t('behaviour.table.avoided'), itemLines(preference.avoided, formats)),
    ...section(
      t('behaviour.table.prices'),
      table(['item', 'elasticity', 'limits', 'reading', 'revenue'], prices, 'lrrlr'),
    ),
    ...section(t('behaviour.table.breadth'), table(['quarter', 'accounts', 'mean', 'median'], breadth)),
    ...section(t('behaviour.table.first'), table(['item', 'accounts', 'share', 'returned'], first)),
    ...section(t('behaviour.table.next'), table(['firstItem', 'nextItem', 'accounts', 'share', 'lift'], next, 'llrrr')),
  ]
}

function itemLines(items: readonly PreferredItem[], formats: BehaviourFormats): string[] {
  const { whole, decimal, money, table, name } = formats
  const rows = items
    .slice(0, shown)
    .map((row) => [
      name(row.account, row.accountName),
      name(row.item, row.itemName),
      whole(row.seen),
      decimal(row.expected),
      decimal(row.lift),
      `${decimal(row.lower)} – ${decimal(row.upper)}`,
      money(row.revenue),
    ])
  return table(['account', 'item', 'seen', 'usual', 'lift', 'limits90', 'revenue'], rows, 'llrrrrr')
}
