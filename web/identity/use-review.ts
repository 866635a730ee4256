import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { IdentityAnswer, ReviewItem } from '@vitalfew/contract/identity.ts'
import { App } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'

type Pair = Pick<ReviewItem, 'left' | 'right'>

/** The queue on screen, where one stands in it, and what can be done to it. */
export function useReview() {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [place, setPlace] = useState(0)
  const [answered, setAnswered] = useState<readonly Pair[]>([])
  const queue = useQuery(api.identity.review.queryOptions({ input: { page: 1, pageSize: 100 } }))
  const items = queue.data?.rows ?? []
  const at = Math.max(0, Math.min(place, items.length - 1))
  const refresh = () => queries.invalidateQueries({ queryKey: api.identity.key() })
  const onError = (fault: unknown) => void message.error(faultWords(fault, t))
  const answer = useMutation({
    mutationFn: (given: { item: ReviewItem; answer: IdentityAnswer; reason: string }) =>
      client.identity.answer({
        left: given.item.left.key,
        right: given.item.right.key,
        answer: given.answer,
        reason: given.reason,
      }),
    onSuccess: async (_, { item, answer: said }) => {
      setAnswered((before) => [...before, item])
      if (said === 'unsure') setPlace(at + 1)
      await refresh()
    },
    onError,
  })
  const takeBack = useMutation({
    mutationFn: (pair: Pair) => client.identity.takeBack({ left: pair.left.key, right: pair.right.key }),
    onSuccess: async (_, pair) => {
      setAnswered((before) => before.filter((one) => one !== pair))
      message.success(t('identity.page.takenBack'))
      await refresh()
    },
    onError,
  })
  const mergeAuto = useMergeAuto({ refresh, onError })
  const isBusy = answer.isPending || takeBack.isPending || mergeAuto.isPending
  const last = answered.at(-1)
  return {
    queue,
    items,
    at,
    item: items[at],
    isBusy,
    canTakeBack: last !== undefined,
    move: (by: number) => setPlace(Math.max(0, Math.min(at + by, items.length - 1))),
    goTo: setPlace,
    answer: (said: IdentityAnswer, reason: string) => {
      const item = items[at]
      if (item !== undefined && !isBusy) answer.mutate({ item, answer: said, reason })
    },
    takeBack: () => {
      if (last !== undefined && !isBusy) takeBack.mutate(last)
    },
    mergeAuto: () => mergeAuto.mutate(),
  }
}

/** Merges at once everything that is certain without anybody looking at it. */
function useMergeAuto(then: { refresh: () => Promise<void>; onError: (fault: unknown) => void }) {
  const { t } = useReader()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: () => client.identity.change({ change: { kind: 'auto' }, reason: t('identity.page.autoReason') }),
    onSuccess: async ({ operations }) => {
      message.success(t('identity.page.autoDone', { count: operations.length }))
      await then.refresh()
    },
    onError: then.onError,
  })
}

export type Review = ReturnType<typeof useReview>
