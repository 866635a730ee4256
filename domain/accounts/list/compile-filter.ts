import { accountFields, type AccountFieldKind } from '@vitalfew/contract/api/account-fields.ts'
import {
  type AccountCondition,
  type AccountField,
  type AccountFilter,
  filterLimits,
  operatorsOfKind,
} from '@vitalfew/contract/api/account-filter.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { accountColumns, isListField, type ListField } from '../rows/account-columns.ts'

/** A condition on `account_row AS a` of the run `{runId}`, in which values stand only as parameters. */
export interface CompiledFilter {
  readonly sql: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly fields: ReadonlySet<AccountField>
}

/**
 * A filter as the warehouse understands it. Names of fields become columns by a closed map, values become parameters.
 *
 * @throws ProductError `accounts.filterTooLarge`, `accounts.filterValue` where a field is not compared like that
 */
export function compileFilter(filter: AccountFilter | undefined): CompiledFilter {
  const parameters: Record<string, unknown> = {}
  const fields = new Set<AccountField>()
  let conditions = 0

  function bind(value: unknown, type: string): string {
    const name = `f${Object.keys(parameters).length}`
    parameters[name] = value
    return `{${name}:${type}}`
  }

  function compile(node: AccountFilter): string {
    if ('all' in node) return joined(node.all.map(compile), 'AND')
    if ('any' in node) return joined(node.any.map(compile), 'OR')
    conditions += 1
    if (conditions > filterLimits.conditions) {
      throw new ProductError('accounts.filterTooLarge', { limit: filterLimits.conditions })
    }
    fields.add(node.field)
    return compileCondition(node, bind)
  }

  const sql = filter === undefined ? '1' : compile(filter)
  return { sql, parameters, fields }
}

function joined(parts: readonly string[], word: 'AND' | 'OR'): string {
  return parts.length === 0 ? '1' : `(${parts.join(` ${word} `)})`
}

type Bind = (value: unknown, type: string) => string

function compileCondition(condition: AccountCondition, bind: Bind): string {
  const { field, operator } = condition
  const { kind } = accountFields[field]
  const known: readonly string[] = operatorsOfKind[kind]
  if (!known.includes(operator)) throw refused(condition)
  if (isListField(field)) return listCondition(condition, { field, bind })
  const column = accountColumns[field]
  const isText = kind === 'text' || kind === 'choice'
  switch (condition.operator) {
    case 'isNull':
      return isText ? `ifNull(${column}, '') = ''` : `isNull(${column})`
    case 'isNotNull':
      return isText ? `ifNull(${column}, '') != ''` : `isNotNull(${column})`
    case 'in':
      return sure(`${column} IN ${bind(condition.values, 'Array(String)')}`, field)
    case 'notIn':
      return `NOT ${sure(`${column} IN ${bind(condition.values, 'Array(String)')}`, field)}`
    case 'contains':
      return sure(`position(lowerUTF8(${column}), lowerUTF8(${bind(condition.value, 'String')})) > 0`, field)
    case 'startsWith':
      return sure(`startsWith(lowerUTF8(${column}), lowerUTF8(${bind(condition.value, 'String')}))`, field)
    case 'between':
      return between(column, { condition, bind, kind })
    default:
      return sure(`${column} ${signs[condition.operator]} ${bound(condition.value, { condition, bind, kind })}`, field)
  }
}

const signs = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

interface Compared {
  readonly condition: AccountCondition
  readonly bind: Bind
  readonly kind: AccountFieldKind
}

function between(
  column: string,
  compared: Compared & { readonly condition: { readonly operator: 'between' } },
): string {
  const { from, to } = compared.condition
  const ends = [
    ...(from === null ? [] : [`${column} >= ${bound(from, compared)}`]),
    ...(to === null ? [] : [`${column} <= ${bound(to, compared)}`]),
  ]
  return ends.length === 0 ? `isNotNull(${column})` : sure(ends.join(' AND '), compared.condition.field)
}

/** The engine's own days end with 2299. */
const lastDay = '2299-12-31'
const firstDay = '1900-01-01'

function bound(value: string | number, { condition, bind, kind }: Compared): string {
  if (kind === 'number' && typeof value === 'number') return bind(value, 'Float64')
  if (kind === 'day' && typeof value === 'string' && isDay(value)) {
    const day = value > lastDay ? lastDay : value < firstDay ? firstDay : value
    return `toDate32(${bind(day, 'String')})`
  }
  if ((kind === 'text' || kind === 'choice') && typeof value === 'string') return bind(value, 'String')
  throw refused(condition)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** What is not known is not so. Columns that are always known are compared as they are: it is quicker. */
function sure(sql: string, field: AccountField): string {
  return alwaysKnown.has(field) ? `(${sql})` : `ifNull(${sql}, 0)`
}

const alwaysKnown: ReadonlySet<AccountField> = new Set([
  'account',
  'accountName',
  'parent',
  'department',
  'region',
  'salesperson',
  'channel',
  'industry',
  'netRevenue',
  'grossRevenue',
  'returns',
  'share',
  'orders',
  'orderLines',
  'ordersPerYear',
  'revenueLast12Months',
  'products',
  'categories',
  'activeMonths',
  'rfm',
  'rfmSegment',
  'lifecycleStage',
  'score',
  'tier',
])

/** The accounts that a list field says something of, as a condition; `named` narrows the values. */
const listed: Readonly<Record<ListField, (named: string) => string>> = {
  tags: (named) => `a.account_key IN (
    SELECT account_key FROM account_mark WHERE kind = 'tag'${named === '' ? '' : ` AND name IN ${named}`}
    GROUP BY name, account_key HAVING argMax(is_set, sequence) = 1)`,
  segments: (named) => `a.account_key IN (
    SELECT account_key FROM account_segment
    WHERE run_id = {runId:String} AND segmentation IN {segmentations:Array(String)}
      ${named === '' ? '' : `AND segment IN ${named}`})`,
}

function listCondition(
  condition: AccountCondition,
  { field, bind }: { readonly field: ListField; readonly bind: Bind },
): string {
  const those = listed[field]
  switch (condition.operator) {
    case 'isNull':
      return `NOT ${those('')}`
    case 'isNotNull':
      return those('')
    case 'in':
      return those(bind(condition.values, 'Array(String)'))
    case 'notIn':
      return `NOT ${those(bind(condition.values, 'Array(String)'))}`
    default:
      throw refused(condition)
  }
}

function refused({ field, operator }: AccountCondition): ProductError {
  return new ProductError('accounts.filterValue', { field, operator })
}
