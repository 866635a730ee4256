import { requireSameLength } from '../arguments/require-same-length.ts'
import { mostTiers, noTier, type TierCodes } from './tier-codes.ts'

/** The tiers of one run. */
export interface TieredRun {
  /** The accounts, each once. */
  readonly accounts: readonly string[]
  readonly tiers: TierCodes
  /** Revenue or profit of each account in this run. */
  readonly amounts: ArrayLike<number>
}

/** The accounts that went one way. */
export interface MigrationCell {
  readonly accounts: number
  /** Their money in the run before; 0 where they were not in it. */
  readonly amountBefore: number
  /** Their money in the run after; 0 where they are not in it. */
  readonly amountAfter: number
}

export interface TierMigration {
  /**
   * cells[from][to]. Tiers first, best first; then one more row and column each for accounts with no tier (excluded), and
   * for accounts that are not in the run: the last row holds the entries to the population, the last column the exits.
   */
  readonly cells: readonly (readonly MigrationCell[])[]
}

/**
 * Where accounts went from one run to another, with their money at its old and at its new value.
 *
 * All cells together hold every account of either run once, and all the money of both.
 *
 * @param before the earlier run
 * @param after the later run; its accounts need not be the same, nor in the same order
 * @param options `tiers`: how many tiers there are, the last included
 * @throws RangeError naming an account that is there twice, a tier that does not exist, or columns that differ in length
 * @example
 * tierMigration({ accounts: ['a'], tiers: Uint8Array.of(0), amounts: [5] }, { accounts: ['a'], tiers: Uint8Array.of(1), amounts: [7] }, { tiers: 2 }).cells[0][1] // { accounts: 1, amountBefore: 5, amountAfter: 7 }
 * tierMigration({ accounts: [], tiers: Uint8Array.of(), amounts: [] }, { accounts: ['a'], tiers: Uint8Array.of(255), amounts: [7] }, { tiers: 2 }).cells[3][2] // { accounts: 1, amountBefore: 0, amountAfter: 7 }
 * tierMigration({ accounts: ['a', 'a'], tiers: Uint8Array.of(0, 0), amounts: [5, 5] }, { accounts: [], tiers: Uint8Array.of(), amounts: [] }, { tiers: 2 }) // throws RangeError
 */
export function tierMigration(
  before: TieredRun,
  after: TieredRun,
  { tiers }: { readonly tiers: number },
): TierMigration {
  if (!Number.isInteger(tiers) || tiers < 1 || tiers > mostTiers + 1) {
    throw new RangeError(`tiers must be an integer from 1 to ${mostTiers + 1}, got ${tiers}`)
  }
  const sides = tiers + 2
  const absent = sides - 1
  const cells = Array.from({ length: sides }, () =>
    Array.from({ length: sides }, () => ({ accounts: 0, amountBefore: 0, amountAfter: 0 })),
  )
  const positions = positionsOf('before', before)
  const seen = positionsOf('after', after)
  after.accounts.forEach((account, i) => {
    const old = positions.get(account)
    const from = old === undefined ? absent : side(before, { position: old, tiers, name: 'before' })
    const cell = cells[from]?.[side(after, { position: i, tiers, name: 'after' })]
    if (cell === undefined) return
    cell.accounts++
    if (old !== undefined) cell.amountBefore += before.amounts[old] ?? 0
    cell.amountAfter += after.amounts[i] ?? 0
  })
  before.accounts.forEach((account, i) => {
    if (seen.has(account)) return
    const cell = cells[side(before, { position: i, tiers, name: 'before' })]?.[absent]
    if (cell === undefined) return
    cell.accounts++
    cell.amountBefore += before.amounts[i] ?? 0
  })
  return { cells }
}

function positionsOf(name: string, { accounts, tiers, amounts }: TieredRun): Map<string, number> {
  requireSameLength(`${name}.tiers`, { expected: accounts.length, actual: tiers.length })
  requireSameLength(`${name}.amounts`, { expected: accounts.length, actual: amounts.length })
  const positions = new Map<string, number>()
  accounts.forEach((account, i) => {
    if (positions.has(account)) throw new RangeError(`${name}.accounts[${i}] must be there once, got ${account} again`)
    positions.set(account, i)
  })
  return positions
}

function side(
  run: TieredRun,
  { position, tiers, name }: { readonly position: number; readonly tiers: number; readonly name: string },
): number {
  const tier = run.tiers[position] ?? noTier
  if (tier === noTier) return tiers
  if (tier >= tiers) throw new RangeError(`${name}.tiers[${position}] must be below ${tiers}, got ${tier}`)
  return tier
}
