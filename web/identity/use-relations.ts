import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountRelation } from '@vitalfew/contract/identity.ts'
import { App } from 'antd'
import { api, client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'

interface AskedLink {
  action: 'link' | 'unlink' | 'reject'
  child: string
  parent?: string
  parentName?: string
}

/** The trees of a relation, and what can be done to them. */
export function useRelations(relation: AccountRelation) {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const groups = useQuery(api.identity.groups.queryOptions({ input: { relation } }))
  const settled = {
    onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.key() }),
    onError: (fault: unknown) => void message.error(faultWords(fault, t)),
  }
  const relate = useMutation({
    mutationFn: (asked: AskedLink) => client.identity.relate({ relation, ...asked }),
    ...settled,
  })
  const undo = useMutation({
    mutationFn: (sequence: number) => client.identity.undoRelation({ sequence }),
    ...settled,
  })
  return { groups, relate: relate.mutate, undo: undo.mutate, isBusy: relate.isPending || undo.isPending }
}

export type Relations = ReturnType<typeof useRelations>
