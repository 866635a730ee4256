import type { PurchaseAffinity, PurchaseWhitespace } from '@vitalfew/contract/purchase-behaviour.ts'
import pc from 'picocolors'
import type { BehaviourFormats } from './behaviour-formats.ts'

const shown = 25

/** The surest rules of what is bought together. */
export function affinityLines(affinity: PurchaseAffinity, formats: BehaviourFormats): string[] {
  const { t, whole, decimal, percent, table, name } = formats
  const rows = affinity.rules
    .slice(0, shown)
    .map((rule) => [
      rule.from.map((code, index) => name(code, rule.fromNames[index])).join(' + '),
      name(rule.to, rule.toName),
      whole(rule.count),
      percent(rule.support),
      percent(rule.confidence),
      decimal(rule.lift),
      percent(rule.leverage),
    ])
  return [
    pc.bold(t(`behaviour.title.affinity.${affinity.basket}`, { asOf: affinity.asOf })),
    t('behaviour.note.affinity', {
      baskets: whole(affinity.baskets),
      items: whole(affinity.items),
      minCount: whole(affinity.minCount),
      tested: whole(affinity.tested),
      significant: whole(affinity.significant),
    }),
    ...(affinity.complete ? [] : [t('behaviour.note.incomplete')]),
    ...(affinity.stride === 1 ? [] : [t('behaviour.note.stride', { stride: whole(affinity.stride) })]),
    '',
    ...(rows.length === 0
      ? [t('behaviour.note.noRules')]
      : table(['from', 'to', 'together', 'support', 'confidence', 'lift', 'leverage'], rows, 'llrrrrr')),
  ]
}

/** What accounts do not buy and their like do, by what it may be worth. */
export function whitespaceLines(whitespace: PurchaseWhitespace, formats: BehaviourFormats): string[] {
  const { t, whole, percent, money, table, name } = formats
  const rows = whitespace.offers.slice(0, shown).map((offer) => [
    name(offer.account, offer.accountName),
    name(offer.item, offer.itemName),
    t('behaviour.note.peers', { buyers: whole(offer.buyers), peers: whole(offer.peers) }),
    percent(offer.usualShare),
    percent(offer.spendShare),
    money(offer.expectedValue),
    offer.evidence
      .slice(0, 2)
      .map((account) => name(account))
      .join(formats.t('cli.list.and')),
  ])
  return [
    pc.bold(t('behaviour.title.whitespace', { since: whitespace.since, asOf: whitespace.asOf })),
    t('behaviour.note.whitespace', {
      targets: whole(whitespace.targets),
      accounts: whole(whitespace.accounts),
      value: money(whitespace.expectedValue),
    }),
    '',
    ...(rows.length === 0
      ? [t('behaviour.note.noOffers')]
      : table(['account', 'item', 'peers', 'usualShare', 'spendShare', 'expectedValue', 'evidence'], rows, 'llrrrrl')),
  ]
}
