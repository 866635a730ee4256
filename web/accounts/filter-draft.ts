import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountCondition, AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { fieldDisplays } from './field-display.ts'

export type Operator = AccountCondition['operator']

/** A condition while it is being written: it may still lack its value. */
export interface DraftCondition {
  kind: 'condition'
  id: number
  field: AccountField
  operator: Operator
  text: string
  values: readonly string[]
  from: string
  to: string
}

export interface DraftGroup {
  kind: 'group'
  id: number
  join: 'all' | 'any'
  parts: readonly DraftPart[]
}

export type DraftPart = DraftCondition | DraftGroup

let lastId = 0
const nextId = () => ++lastId

export function emptyCondition(field: AccountField = 'netRevenue'): DraftCondition {
  return {
    kind: 'condition',
    id: nextId(),
    field,
    operator: firstOperator(field),
    text: '',
    values: [],
    from: '',
    to: '',
  }
}

export function emptyGroup(join: 'all' | 'any'): DraftGroup {
  return { kind: 'group', id: nextId(), join, parts: [emptyCondition()] }
}

/** Comparisons a field takes, the most usual first. */
export function operatorsOf(field: AccountField): readonly Operator[] {
  switch (accountFields[field].kind) {
    case 'text':
      return ['contains', 'startsWith', 'eq', 'isNull', 'isNotNull']
    case 'number':
    case 'day':
      return ['between', 'gte', 'lte', 'gt', 'lt', 'eq', 'isNull', 'isNotNull']
    case 'choice':
    case 'list':
      return ['in', 'notIn', 'isNull', 'isNotNull']
  }
}

function firstOperator(field: AccountField): Operator {
  return operatorsOf(field)[0] ?? 'isNotNull'
}

/** Percentages are typed as people say them: 12 for 0.12. */
export function factorOf(field: AccountField): number {
  return fieldDisplays[field] === 'percent' || fieldDisplays[field] === 'change' ? 100 : 1
}

/** What was built, as it is edited. A single OR at the top is the group itself. */
export function draftOf(parts: readonly AccountFilter[]): DraftGroup {
  const [only] = parts
  if (parts.length === 1 && only !== undefined && 'any' in only)
    return { kind: 'group', id: nextId(), join: 'any', parts: only.any.map(draftPart) }
  if (parts.length === 0) return emptyGroup('all')
  return { kind: 'group', id: nextId(), join: 'all', parts: parts.map(draftPart) }
}

function draftPart(filter: AccountFilter): DraftPart {
  if ('all' in filter) return { kind: 'group', id: nextId(), join: 'all', parts: filter.all.map(draftPart) }
  if ('any' in filter) return { kind: 'group', id: nextId(), join: 'any', parts: filter.any.map(draftPart) }
  const { field, operator } = filter
  const typed = (value: string | number | null) =>
    typeof value === 'number' ? String(Number((value * factorOf(field)).toPrecision(12))) : (value ?? '')
  return {
    ...emptyCondition(field),
    operator,
    ...('value' in filter ? { text: typed(filter.value) } : {}),
    ...('values' in filter ? { values: filter.values } : {}),
    ...('from' in filter ? { from: typed(filter.from), to: typed(filter.to) } : {}),
  }
}

/** The finished filter as parts that all must hold; undefined while a condition lacks its value. */
export function filterOf(draft: DraftGroup): AccountFilter[] | undefined {
  const parts = draft.parts.map(finished)
  if (parts.includes(undefined)) return undefined
  const ready = parts.filter((part) => part !== undefined)
  if (draft.join === 'all' || ready.length < 2) return ready
  return [{ any: ready }]
}

function finished(part: DraftPart): AccountFilter | undefined {
  if (part.kind === 'condition') return conditionOf(part)
  const parts = part.parts.map(finished)
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  const ready = parts.filter((one) => one !== undefined)
  return part.join === 'all' ? { all: ready } : { any: ready }
}

function conditionOf(draft: DraftCondition): AccountCondition | undefined {
  const { field, operator } = draft
  switch (operator) {
    case 'isNull':
    case 'isNotNull':
      return { field, operator }
    case 'in':
    case 'notIn':
      return draft.values.length === 0 ? undefined : { field, operator, values: [...draft.values] }
    case 'contains':
    case 'startsWith':
      return draft.text.trim() === '' ? undefined : { field, operator, value: draft.text.trim() }
    case 'between': {
      const from = valueOf(field, draft.from)
      const to = valueOf(field, draft.to)
      if (from === undefined || to === undefined || (from === null && to === null)) return undefined
      return { field, operator, from, to }
    }
    default: {
      const value = valueOf(field, draft.text)
      return value === undefined || value === null ? undefined : { field, operator, value }
    }
  }
}

/** What was typed as the field's value; null where nothing was, undefined where it cannot be. */
function valueOf(field: AccountField, typed: string): string | number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const { kind } = accountFields[field]
  if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
  if (kind !== 'number') return text
  const number = Number(text.replaceAll(',', ''))
  return Number.isFinite(number) ? Number((number / factorOf(field)).toPrecision(15)) : undefined
}
