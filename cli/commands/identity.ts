import type { IdentityOperation } from '@vitalfew/contract/identity.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import {
  accountOf,
  type AskedChange,
  answerPair,
  changedMembership,
  changeMembership,
  customersOf,
  goldenRecord,
  namedCustomer,
  plannedChanges,
  previewMembership,
  reviewQueue,
  stateAfter,
  undoneOperations,
  type WorkspaceIdentity,
  workspaceIdentity,
} from '@vitalfew/domain/identity/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { goldenTable, historyTable, identityHelp, previewTable, reviewTable } from '../output/identity-tables.ts'
import { calibrateAnswers, exportLabels, listGroups, relate } from './identity-groups.ts'
import { type IdentityOptions, identityOptions, required, said } from './identity-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'

interface IdentitySurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly asksHelp: boolean
}

/** What a verb of the command has to work with. */
export interface IdentityWork {
  readonly warehouse: Warehouse
  readonly known: WorkspaceIdentity
  readonly options: IdentityOptions
  readonly print: (answer: object, table: () => string) => void
  /** What is known once something has been written. */
  readonly again: () => Promise<WorkspaceIdentity>
}

/** `vitalfew identity`: who is one account in a workspace, who said so, and how to take it back. */
export async function identity(words: readonly string[], around: IdentitySurroundings): Promise<void> {
  const { output, locale, asksHelp } = around
  if (asksHelp) return output.print(identityHelp(locale))
  const options = identityOptions(words)
  await using resources = new AsyncDisposableStack()
  const sales = { files: [], map: {}, dropDuplicates: false, command: `identity ${options.verb}` }
  const { json, quiet, workspace } = options
  const opened = { ...sales, json, quiet, workspace, locale: options.locale }
  const { warehouse } = await openSales(
    resources,
    options.warehouse === undefined ? opened : { ...opened, warehouse: options.warehouse },
    around,
  )
  const print = (answer: object, table: () => string): void => {
    output.endProgress()
    if (json) output.print(JSON.stringify(answer, null, 2))
    else if (!quiet) output.print(table())
  }
  const again = (): Promise<WorkspaceIdentity> => workspaceIdentity(warehouse)
  await does[options.verb]({ warehouse, known: await again(), options, print, again })
}

const does: Readonly<Record<IdentityOptions['verb'], (work: IdentityWork) => Promise<void>>> = {
  review: (work) => (work.options.pair.length > 0 ? answerOne(work) : listQueue(work)),
  merge: (work) => (work.options.auto ? mergeAuto(work) : merge(work)),
  split: (work) => {
    const { options, known } = work
    const account = namedCustomer(known.customers, required('--account', options.account))
    required('--customers', options.customers[0])
    const customers = options.customers.map((named) => namedCustomer(known.customers, named).key)
    return change(work, {
      kind: 'split',
      ...said(options),
      accounts: [accountOf(known.state.membership, account.key)],
      customers,
    })
  },
  undo: (work) => {
    const undoes = Number(required('--operation', work.options.operation))
    return change(work, { kind: 'undo', ...said(work.options), undoes })
  },
  history,
  groups: listGroups,
  relate,
  calibrate: calibrateAnswers,
  labels: exportLabels,
}

async function listQueue({ known, options, print }: IdentityWork): Promise<void> {
  const { customers, state, decisions, calibration } = known
  const queue = await reviewQueue(customers, { membership: state.membership, decisions, calibration })
  const items = queue.slice(0, options.top)
  print({ waiting: queue.length, items }, () => reviewTable({ waiting: queue.length, items }, options.locale))
}

async function answerOne({ warehouse, known, options, print }: IdentityWork): Promise<void> {
  const { customers, state, decisions } = known
  const left = namedCustomer(customers, required('--pair', options.pair[0]))
  const right = namedCustomer(customers, required('--pair', options.pair[1]))
  required('--answer', options.answer)
  const given = { left, right, answer: options.answer ?? 'unsure', ...said(options), bits: null }
  const done = await answerPair(warehouse, { state, decisions, answer: given })
  print(done, () =>
    historyTable(operationsOf(done.operation), { customers, undone: new Set(), locale: options.locale }),
  )
}

function operationsOf(operation: IdentityOperation | null): readonly IdentityOperation[] {
  return operation === null ? [] : [operation]
}

function merge(work: IdentityWork): Promise<void> {
  const { options, known } = work
  required('--accounts', options.accounts[0])
  const named = options.accounts.map((account) => namedCustomer(known.customers, account))
  const [largest] = named.toSorted((a, b) => b.netRevenue - a.netRevenue)
  const target = options.into === undefined ? largest : namedCustomer(known.customers, options.into)
  const account = (key: string): string => accountOf(known.state.membership, key)
  const into = account(target?.key ?? '0')
  const accounts = [...new Set(named.map(({ key }) => account(key)))].filter((key) => key !== into)
  return change(work, { kind: 'merge', ...said(options), into, accounts })
}

/** Joins every pair that needs no person; the others stay in the queue. */
async function mergeAuto({ warehouse, known, options, print }: IdentityWork): Promise<void> {
  const { customers } = known
  let { state } = known
  const operations: IdentityOperation[] = []
  const merges = await plannedChanges(known, { kind: 'auto' }, { author: 'auto', reason: options.reason })
  for (const asked of merges) {
    const next = stateAfter(state, asked)
    if (!options.dryRun) operations.push(await changeMembership(warehouse, { state, asked }))
    state = options.dryRun ? next : { ...next, operations: [...state.operations, ...operations.slice(-1)] }
  }
  const preview = previewMembership(customers, { before: known.state.membership, after: state.membership })
  print({ operations, preview }, () => previewTable(preview, options.locale))
}

async function change({ warehouse, known, options, print }: IdentityWork, asked: AskedChange): Promise<void> {
  const { customers, state } = known
  const preview = previewMembership(customers, { before: state.membership, after: changedMembership(state, asked) })
  const operation = options.dryRun ? null : await changeMembership(warehouse, { state, asked })
  print({ operation, preview }, () => previewTable(preview, options.locale))
}

async function history({ known, options, print }: IdentityWork): Promise<void> {
  const { customers, state, decisions } = known
  const undone = undoneOperations(state.operations)
  const all = state.operations.map((operation) => ({ ...operation, isUndone: undone.has(operation.sequence) }))
  if (options.account === undefined) {
    return print({ operations: all, decisions }, () => historyTable(all, { customers, undone, locale: options.locale }))
  }
  const account = accountOf(state.membership, namedCustomer(customers, options.account).key)
  const keys = new Set(customersOf(state.membership, account))
  const members = customers.filter(({ key }) => keys.has(key))
  const operations = all.filter(({ into, accounts, customers: moved }) =>
    [into, ...accounts, ...moved].some((key) => keys.has(key)),
  )
  const answer = {
    account,
    customers: members,
    golden: goldenRecord(members, account),
    operations,
    decisions: decisions.filter(({ left, right }) => keys.has(left) || keys.has(right)),
  }
  print(answer, () => {
    const log = historyTable(operations, { customers, undone, locale: options.locale })
    return `${goldenTable(answer.golden, options.locale)}\n\n${log}`
  })
}
