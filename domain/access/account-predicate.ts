import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from './viewer.ts'

/** A condition on `account_key` in a query of the run `{runId:String}`, and what is bound to it. */
export interface AccountPredicate {
  /** True for those who see every account: what they are told may be remembered and shared among them. */
  readonly seesAll: boolean
  /** The condition on a column that holds the key of an account. */
  readonly on: (column: string) => string
  readonly parameters: Readonly<Record<string, readonly string[]>>
}

/**
 * Which accounts a person may see, as the warehouse understands it: the one place where that is decided. Accounts are
 * somebody's by the names of departments and salespeople in the lines of a run, and by assignment.
 */
export async function accountPredicate(database: StoreClient['database'], viewer: Viewer): Promise<AccountPredicate> {
  if (viewer.scopes === 'all') return { seesAll: true, on: () => '1', parameters: {} }
  const parameters = { scopes: await namesBehind(database, viewer.scopes), assignedTo: idsOf(viewer.scopes, 'user:') }
  return { seesAll: false, on: (column) => `(${ofLines(column)} OR ${assigned(column)})`, parameters }
}

const ofLines = (column: string): string => `${column} IN (
    SELECT account_key FROM account_scope WHERE run_id = {runId:String} AND scope IN {scopes:Array(String)})`

const assigned = (column: string): string => `${column} IN (
    SELECT account_key FROM account_mark
    WHERE kind = 'assignment' AND name IN {assignedTo:Array(String)}
    GROUP BY name, account_key
    HAVING argMax(is_set, sequence) = 1)`

/** The names in the lines behind which departments and people stand. */
async function namesBehind(database: StoreClient['database'], scopes: readonly string[]): Promise<string[]> {
  const departments = idsOf(scopes, 'department:')
  const people = idsOf(scopes, 'user:')
  const [named, known] = await Promise.all([
    departments.length === 0
      ? []
      : database.selectFrom('department').select('name').where('id', 'in', departments).execute(),
    people.length === 0
      ? []
      : database.selectFrom('person').select(['name', 'email']).where('id', 'in', people).execute(),
  ])
  return [
    ...named.map(({ name }) => `department=${name.toLowerCase()}`),
    ...known.flatMap(({ name, email }) => [`salesperson=${name.toLowerCase()}`, `salesperson=${email.toLowerCase()}`]),
  ]
}

function idsOf(scopes: readonly string[], kind: 'department:' | 'user:'): string[] {
  return scopes.filter((scope) => scope.startsWith(kind)).map((scope) => scope.slice(kind.length))
}
