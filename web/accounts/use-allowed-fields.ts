import { useQuery } from '@tanstack/react-query'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { accountFieldNames } from './list-search.ts'

/** The fields this person may see, sort and filter by. */
export function useAllowedFields(): readonly AccountField[] {
  const fields = useQuery(api.accounts.fields.queryOptions({ staleTime: 300_000 })).data
  return useMemo(() => {
    if (fields === undefined) return accountFieldNames
    const hidden = new Set(fields.hiddenFields)
    return fields.fields.map(({ field }) => field).filter((field) => !hidden.has(field))
  }, [fields])
}
