import type { RelationEntry } from '@vitalfew/contract/identity.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupLinks, topOf } from './group-links.ts'
import { groupMembership } from './group-membership.ts'
import { groupTree } from './group-tree.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7']
const key = fc.constantFrom(...keys)
const customer = (parents: Readonly<Record<string, string>>) => (own: string, index: number) => ({
  key: own,
  customer: `C${own}`,
  name: `N${own}`,
  creditCode: '',
  parent: parents[own] ?? '',
  netRevenue: 2 ** index,
  lines: 1,
  firstDay: `2024-01-0${index + 1}`,
  lastDay: '2024-02-01',
})
const parents = fc.dictionary(key, fc.constantFrom('N1', 'N2', 'N3', '系', ''))
const log = fc
  .array(
    fc.record({
      child: key,
      parent: fc.constantFrom('0', ...keys),
      action: fc.constantFrom('link', 'unlink', 'reject', 'undo'),
    }),
    { maxLength: 12 },
  )
  .map((entries) =>
    entries.map((entry, index): RelationEntry => ({
      ...entry,
      sequence: index + 1,
      at: '',
      author: '',
      reason: '',
      relation: 'commercialGroup',
      parentName: entry.parent === '0' ? '系' : '',
      undoes: entry.action === 'undo' ? Math.max(1, index) : 0,
    })),
  )
const merged = fc.dictionary(key, key).map(
  (pairs) =>
    new Map(
      Object.entries(pairs)
        .filter(([own]) => own > '4')
        .map(([own]) => [own, '1']),
    ),
)

it('whatever was said, groups close no circle, lose no revenue, and are named by one of their accounts', () => {
  fc.assert(
    fc.property(parents, log, merged, (of, entries, membership) => {
      const customers = keys.map(customer(of))
      const links = groupLinks('commercialGroup', { customers, membership, entries })
      const nodes = groupTree(links, { customers, membership })
      const total = customers.reduce((sum, { netRevenue }) => sum + netRevenue, 0)
      const grouped = groupMembership(links, { customers, membership })
      const accountOf = (own: string): string => membership.get(own) ?? own
      const alone = keys.filter((own) => accountOf(own) === own && !nodes.some(({ node }) => node === own))
      const ofAlone = customers.filter(({ key: own }) => alone.includes(accountOf(own)))
      const tops = nodes.filter(({ depth }) => depth === 0).reduce((sum, { totalRevenue }) => sum + totalRevenue, 0)
      expect(tops + ofAlone.reduce((sum, { netRevenue }) => sum + netRevenue, 0)).toBe(total)
      for (const own of keys) {
        const group = grouped.get(own) ?? own
        expect(grouped.get(group) ?? group).toBe(group)
        expect(topOf(links, accountOf(group))).toBe(topOf(links, accountOf(own)))
      }
    }),
    { numRuns: 500 },
  )
})
