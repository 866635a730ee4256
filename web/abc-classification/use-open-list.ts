import { useNavigate } from '@tanstack/react-router'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'

/** Opens the list of those in a cell; null = without a value. */
export function useOpenList(): (values: Partial<Record<AccountField, string | null>>) => void {
  const navigate = useNavigate()
  return (values) => {
    const all = accountFieldsOf(values).map(({ field, value }) =>
      value === null
        ? ({ field, operator: 'isNull' } as const)
        : ({ field, operator: 'in', values: [value] } satisfies {
            field: AccountField
            operator: 'in'
            values: string[]
          }),
    )
    void navigate({ to: '/accounts', search: { filter: { all } } })
  }
}

const listed = ['abcClass', 'xyzClass', 'rfmSegment', 'lifecycleStage', 'tier', 'churnLevel'] as const

function accountFieldsOf(values: Partial<Record<AccountField, string | null>>) {
  return listed.flatMap((field) => {
    const value = values[field]
    return value === undefined ? [] : [{ field, value }]
  })
}
