import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'

/** Fields that the form above the list asks for, as lists of values to choose from. */
export const quickFields = [
  'tier',
  'abcClass',
  'rfmSegment',
  'lifecycleStage',
  'churnLevel',
  'department',
  'region',
  'salesperson',
  'tags',
  'segments',
] as const satisfies readonly AccountField[]
export type QuickField = (typeof quickFields)[number]

export interface FilterParts {
  quick: Partial<Record<QuickField, readonly string[]>>
  /** What the form cannot show: built condition by condition. */
  built: readonly AccountFilter[]
}

/** A filter as the form and the builder show it: together they are the whole of it. */
export function splitFilter(filter: AccountFilter | undefined): FilterParts {
  const quick: Partial<Record<QuickField, readonly string[]>> = {}
  const built: AccountFilter[] = []
  for (const part of filter === undefined ? [] : 'all' in filter ? filter.all : [filter]) {
    const field =
      'field' in part && part.operator === 'in' ? quickFields.find((name) => name === part.field) : undefined
    if (field === undefined || quick[field] !== undefined) built.push(part)
    else if ('values' in part) quick[field] = part.values
  }
  return { quick, built }
}

/** The filter that says both; none where neither says anything. */
export function joinFilter({ quick, built }: FilterParts): AccountFilter | undefined {
  const chosen = quickFields.flatMap((field) => {
    const values = quick[field] ?? []
    return values.length === 0 ? [] : [{ field, operator: 'in' as const, values: [...values] }]
  })
  const all = [...chosen, ...built]
  const [only] = all
  if (only === undefined) return undefined
  return all.length === 1 ? only : { all }
}

/** How many comparisons a filter makes. */
export function conditionCount(parts: readonly AccountFilter[]): number {
  return parts.reduce((sum, part) => {
    if ('all' in part) return sum + conditionCount(part.all)
    return sum + ('any' in part ? conditionCount(part.any) : 1)
  }, 0)
}
