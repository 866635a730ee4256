import type {
  AccountRelation,
  CalibrationChange,
  GroupNode,
  IdentityLabel,
  OwnershipConflict,
  ProposedLink,
} from '@vitalfew/contract/identity.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { columnsOfText } from './columns-of-text.ts'

interface Groups {
  readonly relation: AccountRelation
  readonly nodes: readonly GroupNode[]
  readonly proposals: readonly ProposedLink[]
  readonly conflicts: readonly OwnershipConflict[]
}

const mostRows = 200

/** Groups as trees, what is proposed, and what contradicts. */
export function groupsTable({ relation, nodes, proposals, conflicts }: Groups, locale: Locale): string {
  const t = translator(locale)
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const tree = nodes
    .slice(0, mostRows)
    .map((node) => [`${'  '.repeat(node.depth)}${node.name}`, node.account, money.format(node.totalRevenue)])
  const proposed = proposals
    .slice(0, mostRows)
    .map(({ child, parent, origin }) => [
      child.account,
      child.name,
      money.format(child.revenue),
      `→ ${parent.account} ${parent.name}`,
      t(`identity.origin.${origin}`),
    ])
  const owned = conflicts
    .slice(0, mostRows)
    .map(({ name, field, revenue, owners }) => [
      name,
      t(`imports.field.${field}`),
      money.format(revenue),
      owners.map(({ owner, revenue: own }) => `${owner} ${money.format(own)}`).join(' · '),
    ])
  return [
    t(`identity.relation.${relation}`),
    ...(tree.length === 0 ? [t('identity.groups.noneHere')] : columnsOfText(tree, { align: 'llr' })),
    ...(proposed.length === 0
      ? []
      : [
          '',
          t('identity.groups.proposals', { count: proposals.length }),
          ...columnsOfText(proposed, { align: 'llrll' }),
        ]),
    ...(owned.length === 0
      ? []
      : ['', t('identity.groups.conflicts', { count: conflicts.length }), ...columnsOfText(owned, { align: 'llrl' })]),
  ].join('\n')
}

/** How answers move the probabilities. */
export function calibrationTable(change: CalibrationChange, locale: Locale): string {
  const t = translator(locale)
  const { same, different, surpriseBefore, surpriseAfter, moved, bands } = change
  if (same + different === 0) return t('identity.page.noAnswers')
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const facts = { same, different, before: surpriseBefore.toFixed(2), after: surpriseAfter.toFixed(2) }
  const rows = moved.map(({ bits, before, after }) => [String(bits), percent.format(before), percent.format(after)])
  const head = ['bits', 'before', 'after'].map((name) => t(`identity.page.${name}`))
  return [
    t('identity.page.calibrationFacts', facts),
    ...columnsOfText([head, ...rows], { align: 'rrr', header: true }),
    ...bands.map(({ band, before, after }) => `${t(`identity.band.${band}`)}: ${before} → ${after}`),
  ].join('\n')
}

/** Answers, oldest first. */
export function labelsTable(labels: readonly IdentityLabel[], locale: Locale): string {
  const t = translator(locale)
  const rows = labels.map(({ left, leftName, right, rightName, answer, author, reason }) => [
    `${left} ${leftName}`,
    `${right} ${rightName}`,
    t(`identity.answer.${answer}`),
    author,
    reason,
  ])
  return rows.length === 0 ? t('identity.page.noLabels') : columnsOfText(rows, { align: 'lllll' }).join('\n')
}
