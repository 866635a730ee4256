import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountCondition, AccountFilter } from '@vitalfew/contract/api/account-filter.ts'

const deepest = 6

/** A filter out of an address; undefined where it is none. The server judges it again, and more strictly. */
export function parseFilter(value: unknown, depth = 1): AccountFilter | undefined {
  const entry = objectOf(value)
  if (entry === undefined || depth > deepest) return undefined
  if (Array.isArray(entry['all'])) {
    const all = everyOne(entry['all'], depth)
    return all && { all }
  }
  if (Array.isArray(entry['any'])) {
    const any = everyOne(entry['any'], depth)
    return any === undefined || any.length === 0 ? undefined : { any }
  }
  return conditionOf(entry)
}

function everyOne(parts: unknown[], depth: number): AccountFilter[] | undefined {
  const parsed = parts.map((part) => parseFilter(part, depth + 1))
  return parsed.includes(undefined) ? undefined : parsed.filter((part) => part !== undefined)
}

function conditionOf(entry: Record<string, unknown>): AccountCondition | undefined {
  const { field, operator, value, values, from, to } = entry
  if (!isField(field)) return undefined
  switch (operator) {
    case 'isNull':
    case 'isNotNull':
      return { field, operator }
    case 'in':
    case 'notIn':
      return Array.isArray(values) && values.length > 0 && values.every((one) => typeof one === 'string')
        ? { field, operator, values }
        : undefined
    case 'contains':
    case 'startsWith':
      return typeof value === 'string' && value !== '' ? { field, operator, value } : undefined
    case 'between':
      return isEnd(from) && isEnd(to) ? { field, operator, from, to } : undefined
    case 'eq':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return typeof value === 'string' || typeof value === 'number' ? { field, operator, value } : undefined
    default:
      return undefined
  }
}

function isField(value: unknown): value is AccountField {
  return typeof value === 'string' && Object.hasOwn(accountFields, value)
}

function isEnd(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** The cast holds for every object that is no array: its properties have names, and nothing is said of their values. */
function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
