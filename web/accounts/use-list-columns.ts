import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { ColumnSettings } from '@vitalfew/contract/api/account-views.ts'
import { useMemo } from 'react'
import { api, client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { orderedColumns, type ListColumn } from './ordered-columns.ts'
import { useAllowedFields } from './use-allowed-fields.ts'

/** This person's columns, kept on the server: on another machine the list looks the same. */
export function useListColumns() {
  const queries = useQueryClient()
  const allowed = useAllowedFields()
  const kept = useQuery(api.accounts.views.columns.queryOptions({ staleTime: Infinity })).data
  const keep = useMutation({
    mutationFn: (settings: ColumnSettings) => client.accounts.views.keepColumns(settings),
    meta: toldByAlert,
    onMutate: (settings) => queries.setQueryData(api.accounts.views.columns.queryKey(), settings),
  })
  const columns = useMemo(() => orderedColumns(kept?.columns ?? [], allowed), [kept, allowed])
  return {
    columns,
    shown: useMemo(() => columns.filter(({ isShown }) => isShown).map(({ field }) => field), [columns]),
    pageSize: kept?.pageSize ?? 20,
    keepColumns: (next: readonly ListColumn[]) => keep.mutate({ ...kept, columns: [...next] }),
    keepPageSize: (pageSize: number) => keep.mutate({ columns: [...columns], ...kept, pageSize }),
    showOnly: (fields: readonly AccountField[]) =>
      keep.mutate({
        ...kept,
        columns: orderedColumns(
          fields.map((field) => ({ field, isShown: true })),
          allowed,
          [],
        ),
      }),
  }
}
