import { ProductError } from '@vitalfew/contract/errors.ts'
import {
  calibrationOf,
  changeRelation,
  groupLinks,
  groupTree,
  identityLabels,
  namedCustomer,
  ownershipConflicts,
  proposedLinks,
  undoRelation,
  writeCalibration,
} from '@vitalfew/domain/identity/index.ts'
import { calibrationTable, groupsTable, labelsTable } from '../output/identity-group-tables.ts'
import type { IdentityWork } from './identity.ts'
import { required, said } from './identity-options.ts'

/** The trees of a relation, what the names suggest, and whose groups several people look after. */
export async function listGroups({ warehouse, known, options, print }: IdentityWork): Promise<void> {
  const { customers, state, relations, imports } = known
  const at = { customers, membership: state.membership, entries: relations }
  const links = groupLinks(options.relation, at)
  const answer = {
    relation: options.relation,
    nodes: groupTree(links, at),
    proposals: proposedLinks(options.relation, { ...at, links }),
    conflicts: await ownershipConflicts(warehouse, { links, ...at, imports }),
    log: relations.filter(({ relation }) => relation === options.relation),
  }
  print(answer, () => groupsTable(answer, options.locale))
}

/** Puts an account under another or takes it out; confirms everything that the names suggest; takes an entry back. */
export async function relate(work: IdentityWork): Promise<void> {
  const { warehouse, known, options } = work
  const { relation } = options
  if (options.dryRun) return listGroups(work)
  if (options.operation !== undefined) {
    const sequence = Number(options.operation)
    await undoRelation(warehouse, { relations: known.relations, sequence, ...said(options) })
  } else if (options.auto) await confirmAll(work)
  else {
    const child = namedCustomer(known.customers, required('--account', options.account)).key
    const action = options.under === '' ? ('unlink' as const) : ('link' as const)
    await changeRelation(warehouse, {
      known,
      asked: { relation, action, child, ...parentOf(work, options.under), ...said(options) },
    })
  }
  await listGroups({ ...work, known: await work.again() })
}

/** Under whom: a customer by its number or name, else a group that is made by naming it. */
function parentOf(
  { known }: IdentityWork,
  under: string | undefined,
): { readonly parent?: string; readonly parentName?: string } {
  if (under === undefined) throw new ProductError('argument.invalid', { argument: '--under', value: '', expected: '…' })
  if (under === '') return {}
  try {
    return { parent: namedCustomer(known.customers, under).key }
  } catch (cause) {
    const isUnknown = cause instanceof ProductError && cause.code === 'identity.unknownCustomer'
    if (isUnknown && cause.details['count'] === 0) return { parentName: under }
    throw cause
  }
}

async function confirmAll({ warehouse, known, options, again }: IdentityWork): Promise<void> {
  const { relation } = options
  const { customers, state } = known
  const at = { customers, membership: state.membership, entries: known.relations }
  const proposals = proposedLinks(relation, { ...at, links: groupLinks(relation, at) })
  for (const { child, parent } of proposals) {
    const asked = { relation, action: 'link' as const, child: child.key, parent: parent.key, ...said(options) }
    await changeRelation(warehouse, { known: await again(), asked })
  }
}

/** What the answers so far make of the probabilities; counts from now on unless it is only tried. */
export async function calibrateAnswers({ warehouse, known, options, print }: IdentityWork): Promise<void> {
  const { author } = options.dryRun ? { author: '' } : said(options)
  const change = await calibrationOf(known, author)
  if (!options.dryRun) await writeCalibration(warehouse, change.calibration)
  print(change, () => calibrationTable(change, options.locale))
}

/** Every answer that counts, with the evidence it was given on. */
export function exportLabels({ known, options, print }: IdentityWork): Promise<void> {
  const labels = identityLabels(known.decisions, known.customers)
  print({ labels }, () => labelsTable(labels, options.locale))
  return Promise.resolve()
}
