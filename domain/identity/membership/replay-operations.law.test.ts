import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountOf, customersOf, membershipChanges, replayOperations, undoneOperations } from './replay-operations.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8']
const key = fc.constantFrom(...keys)
const some = fc.uniqueArray(key, { minLength: 1, maxLength: 4 })
const change = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), into: key, accounts: some, customers: fc.constant<string[]>([]) }),
  fc.record({ kind: fc.constant('split' as const), into: key, accounts: some, customers: some }),
)
const log = fc
  .array(change, { maxLength: 14 })
  .map((changes) => changes.map((each, index) => ({ ...each, sequence: index + 1, undoes: 0 })))
const undo = (sequence: number, undoes: number) => ({
  kind: 'undo' as const,
  sequence,
  undoes,
  into: '0',
  accounts: [],
  customers: [],
})
const asObject = (membership: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(keys.map((customer) => [customer, accountOf(membership, customer)]))

it('an account is always named by one of its customers, and every customer is in exactly one', () => {
  fc.assert(
    fc.property(log, (operations) => {
      const membership = replayOperations(operations)
      const accounts = new Set(keys.map((customer) => accountOf(membership, customer)))
      for (const account of accounts) expect(accountOf(membership, account)).toBe(account)
      expect([...accounts].flatMap((account) => customersOf(membership, account)).toSorted()).toEqual(keys)
    }),
    { numRuns: 1000 },
  )
})

it('entries taken back, in any order, leave what the others make of it; all of them taken back, nothing', () => {
  fc.assert(
    fc.property(log, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (operations, lots) => {
      const order = operations.map((operation) => ({ operation, lot: lots.next().value ?? 0 }))
      const shuffled = order.toSorted((a, b) => a.lot - b.lot).map(({ operation }) => operation)
      const kept = new Set(operations.map(({ sequence }) => sequence))
      const all: Parameters<typeof replayOperations>[0][number][] = [...operations]
      for (const { sequence } of shuffled) {
        all.push(undo(all.length + 1, sequence))
        kept.delete(sequence)
        const others = operations.filter((operation) => kept.has(operation.sequence))
        expect(asObject(replayOperations(all))).toEqual(asObject(replayOperations(others)))
      }
      expect(membershipChanges(new Map(), replayOperations(all))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('an undo that is undone brings its entry back', () => {
  const merge = { kind: 'merge' as const, sequence: 1, into: '1', accounts: ['2'], customers: [], undoes: 0 }
  const all = [merge, undo(2, 1), undo(3, 2)]
  expect([...undoneOperations(all)]).toEqual([2])
  expect(accountOf(replayOperations(all), '2')).toBe('1')
})

it('a chain of merges is taken back from its middle', () => {
  const merge = (sequence: number, into: string, account: string) =>
    ({ kind: 'merge', sequence, into, accounts: [account], customers: [], undoes: 0 }) as const
  const chain = [merge(1, '1', '2'), merge(2, '3', '1'), merge(3, '3', '4')]
  expect(customersOf(replayOperations(chain), '3')).toEqual(['3', '1', '2', '4'])
  expect(customersOf(replayOperations([...chain, undo(4, 1)]), '3')).toEqual(['3', '1', '4'])
  expect(customersOf(replayOperations([...chain, undo(4, 2)]), '1')).toEqual(['1', '2'])
})
